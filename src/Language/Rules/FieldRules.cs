using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of fields and their values (SMG103x to SMG106x).</summary>
public static class FieldRules
{
    private const string Refused = "SCHEMA_VALIDATION_FAILED";

    /// <summary>SMG1030: a part lacks a field.</summary>
    public static Rule MissingField { get; } = new(
        "SMG1030",
        "A part of a definition must have the fields that it needs",
        "{0} is missing on {1}",
        RuleSeverity.Error,
        "What a state, a choice rule or an object of a Map does depends on some of its fields. AWS refuses a definition that lacks one of them.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1031: a value is of another JSON type.</summary>
    public static Rule WrongTypeOfValue { get; } = new(
        "SMG1031",
        "A value must be of the JSON type that its field takes",
        "{0} must be {1}, not {2}",
        RuleSeverity.Error,
        "Each field takes one type of JSON value, and where the query language is JSONata some take an expression in its place. AWS refuses other values.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1032: a value is none of those that a field knows.</summary>
    public static Rule ValueNotInList { get; } = new(
        "SMG1032",
        "A value must be one of those that its field knows",
        "{0} must be {1}, not {2}",
        RuleSeverity.Error,
        "QueryLanguage, Mode, InputType and their like choose from a few words, which are written as they are here, in upper and lower case. AWS refuses other values.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1033: fields stand together of which there may be one.</summary>
    public static Rule ExclusiveFields { get; } = new(
        "SMG1033",
        "Fields that mean the same thing must not stand together",
        "{0} exclude each other; keep one of them",
        RuleSeverity.Error,
        "A timeout, a limit or an error is given as a value or as the path to one. AWS refuses a definition that gives it twice.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1035: an array has no elements.</summary>
    public static Rule EmptyArray { get; } = new(
        "SMG1035",
        "Branches, And and Or must not be empty",
        "{0} is empty; it needs at least one {1}",
        RuleSeverity.Error,
        "A Parallel state without branches and a combination of no rules do nothing, and AWS refuses them.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1036: a timestamp is not written as RFC 3339 says.</summary>
    public static Rule InvalidTimestamp { get; } = new(
        "SMG1036",
        "A timestamp must be written as RFC 3339 says",
        "{0} is no RFC 3339 timestamp: {1}",
        RuleSeverity.Error,
        "Times are written as 2030-01-31T12:00:00Z, with an upper-case T and Z or an offset such as +01:00. AWS refuses other forms.")
    {
        AwsCode = Refused,
    };

    /// <summary>SMG1037: a payload template is one value, which nothing evaluates.</summary>
    public static Rule LiteralTemplate { get; } = new(
        "SMG1037",
        "A payload template must be a JSON object",
        "{0} must be {1}, not {2}, which is passed on as it is",
        RuleSeverity.Warning,
        "Only fields whose names end in .$ are evaluated in a payload template. A template that is a string or a number is passed on as it is, and the language asks for an object.");

    /// <summary>SMG1042: a name occurs twice in one object.</summary>
    public static Rule DuplicateKey { get; } = new(
        "SMG1042",
        "A name should occur once in a JSON object",
        "'{0}' occurs twice in this object; the first value is lost",
        RuleSeverity.Warning,
        "Of two members with one name JSON readers keep one, mostly the last, so the other one is lost without a word.");

    internal static ImmutableArray<Rule> All { get; } =
        [MissingField, WrongTypeOfValue, ValueNotInList, ExclusiveFields, EmptyArray, InvalidTimestamp, LiteralTemplate, DuplicateKey];
}
