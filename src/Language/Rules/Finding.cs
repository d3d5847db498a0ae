using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>A place where a definition breaks a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">The node to point at: a value, or a member where the name is meant.</param>
/// <param name="Path">The place as AWS writes it: <c>/States/A/Catch[0]/Next</c>; <c>/</c> for the machine itself.</param>
/// <param name="Arguments">What fills the rule's message.</param>
public sealed record Finding(Rule Rule, JsonSyntax Place, string Path, ImmutableArray<string> Arguments)
{
    /// <summary>The characters to point at when <see cref="Place"/> is a string, counted in its value; null for the whole of it.</summary>
    public TextRange? Within { get; init; }

    /// <summary>The change that is surely meant, where it is known; null where the user has to decide.</summary>
    public Correction? Correction { get; init; }

    /// <summary>The code of AWS's diagnostic: that of the rule, unless AWS has several for what is one rule here; null when AWS says nothing.</summary>
    public string? AwsCode
    {
        get => field ?? Rule.AwsCode;
        init;
    }

    /// <summary>AWS's own words for it where they were recorded, as ValidateStateMachineDefinition gives them, or null.</summary>
    public string? AwsMessage { get; init; }

    /// <summary>Where AWS's diagnostic is, which can be the state instead of its field; null when AWS names no place.</summary>
    public string? AwsLocation { get; init; } = Path;

    /// <summary>The message, ready to be shown.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments.Cast<object>()]);

    /// <summary>Where the finding points at in the text that the definition was read from.</summary>
    /// <param name="text">The text.</param>
    public TextRange Locate(string text) => Within is { } within ? JsonStringMap.Locate(text, Place.Range, within) : Place.Range;
}
