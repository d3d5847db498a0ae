using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Rules of JSONPath, payload templates and intrinsic functions (SMG401x, SMG402x).</summary>
public static class PathRules
{
    /// <summary>SMG4010: a field that takes a path holds none.</summary>
    public static Rule InvalidPath { get; } = new(
        "SMG4010",
        "A field that takes a path must hold a JSONPath",
        "{0} must be a JSONPath: {1}",
        RuleSeverity.Error,
        "InputPath, OutputPath and the paths of choice rules select data by a JSONPath, which begins with '$'. AWS refuses a definition with anything else in them.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4011: a field that takes a Reference Path holds none.</summary>
    public static Rule NotReferencePath { get; } = new(
        "SMG4011",
        "A field that selects one node must hold a Reference Path",
        "{0} must be a Reference Path, which leads to exactly one node: {1}",
        RuleSeverity.Error,
        "A Reference Path has names and indices only. AWS refuses wildcards, filters, slices and everything else that may select several nodes where one is needed.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4012: a path starts from where its field does not look.</summary>
    public static Rule UnsupportedPathRoot { get; } = new(
        "SMG4012",
        "A path must start from what its field can reach",
        "{0} cannot lead into {1}; it must start with '$.'",
        RuleSeverity.Error,
        "A result can be put into the state's data only, not into the context object or a variable; and the numbers of a Map cannot come from the context object. AWS refuses such paths.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4013: a <c>.$</c> field holds neither a path nor a call.</summary>
    public static Rule InvalidTemplateValue { get; } = new(
        "SMG4013",
        "The value of a field with the suffix .$ must be a path or a call of an intrinsic function",
        "The value of '{0}' must be a JSONPath or a call of an intrinsic function: {1}",
        RuleSeverity.Error,
        "The suffix .$ says that a value is evaluated. AWS refuses a value that is no string, no path and no call of one of the intrinsic functions.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4014: two fields have one name without the suffix.</summary>
    public static Rule DuplicateTemplateField { get; } = new(
        "SMG4014",
        "Fields of a payload template must differ without the suffix .$",
        "The field '{0}' is set twice, as '{0}' and as '{0}.$'; the suffix is no part of the name",
        RuleSeverity.Error,
        "The suffix .$ is taken off when a payload is made, so a field with it and one without it would be the same. The language forbids that.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4015: Fail takes a string from something else.</summary>
    public static Rule InvalidErrorPath { get; } = new(
        "SMG4015",
        "ErrorPath and CausePath must select a string or call a function that gives one",
        "{0} must be a Reference Path or a call of an intrinsic function that gives a string: {1}",
        RuleSeverity.Error,
        "Error and cause are strings. AWS takes paths and the functions States.Format, States.JsonToString, States.ArrayGetItem, States.Base64Encode, States.Base64Decode, States.Hash and States.UUID.")
    {
        AwsCode = SchemaValidation,
    };

    /// <summary>SMG4016: a call has the wrong number of arguments.</summary>
    public static Rule IntrinsicArgumentCount { get; } = new(
        "SMG4016",
        "An intrinsic function must be called with as many arguments as it takes",
        "{0} takes {1}, not {2}",
        RuleSeverity.Warning,
        "A call with too few or too many arguments fails with States.IntrinsicFailure. The template of States.Format needs a value for each of its places {}.");

    /// <summary>SMG4017: a call can only fail.</summary>
    public static Rule FailingIntrinsic { get; } = new(
        "SMG4017",
        "A call of an intrinsic function must be able to succeed",
        "This call of {0} always fails: {1}",
        RuleSeverity.Warning,
        "Functions fail with States.IntrinsicFailure on arguments of a wrong type or out of range. Where such an argument is written as a literal, the call never succeeds.");

    /// <summary>SMG4018: a comparison looks at a list.</summary>
    public static Rule ComparedWithList { get; } = new(
        "SMG4018",
        "A choice rule must be compared with one value",
        "{0} selects a list, which no value is equal to, less or greater than: {1}",
        RuleSeverity.Warning,
        "A path with wildcards, filters or slices gives a list of what it selects, even of one value. A comparison with a list is never true.");

    /// <summary>SMG4019: a path where nothing is evaluated.</summary>
    public static Rule UnevaluatedPath { get; } = new(
        "SMG4019",
        "A path in a payload template must stand in a field with the suffix .$",
        "{0} is passed on as this text, not as what it selects; {1}",
        RuleSeverity.Warning,
        "Only fields whose name ends in .$ are evaluated. Elements of an array never are.")
    {
        AwsCode = "NO_DOLLAR",
    };

    /// <summary>SMG4020: <c>Result</c> holds something that looks evaluated.</summary>
    public static Rule StaticResult { get; } = new(
        "SMG4020",
        "Result of a Pass state is never evaluated",
        "{0} in Result is passed on as it is; use Parameters for a payload that is evaluated",
        RuleSeverity.Warning,
        "The value of Result is the state's result, word for word. Paths and fields with the suffix .$ have no meaning in it.")
    {
        AwsCode = "PASS_RESULT_IS_STATIC",
    };

    /// <summary>SMG4045: a name in a function call that needs brackets.</summary>
    public static Rule NameNeedsBrackets { get; } = new(
        "SMG4045",
        "Names with hyphens or blanks stand in brackets in a call of an intrinsic function",
        "'{0}' is not read as a name here; write ['{0}']",
        RuleSeverity.Warning,
        "AWS reads the arguments of intrinsic functions more strictly than paths that stand alone: a name after a dot cannot have hyphens or blanks there.");

    internal static ImmutableArray<Rule> All { get; } =
    [
        InvalidPath, NotReferencePath, UnsupportedPathRoot, InvalidTemplateValue, DuplicateTemplateField, InvalidErrorPath, IntrinsicArgumentCount,
        FailingIntrinsic, ComparedWithList, UnevaluatedPath, StaticResult, NameNeedsBrackets,
    ];

    private const string SchemaValidation = "SCHEMA_VALIDATION_FAILED";
}
