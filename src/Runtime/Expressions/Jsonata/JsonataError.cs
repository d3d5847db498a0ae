using StateMachineGen.Execution;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>Why an evaluation failed.</summary>
/// <param name="Code">JSONata's code, <c>T2001</c> for example.</param>
/// <param name="Message">The message without the code.</param>
/// <param name="Position">Where in the text of the expression, counted from 0; where what failed begins.</param>
internal sealed record JsonataError(string Code, CauseText Message, int Position)
{
    /// <summary>The code of an evaluation that went beyond its limits.</summary>
    public const string LimitCode = "U1001";

    /// <summary>The error as it goes on after "threw an error during evaluation" in AWS's causes, which show no code for limits.</summary>
    public CauseText Continuation => Code == LimitCode ? (CauseText)$": {Message}" : $". {Code.Fixed()}: {Message}";
}
