using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

/// <summary>How a Map runs its items (ASL field <c>ProcessorConfig.Mode</c>).</summary>
public enum ProcessorMode
{
    /// <summary>Inside the execution, about 40 at once; what AWS assumes when nothing is said.</summary>
    Inline,

    /// <summary>Each item, or batch of items, as an execution of its own, up to 10,000 at once.</summary>
    Distributed,
}

/// <summary>How a <see cref="MapAttribute"/> state runs the states nested in its class (ASL field <c>ItemProcessor</c>). It may be left out when there is nothing to say.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class ItemProcessorAttribute : Attribute
{
    /// <summary>How the items are run (ASL field <c>ProcessorConfig.Mode</c>).</summary>
    public ProcessorMode Mode { get; set; }

    /// <summary>The kind of the executions of a Distributed Map (ASL field <c>ProcessorConfig.ExecutionType</c>), which must be said for one.</summary>
    public MachineType ExecutionType { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c> of the item processor).</summary>
    public string? Comment { get; set; }
}

/// <summary>
/// Runs the states of another machine for each item of a <see cref="MapAttribute"/> state (ASL field <c>ItemProcessor</c>). The states are copied into the
/// definition, so their names must differ from all others in it; <c>TimeoutSeconds</c> of the other machine does not come along.
/// </summary>
/// <typeparam name="TMachine">A class with <see cref="StateMachineAttribute"/>, of this assembly or another.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ItemProcessorAttribute<TMachine> : ItemProcessorAttribute;

/// <summary>Writes the states of a <see cref="MapAttribute"/> state under the old name <c>Iterator</c> instead of <c>ItemProcessor</c>, for definitions that shall stay as they are.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IteratorAttribute : Attribute
{
    /// <summary>How the items are run (ASL field <c>ProcessorConfig.Mode</c>), which AWS takes under the old name as well.</summary>
    public ProcessorMode Mode { get; set; }

    /// <summary>The kind of the executions of a Distributed Map (ASL field <c>ProcessorConfig.ExecutionType</c>).</summary>
    public MachineType ExecutionType { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c> of the iterator).</summary>
    public string? Comment { get; set; }
}

/// <summary>The format of the items that an ItemReader reads (ASL field <c>ReaderConfig.InputType</c>).</summary>
public enum InputType
{
    /// <summary>A CSV file, each line an item.</summary>
    Csv,

    /// <summary>A JSON file, an array or an object with one.</summary>
    Json,

    /// <summary>A file with a JSON value on each line.</summary>
    Jsonl,

    /// <summary>An Apache Parquet file.</summary>
    Parquet,

    /// <summary>A manifest that lists the files to read.</summary>
    Manifest,
}

/// <summary>Where the column names of a CSV file come from (ASL field <c>ReaderConfig.CSVHeaderLocation</c>).</summary>
public enum CSVHeaderLocation
{
    /// <summary>The file's first line.</summary>
    FirstRow,

    /// <summary><see cref="ItemReaderAttribute.CSVHeaders"/>.</summary>
    Given,
}

/// <summary>What separates the columns of a CSV file (ASL field <c>ReaderConfig.CSVDelimiter</c>).</summary>
public enum CSVDelimiter
{
    /// <summary>A comma; what AWS assumes when nothing is said.</summary>
    Comma,

    /// <summary>A vertical bar.</summary>
    Pipe,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A blank.</summary>
    Space,

    /// <summary>A tab.</summary>
    Tab,
}

/// <summary>The kind of manifest (ASL field <c>ReaderConfig.ManifestType</c>).</summary>
public enum ManifestType
{
    /// <summary>The manifest of Athena's UNLOAD.</summary>
    AthenaData,

    /// <summary>The manifest of an S3 inventory.</summary>
    S3Inventory,
}

/// <summary>What to make of a list of objects (ASL field <c>ReaderConfig.Transformation</c>).</summary>
public enum ReaderTransformation
{
    /// <summary>Each object's metadata is an item.</summary>
    None,

    /// <summary>Each object is read, and what is in it are the items.</summary>
    LoadAndFlatten,
}

