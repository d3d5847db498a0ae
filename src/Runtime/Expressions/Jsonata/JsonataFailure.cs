using System;
using System.Diagnostics.CodeAnalysis;
using StateMachineGen.Execution;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>
/// Ends an evaluation. It never leaves <see cref="JsonataProgram"/>: errors are rare, evaluation is recursive, and to hand them on by
/// value would cost every step of every expression.
/// </summary>
#pragma warning disable CA1032, CA1064 // Only this assembly throws and catches it, and never without a code.
internal sealed class JsonataFailure(string code, CauseText text) : Exception
#pragma warning restore CA1032, CA1064
{
    /// <summary>Stands in a message for the name of the function that was called, which only the call knows.</summary>
    public static readonly FixedText FunctionName = new("{function}");

    private string? _function;

    /// <summary>A failure whose message is always the same.</summary>
    public JsonataFailure(string code, [ConstantExpected] string message)
        : this(code, CauseText.Of(message))
    {
    }

    public string Code => code;

    /// <summary>The message, without the code.</summary>
    public CauseText Text => text.Replace(FunctionName, (_function ?? "undefined").Fixed());

    public override string Message => Text.ToString();

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
