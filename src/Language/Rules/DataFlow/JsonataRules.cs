using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Rules of JSONata expressions (SMG402x).</summary>
public static class JsonataRules
{
    /// <summary>SMG4021: JSONPath in a JSONata state.</summary>
    public static Rule JsonPathInJsonata { get; } = new(
        "SMG4021",
        "A JSONata state evaluates neither fields with the suffix .$ nor intrinsic functions",
        "{0} has no meaning in a JSONata state and is passed on as it is; write an expression in {{% %}}",
        RuleSeverity.Warning,
        "In a JSONata state only strings in {% %} are evaluated. A field with the suffix .$ keeps its name and its text, and a call of an intrinsic function is a plain string.");

    /// <summary>SMG4022: JSONata in a JSONPath state.</summary>
    public static Rule JsonataInJsonPath { get; } = new(
        "SMG4022",
        "A JSONPath state does not evaluate JSONata expressions",
        "{0} is passed on as this text, because the query language of the state is JSONPath",
        RuleSeverity.Warning,
        "Strings in {% %} are evaluated where QueryLanguage is JSONata, on the state or on the machine.");

    /// <summary>SMG4023: <c>{%</c> without <c>%}</c>.</summary>
    public static Rule HalfOpenExpression { get; } = new(
        "SMG4023",
        "An expression must begin with {% and end with %}",
        "{0}",
        RuleSeverity.Error,
        "A string that begins with {% must end with %}, and the other way round. AWS refuses a definition in which one of them is missing.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG4024: something stands outside of <c>{% %}</c>.</summary>
    public static Rule TextAroundExpression { get; } = new(
        "SMG4024",
        "Nothing may stand outside of {% and %}",
        "This is a plain text, not an expression, because something stands outside of {{% and %}}",
        RuleSeverity.Warning,
        "A string is an expression only if it begins with {% and ends with %}; a single blank before or after them makes it a plain text.");

    /// <summary>SMG4025: an expression does not parse.</summary>
    public static Rule InvalidExpression { get; } = new(
        "SMG4025",
        "An expression must be valid JSONata",
        "The JSONata expression is faulty: {0}",
        RuleSeverity.Error,
        "AWS refuses a definition with an expression that its JSONata parser does not understand (INVALID_JSONATA_EXPRESSION).")
    {
        AwsCode = "INVALID_JSONATA_EXPRESSION",
    };

    /// <summary>SMG4026: an expression refers to an input that it does not have.</summary>
    public static Rule TopLevelReference { get; } = new(
        "SMG4026",
        "An expression has no input of its own; it must start from $states or a variable",
        "There is nothing that {0} could refer to here; start from $states.input, another member of $states or a variable",
        RuleSeverity.Error,
        "Expressions in Step Functions are evaluated without an input document. AWS refuses names of fields and $ at the top level of an expression, and $$ anywhere (UNSUPPORTED_JSONATA_EXPRESSION).")
    {
        AwsCode = "UNSUPPORTED_JSONATA_EXPRESSION",
    };

    /// <summary>SMG4027: <c>$states</c> has no such member here.</summary>
    public static Rule UnknownStatesMember { get; } = new(
        "SMG4027",
        "A member of $states must be one that exists in its place",
        "$states.{0} does not exist {1}",
        RuleSeverity.Error,
        "$states has input and context everywhere, result in Output and Assign of Task, Parallel and Map states, and errorOutput in Output and Assign of a catcher. AWS refuses every other use (UNSUPPORTED_JSONATA_EXPRESSION).")
    {
        AwsCode = "UNSUPPORTED_JSONATA_EXPRESSION",
    };

    /// <summary>SMG4028: a function that nobody provides.</summary>
    public static Rule UnknownFunction { get; } = new(
        "SMG4028",
        "A function that is called must exist",
        "There is no function ${0}{1}",
        RuleSeverity.Warning,
        "An expression can call the functions of JSONata but for $eval, those that Step Functions adds, and functions that it binds itself. A call of any other fails with States.QueryEvaluationError.");

    /// <summary>SMG4029: a function cannot take the arguments.</summary>
    public static Rule InvalidArguments { get; } = new(
        "SMG4029",
        "A function must be called with arguments that it takes",
        "${0} takes ({1}), {2}",
        RuleSeverity.Warning,
        "JSONata checks the number and the types of arguments against the signature of a function. A call that does not match fails with States.QueryEvaluationError.");

    internal static ImmutableArray<Rule> All { get; } =
    [
        JsonPathInJsonata, JsonataInJsonPath, HalfOpenExpression, TextAroundExpression, InvalidExpression, TopLevelReference, UnknownStatesMember,
        UnknownFunction, InvalidArguments,
    ];
}
