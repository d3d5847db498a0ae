using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Rules of what data there is and how much of it (SMG4038 and following).</summary>
public static class DataFlowRules
{
    /// <summary>SMG4038: a task token where there is none.</summary>
    public static Rule NoTaskToken { get; } = new(
        "SMG4038",
        "The task token exists in tasks that wait for it only",
        "There is no Task.Token here: {0}",
        RuleSeverity.Warning,
        "The context object has Task.Token only while a task runs that waits: for its token, for a job or for an activity. Elsewhere the path leads nowhere, which fails the execution.");

    /// <summary>SMG4039: a path into an input that was dropped.</summary>
    public static Rule NothingToRead { get; } = new(
        "SMG4039",
        "A path cannot lead into an input that InputPath drops",
        "'{0}' has nothing to select from, because InputPath is null and the input is therefore {{}}",
        RuleSeverity.Warning,
        "InputPath null drops the input, and the state works on an empty object. A path into it finds nothing, and the execution fails with States.Runtime.");

    /// <summary>SMG4040: a literal payload is too large.</summary>
    public static Rule PayloadTooLarge { get; } = new(
        "SMG4040",
        "A payload can have 256 KiB",
        "{0} has at least {1} bytes of JSON; a payload can have {2}",
        RuleSeverity.Warning,
        "Inputs, outputs and variables are limited to 262,144 bytes each. A literal above that fails the execution with States.DataLimitExceeded.");

    /// <summary>SMG4041: an expression where nothing is evaluated.</summary>
    public static Rule LiteralField { get; } = new(
        "SMG4041",
        "An expression must stand where it is evaluated",
        "{0} is not evaluated; {1} is taken as this text",
        RuleSeverity.Warning,
        "The names in ErrorEquals and CSVHeaders are constants, in JSONata states too.");

    internal static ImmutableArray<Rule> All { get; } = [NoTaskToken, NothingToRead, PayloadTooLarge, LiteralField];
}
