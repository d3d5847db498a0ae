using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Names;

/// <summary>The parts of a definition that are no states, with their fields in canonical order (ASL, and the developer guide on Distributed Maps).</summary>
public static class PartSchemas
{
    private static readonly PartField s_comment = new("Comment", FieldValue.Text);

    // Where a scope starts, and what it holds, is checked with the transitions.
    private static readonly PartField s_startAt = new("StartAt", FieldValue.Any);
    private static readonly PartField s_states = new("States", FieldValue.Any);

    /// <summary>A whole machine.</summary>
    public static PartSchema StateMachine { get; } = Create(
        "the state machine",
        [s_comment, new("QueryLanguage", FieldValue.QueryLanguage), new("Version", FieldValue.OneOf("1.0")), new("TimeoutSeconds", FieldValue.Seconds), s_startAt, s_states]);

    /// <summary>A branch of a Parallel state.</summary>
    public static PartSchema Branch { get; } = Create("a branch of a Parallel state", [s_comment, s_startAt, s_states]);

    /// <summary>A Map's <c>ItemProcessor</c>, or of old <c>Iterator</c>.</summary>
    public static PartSchema ItemProcessor { get; } =
        Create("the item processor of a Map state", [s_comment, new("ProcessorConfig", FieldValue.Object), s_startAt, s_states]);

    /// <summary>The <c>ProcessorConfig</c> of an item processor.</summary>
    public static PartSchema ProcessorConfig { get; } = Create(
        "the ProcessorConfig of a Map state",
        [new("Mode", FieldValue.OneOf("INLINE", "DISTRIBUTED")), new("ExecutionType", FieldValue.OneOf("STANDARD", "EXPRESS"))]);

    /// <summary>A Distributed Map's <c>ItemReader</c>.</summary>
    public static PartSchema ItemReader { get; } = Create(
        "the ItemReader of a Map state",
        [
            new("Resource", FieldValue.Text), new("ReaderConfig", FieldValue.Object), new("Parameters", FieldValue.Template, QueryLanguage.JSONPath),
            new("Arguments", FieldValue.Object.OrExpression, QueryLanguage.JSONata),
        ],
        FieldGroup.Required("Resource"));

    /// <summary>An ItemReader's <c>ReaderConfig</c>.</summary>
    public static PartSchema ReaderConfig { get; } = Create(
        "the ReaderConfig of a Map state",
        [
            new("InputType", FieldValue.OneOf("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST").OrExpression),
            new("Transformation", FieldValue.OneOf("NONE", "LOAD_AND_FLATTEN").OrExpression),
            new("ManifestType", FieldValue.OneOf("ATHENA_DATA", "S3_INVENTORY").OrExpression),
            new("CSVDelimiter", FieldValue.OneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB").OrExpression),
            new("CSVHeaderLocation", FieldValue.OneOf("FIRST_ROW", "GIVEN").OrExpression),
            new("CSVHeaders", FieldValue.Array.OrExpression),
            new("ItemsPointer", FieldValue.Text),
            new("MaxItems", FieldValue.Integer(0, Quotas.MaxItems).OrExpression),
            new("MaxItemsPath", FieldValue.Path, QueryLanguage.JSONPath),
        ],
        FieldGroup.AtMostOne("MaxItems", "MaxItemsPath"));

    /// <summary>A Distributed Map's <c>ItemBatcher</c>.</summary>
    public static PartSchema ItemBatcher { get; } = Create(
        "the ItemBatcher of a Map state",
        [
            new("BatchInput", FieldValue.Template),
            new("MaxItemsPerBatch", FieldValue.Integer(0).OrExpression),
            new("MaxItemsPerBatchPath", FieldValue.Path, QueryLanguage.JSONPath),
            new("MaxInputBytesPerBatch", FieldValue.Integer(0, Quotas.PayloadBytes).OrExpression),
            new("MaxInputBytesPerBatchPath", FieldValue.Path, QueryLanguage.JSONPath),
        ],
        FieldGroup.Required("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"),
        FieldGroup.AtMostOne("MaxItemsPerBatch", "MaxItemsPerBatchPath"),
        FieldGroup.AtMostOne("MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"));

    /// <summary>A Distributed Map's <c>ResultWriter</c>. AWS takes one without a Resource.</summary>
    public static PartSchema ResultWriter { get; } = Create(
        "the ResultWriter of a Map state",
        [
            new("Resource", FieldValue.Text), new("WriterConfig", FieldValue.Object), new("Parameters", FieldValue.Template, QueryLanguage.JSONPath),
            new("Arguments", FieldValue.Object.OrExpression, QueryLanguage.JSONata),
        ]);

    /// <summary>A ResultWriter's <c>WriterConfig</c>.</summary>
    public static PartSchema WriterConfig { get; } = Create(
        "the WriterConfig of a Map state",
        [new("Transformation", FieldValue.OneOf("NONE", "COMPACT", "FLATTEN").OrExpression), new("OutputType", FieldValue.OneOf("JSON", "JSONL").OrExpression)],
        FieldGroup.Required("OutputType"));

    /// <summary>An entry of <c>Retry</c>. ErrorEquals has rules of its own.</summary>
    public static PartSchema Retrier { get; } = Create(
        "an entry of Retry",
        [
            new("ErrorEquals", FieldValue.Any), new("IntervalSeconds", FieldValue.Seconds), new("MaxAttempts", FieldValue.Integer(0, Quotas.MaxSeconds)),
            new("BackoffRate", FieldValue.NumberIn(1)), new("MaxDelaySeconds", FieldValue.Integer(1, Quotas.MaxDelaySeconds)),
            new("JitterStrategy", FieldValue.OneOf("FULL", "NONE")), s_comment,
        ]);

    /// <summary>An entry of <c>Catch</c>. ErrorEquals and Next have rules of their own.</summary>
    public static PartSchema Catcher { get; } = Create(
        "an entry of Catch",
        [
            new("ErrorEquals", FieldValue.Any), new("ResultPath", FieldValue.PathOrNull, QueryLanguage.JSONPath), new("Assign", FieldValue.Object),
            new("Output", FieldValue.Any, QueryLanguage.JSONata), new("Next", FieldValue.Any), s_comment,
        ]);

    /// <summary>An entry of <c>Choices</c>. What its fields make up has rules of its own.</summary>
    public static PartSchema ChoiceRule { get; } = Create(
        "a choice rule",
        [
            s_comment, .. Comparison(), new("Condition", FieldValue.Boolean.OrExpression, QueryLanguage.JSONata),
            new("Assign", FieldValue.Object), new("Output", FieldValue.Any, QueryLanguage.JSONata), new("Next", FieldValue.Any),
        ]);

    /// <summary>A choice rule within another.</summary>
    public static PartSchema NestedChoiceRule { get; } = Create("a rule within another", [s_comment, .. Comparison()]);

    private static ImmutableArray<PartField> Comparison() =>
    [
        new("And", FieldValue.Array, QueryLanguage.JSONPath), new("Or", FieldValue.Array, QueryLanguage.JSONPath), new("Not", FieldValue.Object, QueryLanguage.JSONPath),
        new("Variable", FieldValue.Path, QueryLanguage.JSONPath),
        .. ComparisonOperators.All.OrderBy(static known => known.Name, System.StringComparer.Ordinal).Select(static known => new PartField(known.Name, known.Operand, QueryLanguage.JSONPath)),
    ];

    private static PartSchema Create(string name, ImmutableArray<PartField> fields, params FieldGroup[] groups) => new(name, fields, [.. groups]);
}
