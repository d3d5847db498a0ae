using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>An entry of <c>Retry</c>: which errors to try again after, when, and how often.</summary>
public sealed class Retrier : DocumentPart
{
    internal Retrier(JsonObjectSyntax syntax, DocumentPart parent, string segment)
        : base(syntax, parent, segment)
    {
    }

    /// <summary>The interval before the first retry when the field is absent, in seconds.</summary>
    public const int DefaultIntervalSeconds = 1;

    /// <summary>The number of retries when the field is absent.</summary>
    public const int DefaultMaxAttempts = 3;

    /// <summary>The factor from interval to interval when the field is absent.</summary>
    public const double DefaultBackoffRate = 2.0;

    /// <summary>The names of the errors (ASL field <c>ErrorEquals</c>).</summary>
    public ImmutableArray<string> ErrorEquals => Texts(Value("ErrorEquals"));

    /// <summary>The time before the first retry, in seconds (ASL field <c>IntervalSeconds</c>).</summary>
    public long? IntervalSeconds => Integer("IntervalSeconds");

    /// <summary>How often to try again; 0 never does (ASL field <c>MaxAttempts</c>).</summary>
    public long? MaxAttempts => Integer("MaxAttempts");

    /// <summary>By what the interval grows after each retry, at least 1 (ASL field <c>BackoffRate</c>).</summary>
    public double? BackoffRate => Number("BackoffRate");

    /// <summary>The longest interval, in seconds (ASL field <c>MaxDelaySeconds</c>).</summary>
    public long? MaxDelaySeconds => Integer("MaxDelaySeconds");

    /// <summary><c>FULL</c> or <c>NONE</c> (ASL field <c>JitterStrategy</c>).</summary>
    public string? JitterStrategy => Text("JitterStrategy");
}

/// <summary>An entry of <c>Catch</c>: which errors lead where.</summary>
public sealed class Catcher : DocumentPart
{
    internal Catcher(JsonObjectSyntax syntax, DocumentPart parent, string segment)
        : base(syntax, parent, segment)
    {
    }

    /// <summary>The names of the errors (ASL field <c>ErrorEquals</c>).</summary>
    public ImmutableArray<string> ErrorEquals => Texts(Value("ErrorEquals"));

    /// <summary>The state to go to (ASL field <c>Next</c>).</summary>
    public string? Next => Text("Next");

    /// <summary>Where the error goes in the input (ASL field <c>ResultPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? ResultPath => Value("ResultPath");

    /// <summary>Variables to set (ASL field <c>Assign</c>).</summary>
    public JsonSyntax? Assign => Value("Assign");

    /// <summary>The output as JSONata (ASL field <c>Output</c>).</summary>
    public JsonSyntax? Output => Value("Output");
}
