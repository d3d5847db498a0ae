namespace StateMachineGen.Tracing;

/// <summary>The version of this assembly, as traces tell it.</summary>
internal static class ProductVersion
{
    /// <summary>Major, minor and patch.</summary>
    public static string? Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3);
}
