using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Rules of variables (SMG403x).</summary>
public static class VariableRules
{
    /// <summary>SMG4030: no variable can have the name.</summary>
    public static Rule InvalidName { get; } = new(
        "SMG4030",
        "The name of a variable must be an identifier",
        "A variable cannot be called '{0}': the name {1}",
        RuleSeverity.Error,
        "The name of a variable begins with a letter, goes on with letters, digits and low lines, and has 80 characters at most. 'states' is taken. Parts of a variable cannot be assigned.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG4031: a nested scope assigns a variable of an outer one.</summary>
    public static Rule AssignedOutside { get; } = new(
        "SMG4031",
        "A variable can be assigned in one scope only",
        "'{0}' cannot be assigned here, because {1} assigns it too; a branch or an iteration can read the variables around it but not set them",
        RuleSeverity.Error,
        "Branches and iterations run side by side, so they cannot change the variables around them, nor have variables of the same names. The language forbids it.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG4032: nothing assigns a variable.</summary>
    public static Rule UnknownVariable { get; } = new(
        "SMG4032",
        "A variable that is read must be assigned somewhere",
        "Nothing assigns the variable ${0}{1}",
        RuleSeverity.Warning,
        "A variable that was never assigned has no value: a JSONPath state fails with States.Runtime, and a JSONata expression has no result, which fails with States.QueryEvaluationError.");

    /// <summary>SMG4033: a variable belongs to another scope.</summary>
    public static Rule OutOfScope { get; } = new(
        "SMG4033",
        "A variable can be read in its own scope and in the scopes nested in it",
        "The variable ${0} cannot be seen here: {1}",
        RuleSeverity.Warning,
        "A variable belongs to the States field whose states assign it. It is seen in the branches and iterations inside, but not around or beside it, and a Distributed Map sees no variables from outside.");

    /// <summary>SMG4034: a variable may have no value yet.</summary>
    public static Rule Unassigned { get; } = new(
        "SMG4034",
        "A variable must be assigned on every path to where it is read",
        "${0} {1}",
        RuleSeverity.Warning,
        "What a state assigns is there for the states after it. Where a path of transitions leads past all of them, a caught error for example, the variable has no value and reading it fails.");

    /// <summary>SMG4035: nobody reads a variable.</summary>
    public static Rule NeverRead { get; } = new(
        "SMG4035",
        "A variable should be read somewhere",
        "The variable '{0}' is assigned but never read",
        RuleSeverity.Info,
        "A variable that nothing reads only takes up space in the execution, or was meant to be read by another name.");

    /// <summary>SMG4036: a state reads what it assigns.</summary>
    public static Rule OldValue { get; } = new(
        "SMG4036",
        "The output of a state does not see what the state assigns",
        "${0} is the value from before here; what this state assigns to it is there for the states after it",
        RuleSeverity.Info,
        "Output and Assign of a state are evaluated together, both with the variables as they were when the state was entered.");

    /// <summary>SMG4037: a Choice assigns for a case that it does not have.</summary>
    public static Rule UnusedChoiceField { get; } = new(
        "SMG4037",
        "Assign and Output of a Choice state need a Default",
        "{0} of the Choice state '{1}' {2} used only when no rule matches, and without Default the execution fails then",
        RuleSeverity.Warning,
        "When a rule of a Choice state matches, its own Assign and Output count. Those of the state are for the way to Default.");

    internal static ImmutableArray<Rule> All { get; } =
        [InvalidName, AssignedOutside, UnknownVariable, OutOfScope, Unassigned, NeverRead, OldValue, UnusedChoiceField];
}
