using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of Maps and of what they carry.</summary>
public static class MapRules
{
    /// <summary>SMG1039: AWS refuses a label.</summary>
    public static Rule InvalidLabel { get; } = new(
        "SMG1039",
        "The Label of a Map must be one that AWS accepts",
        "The label '{0}' {1}",
        RuleSeverity.Error,
        "The Label becomes part of the ARN of a map run. AWS refuses one that is empty, longer than 40 characters, or holds white space, control characters or one of ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \".")
    {
        AwsCode = "INVALID_LABEL_NAME",
    };

    /// <summary>SMG1040: two Maps have one label.</summary>
    public static Rule DuplicateLabel { get; } = new(
        "SMG1040",
        "Labels must be unique in the whole state machine",
        "The label '{0}' is already in use at {1}; labels are unique in the whole machine",
        RuleSeverity.Error,
        "The Label tells the map runs of a machine apart, so AWS refuses one that occurs twice.")
    {
        AwsCode = "DUPLICATE_LABEL_NAME",
    };

    /// <summary>SMG1041: a field of Distributed Maps stands on an inline Map.</summary>
    public static Rule DistributedOnly { get; } = new(
        "SMG1041",
        "Fields of Distributed Maps need the mode DISTRIBUTED",
        "The Map '{0}' runs inline and has {1}: that is for Distributed Maps, whose ProcessorConfig has the Mode DISTRIBUTED",
        RuleSeverity.Warning,
        "ItemReader, ItemBatcher, ResultWriter, Label and the tolerated failures belong to Maps whose items have executions of their own. An inline Map takes its items from its input and fails with the first of them.");

    /// <summary>SMG1043: a field has no effect.</summary>
    public static Rule IneffectiveField { get; } = new(
        "SMG1043",
        "A field should have an effect",
        "{0} has no effect: {1}",
        RuleSeverity.Warning,
        "Some fields are overruled by others: the Result of a Pass is its result whatever Parameters says, a result that ResultPath drops needs no ResultSelector, and an inline Map runs in the execution that it is part of.");

    /// <summary>SMG1044: a ResultWriter does not say where to write.</summary>
    public static Rule IncompleteResultWriter { get; } = new(
        "SMG1044",
        "A ResultWriter needs a Resource or a WriterConfig",
        "The ResultWriter of '{0}' says neither where to write nor how: Resource and WriterConfig are missing",
        RuleSeverity.Warning,
        "A ResultWriter exports results with its Resource, or shapes them with WriterConfig alone. AWS takes one with neither, and the execution fails when it writes.");

    /// <summary>SMG1045: a reader and a path give the items.</summary>
    public static Rule ReaderWithItemsPath { get; } = new(
        "SMG1045",
        "Items come from ItemReader or from ItemsPath",
        "ItemsPath has a say here only in what ItemReader reads: the items of '{0}' do not come from its input",
        RuleSeverity.Warning,
        "With an ItemReader the items are read from S3. An ItemsPath that was meant to select them in the input of the state does not.");

    internal static ImmutableArray<Rule> All { get; } =
        [InvalidLabel, DuplicateLabel, DistributedOnly, IneffectiveField, IncompleteResultWriter, ReaderWithItemsPath];
}
