using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of names and structure (SMG1xxx).</summary>
public static class StructureRules
{
    /// <summary>SMG1007: a text is no JSON, or other JSON than is needed.</summary>
    public static Rule InvalidJson { get; } = new(
        "SMG1007",
        "JSON must be valid",
        "{0}",
        RuleSeverity.Error,
        "A definition is one JSON object, and a JSON text in an attribute becomes a part of it, so both must be JSON.")
    {
        AwsCode = "INVALID_JSON_DESCRIPTION",
    };

    /// <summary>SMG1008: AWS refuses the machine's name.</summary>
    public static Rule InvalidMachineName { get; } = new(
        "SMG1008",
        "The name of a state machine must be one that AWS accepts",
        "The state machine name '{0}' {1}",
        RuleSeverity.Error,
        "AWS refuses to create a state machine whose name is empty, longer than 80 characters, or holds white space, control characters or one of ? * < > { } [ ] \" # % \\ ^ | ~ ` $ & , ; : /.")
    {
        AwsCode = "STATE_MACHINE_NAME_INVALID",
    };

    /// <summary>SMG1009: AWS refuses the state's name.</summary>
    public static Rule InvalidStateName { get; } = new(
        "SMG1009",
        "The name of a state must have 1 to 80 characters",
        "The state name '{0}' {1}",
        RuleSeverity.Error,
        "AWS refuses a definition in which the name of a state is empty or longer than 80 characters.")
    {
        AwsCode = "INVALID_STATE_NAME",
    };

    /// <summary>SMG1010: two states have one name.</summary>
    public static Rule DuplicateStateName { get; } = new(
        "SMG1010",
        "State names must be unique in the whole state machine",
        "The state name '{0}' is already in use at {1}; names are unique in the whole machine, nested states included",
        RuleSeverity.Error,
        "The name of a state identifies it in the history of an execution, so AWS refuses a name that occurs twice, even in two different branches or in a Map and outside of it.")
    {
        AwsCode = "DUPLICATE_STATE_NAME",
    };

    /// <summary>SMG1013: a field stands where ASL has none.</summary>
    public static Rule UnsupportedField { get; } = new(
        "SMG1013",
        "A field must be one that its part of the definition supports",
        "The field '{0}' is not supported on {1}",
        RuleSeverity.Error,
        "The fields of each type of state, and of each query language, are a closed list. AWS refuses a definition with any other field.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG1014: a state is of no known type.</summary>
    public static Rule InvalidStateType { get; } = new(
        "SMG1014",
        "A state must have one of the eight types",
        "The state '{0}' {1}; Type is one of Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map",
        RuleSeverity.Error,
        "The type decides what a state does and which fields it has. AWS refuses a state without a type or with one that it does not know.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG1015: a scope has no states.</summary>
    public static Rule NoStates { get; } = new(
        "SMG1015",
        "A state machine must have at least one state",
        "{0} has no states",
        RuleSeverity.Error,
        "AWS refuses a state machine, a branch or an item processor whose States field is missing or empty: there is nothing to run.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG1022: a state goes back to JSONPath.</summary>
    public static Rule JsonPathInJsonata { get; } = new(
        "SMG1022",
        "A state of a JSONata machine cannot use JSONPath",
        "The state '{0}' cannot use JSONPath, because the whole state machine uses JSONata",
        RuleSeverity.Error,
        "Single states of a JSONPath machine may use JSONata, but AWS refuses a machine whose own query language is JSONata when one of its states goes back to JSONPath.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG1046: a state's name has characters that nobody sees.</summary>
    public static Rule InvisibleInStateName { get; } = new(
        "SMG1046",
        "The name of a state should be made of characters that are seen",
        "The state name '{0}' {1}",
        RuleSeverity.Info,
        "AWS takes blanks at the ends of a name and control characters in it. A transition must repeat them exactly, and nobody sees what lacks.");

    /// <summary>SMG1047: the names of two states are easily taken for one.</summary>
    public static Rule StateNamesDifferInCase { get; } = new(
        "SMG1047",
        "State names should differ in more than case",
        "The state name '{0}' differs from '{1}' in case alone",
        RuleSeverity.Info,
        "AWS takes both names. People read over the difference, in the history of an execution as in a transition.");

    internal static ImmutableArray<Rule> All { get; } =
        [InvalidJson, InvalidMachineName, InvalidStateName, DuplicateStateName, UnsupportedField, InvalidStateType, NoStates, JsonPathInJsonata, InvisibleInStateName, StateNamesDifferInCase];
}
