namespace Tutorial.Reporting;

/// <summary>X-Ray's colours, in Spectre.Console's markup.</summary>
internal static class Colours
{
    public const string Ok = "green";
    public const string Error = "yellow";
    public const string Throttle = "purple";
    public const string Fault = "red";

    public static string OfStatus(string status) => status switch
    {
        "SUCCEEDED" => Ok,
        "ABORTED" => Error,
        _ => Fault,
    };
}
