using System;
using System.Collections.Frozen;

namespace StateMachineGen.Cli.Import;

/// <summary>Names that imported classes do not take: they would hide what the source refers to, or what it inherits or gets from the generator.</summary>
internal static class AvoidedNames
{
    /// <summary>What imported source calls by a simple name; a class of that name nearby would be meant instead.</summary>
    public static readonly FrozenSet<string> Referenced = new[]
    {
        "Errors", "Integrations", "QueryLanguage", "JitterStrategy", "MachineType", "ProcessorMode", "InputType", "CSVDelimiter", "CSVHeaderLocation",
        "ManifestType", "ReaderTransformation", "WriterTransformation", "WriterOutputType", "Condition", "Conditions", "Variable", "Rule", "All", "Any",
        "IntegrationPattern", "StateMachineGen",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_members = new[]
    {
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "OnCreateLambdaServices", "HandleLambdaAsync",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_hooks = new[] { "OnEntered", "OnExited", "OnFailed", "OnRetried" }.ToFrozenSet();

    /// <summary>Whether a state or branch is better called otherwise.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isNested">Whether the class is nested in that of another state, which has hooks.</param>
    public static bool Contains(string name, bool isNested) =>
        Referenced.Contains(name) || s_members.Contains(name) || IsAttributeName(name) || (isNested && s_hooks.Contains(name));

    /// <summary>Whether a machine is better called otherwise.</summary>
    public static bool ContainsMachine(string name) => Referenced.Contains(name) || IsAttributeName(name) || name == "System";

    private static bool IsAttributeName(string name) => name.EndsWith("Attribute", StringComparison.Ordinal);
}
