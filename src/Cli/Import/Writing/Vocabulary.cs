using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>The names of the authoring vocabulary as they are written in one file.</summary>
internal sealed class Vocabulary
{
    private readonly string _prefix;

    /// <summary>Creates the vocabulary for files of a namespace: where a part of it is called as something of ours, our names must be written out.</summary>
    public Vocabulary(string @namespace) =>
        _prefix = @namespace.Split('.').Any(AvoidedNames.Referenced.Contains) ? "global::StateMachineGen." : "";

    /// <summary>The type of conditions.</summary>
    public string Condition => _prefix + "Condition";

    /// <summary>The name of an error: a constant where there is one.</summary>
    public ValueSource Error(string error) =>
        ErrorConstants.All.TryGetValue(error, out string? constant) ? new ValueSource(_prefix + "Errors." + constant) : ValueSource.FromText(error);

    /// <summary>A resource: a constant where there is one. Null when it is no string.</summary>
    public ValueSource? Resource(JsonSyntax value) => value is not JsonStringSyntax { Value: var resource } ? null
        : IntegrationConstants.All.TryGetValue(resource, out string? constant) ? new ValueSource(_prefix + "Integrations." + constant)
        : ValueSource.FromText(resource);

    /// <summary>A query language. Null when it is none.</summary>
    public ValueSource? Language(JsonSyntax value) => PropertyValue.Language(value, _prefix);

    /// <summary>A member of an enum. Null when the value is none of its words.</summary>
    public ValueSource? Word(JsonSyntax value, string type, params System.ReadOnlySpan<string> members) => PropertyValue.Word(value, _prefix + type, members);
}
