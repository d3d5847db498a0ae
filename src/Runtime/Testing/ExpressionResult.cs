namespace StateMachineGen.Testing;

/// <summary>What an expression gives: a value, nothing, or an error.</summary>
public sealed class ExpressionResult
{
    /// <summary>The error of an expression with which AWS creates no state machine.</summary>
    internal const string Refused = "InvalidDefinition";

    /// <summary>The result of a JSONata expression that gives nothing, which fails a state on AWS.</summary>
    internal static readonly ExpressionResult Undefined = new(null, null, null);

    private ExpressionResult(string? value, string? error, string? message)
    {
        Value = value;
        Error = error;
        Message = message;
    }

    /// <summary>The value as compact JSON, or null when there is none.</summary>
    public string? Value { get; }

    /// <summary>Whether the expression gives nothing and nothing is wrong; only in JSONata.</summary>
    public bool IsUndefined => Value is null && Error is null;

    /// <summary>
    /// The name of the error, or null: <c>States.Runtime</c> in JSONPath and JSONata's own code, <c>T2001</c> for example, in JSONata;
    /// <c>InvalidDefinition</c> for an expression with which AWS creates no state machine.
    /// </summary>
    public string? Error { get; }

    /// <summary>What is wrong, or null. In JSONPath these are the words in which AWS tells the cause, where they are known.</summary>
    public string? Message { get; }

    internal static ExpressionResult Of(string value) => new(value, null, null);

    internal static ExpressionResult Fail(string error, string message) => new(null, error, message);

    internal static ExpressionResult Refuse(string message) => Fail(Refused, message);

    /// <summary>The value, <c>undefined</c>, or the error with its message.</summary>
    public override string ToString() => Value ?? (Error is null ? "undefined" : $"{Error}: {Message}");
}