/// <summary>Where the items of a Distributed Map lie (ASL field <c>ItemReader</c>).</summary>
/// <param name="resource">What reads them (ASL field <c>Resource</c>): <see cref="Integrations.S3.GetObject"/> or <see cref="Integrations.S3.ListObjectsV2"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ItemReaderAttribute(string resource) : Attribute
{
    /// <summary>What reads the items.</summary>
    public string Resource { get; } = resource;

    /// <summary>Which object to read, in JSONPath (ASL field <c>Parameters</c>): <c>Bucket</c>, <c>Key</c>, <c>Prefix</c>, <c>VersionId</c>.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Parameters { get; set; }

    /// <summary>Which object to read, in JSONata (ASL field <c>Arguments</c>).</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Arguments { get; set; }

    /// <summary>The format of the items (ASL field <c>ReaderConfig.InputType</c>).</summary>
    public InputType InputType { get; set; }

    /// <summary>What to make of a list of objects (ASL field <c>ReaderConfig.Transformation</c>).</summary>
    public ReaderTransformation Transformation { get; set; }

    /// <summary>The kind of manifest (ASL field <c>ReaderConfig.ManifestType</c>).</summary>
    public ManifestType ManifestType { get; set; }

    /// <summary>What separates the columns of a CSV file (ASL field <c>ReaderConfig.CSVDelimiter</c>).</summary>
    public CSVDelimiter CSVDelimiter { get; set; }

    /// <summary>Where the column names of a CSV file come from (ASL field <c>ReaderConfig.CSVHeaderLocation</c>).</summary>
    public CSVHeaderLocation CSVHeaderLocation { get; set; }

    /// <summary>The column names, when <see cref="CSVHeaderLocation"/> says so (ASL field <c>ReaderConfig.CSVHeaders</c>).</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Attributes take arrays and no other collections.")]
    public string[]? CSVHeaders { get; set; }

    /// <summary>The JSON Pointer to the items in a JSON file (ASL field <c>ReaderConfig.ItemsPointer</c>).</summary>
    public string? ItemsPointer { get; set; }

    /// <summary>How many items to read at most, up to 100,000,000 (ASL field <c>ReaderConfig.MaxItems</c>): a whole number or, in JSONata, an expression.</summary>
    public object? MaxItems { get; set; }

    /// <summary>The path to that number (ASL field <c>ReaderConfig.MaxItemsPath</c>).</summary>
    public string? MaxItemsPath { get; set; }
}

/// <summary>Groups the items of a Distributed Map, so that one execution handles several (ASL field <c>ItemBatcher</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ItemBatcherAttribute : Attribute
{
    /// <summary>How many items a batch has at most (ASL field <c>MaxItemsPerBatch</c>): a whole number or, in JSONata, an expression.</summary>
    public object? MaxItemsPerBatch { get; set; }

    /// <summary>The path to that number (ASL field <c>MaxItemsPerBatchPath</c>).</summary>
    public string? MaxItemsPerBatchPath { get; set; }

    /// <summary>How many bytes a batch has at most, up to 262,144 (ASL field <c>MaxInputBytesPerBatch</c>): a whole number or, in JSONata, an expression.</summary>
    public object? MaxInputBytesPerBatch { get; set; }

    /// <summary>The path to that number (ASL field <c>MaxInputBytesPerBatchPath</c>).</summary>
    public string? MaxInputBytesPerBatchPath { get; set; }

    /// <summary>What each batch gets besides its items (ASL field <c>BatchInput</c>): a payload template; in JSONata any JSON, or one expression.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? BatchInput { get; set; }
}

/// <summary>How results are changed before they are written (ASL field <c>WriterConfig.Transformation</c>).</summary>
public enum WriterTransformation
{
    /// <summary>The output of each execution with its metadata.</summary>
    None,

    /// <summary>The output of each execution.</summary>
    Compact,

    /// <summary>The outputs, with the elements of arrays each for itself.</summary>
    Flatten,
}

/// <summary>The format in which results are written (ASL field <c>WriterConfig.OutputType</c>).</summary>
public enum WriterOutputType
{
    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>A JSON value on each line.</summary>
    Jsonl,
}

/// <summary>Where the results of a Distributed Map go (ASL field <c>ResultWriter</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResultWriterAttribute : Attribute
{
    /// <summary>Results that are shaped by <see cref="Transformation"/> and <see cref="OutputType"/>, and written nowhere.</summary>
    public ResultWriterAttribute()
    {
    }

    /// <summary>Results that are written.</summary>
    /// <param name="resource">What writes them (ASL field <c>Resource</c>): <see cref="Integrations.S3.PutObject"/>.</param>
    public ResultWriterAttribute(string resource) => Resource = resource;

    /// <summary>What writes the results, or null.</summary>
    public string? Resource { get; }

    /// <summary>Where to write, in JSONPath (ASL field <c>Parameters</c>): <c>Bucket</c> and <c>Prefix</c>.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Parameters { get; set; }

    /// <summary>Where to write, in JSONata (ASL field <c>Arguments</c>).</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Arguments { get; set; }

    /// <summary>How the results are changed (ASL field <c>WriterConfig.Transformation</c>).</summary>
    public WriterTransformation Transformation { get; set; }

    /// <summary>The format (ASL field <c>WriterConfig.OutputType</c>).</summary>
    public WriterOutputType OutputType { get; set; }
}
