using System;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>
/// Ends an evaluation. It never leaves <see cref="JsonataProgram"/>: errors are rare, evaluation is recursive, and to hand them on by
/// value would cost every step of every expression.
/// </summary>
#pragma warning disable CA1032, CA1064 // Only this assembly throws and catches it, and never without a code.
internal sealed class JsonataFailure(string code, string message) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    private string? _function;

    /// <summary>Stands in a message for the name of the function that was called, which only the call knows.</summary>
    public const string FunctionName = "{function}";

    public string Code => code;

    public override string Message => base.Message.Replace(FunctionName, _function ?? "undefined", StringComparison.Ordinal);

    /// <summary>Where the expression stands that failed; negative until somebody on the way out knows.</summary>
    public int Position { get; set; } = -1;

    /// <summary>Takes down in which call the failure happened, unless that is known. For filters of <c>catch</c>, so it is never true.</summary>
    public bool IsLocated(int position, string? function)
    {
        Position = Position < 0 ? position : Position;
        _function ??= function;
        return false;
    }
}
