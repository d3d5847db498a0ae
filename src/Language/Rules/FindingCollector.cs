using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Gathers what the checks find.</summary>
internal sealed class FindingCollector
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    public void Add(Rule rule, JsonSyntax place, string path, params string[] arguments) =>
        _findings.Add(new Finding(rule, place, path.Length == 0 ? "/" : path, [.. arguments]));

    /// <summary>Adds a finding at some characters of a string's value.</summary>
    public void Add(Rule rule, JsonStringSyntax place, TextRange within, string path, params string[] arguments) =>
        _findings.Add(new Finding(rule, place, path, [.. arguments]) { Within = within });

    /// <summary>Tells what should stand in place of the characters that the finding that was added last points at.</summary>
    /// <param name="text">The text; null when it is not known.</param>
    public void Correct(string? text)
    {
        Finding last = _findings[_findings.Count - 1];
        if (text is not null && Correction.TextOf(last.Place) is { } whole)
        {
            Correct(last.Place, last.Within ?? new TextRange(0, whole.Length), text);
        }
    }

    /// <summary>Tells which characters to change, and how, to mend the finding that was added last.</summary>
    public void Correct(JsonSyntax place, TextRange within, string text)
    {
        int last = _findings.Count - 1;
        _findings[last] = _findings[last] with { Correction = new Correction(place, within, text) };
    }

    /// <summary>Tells how AWS reports the finding that was added last, where that was recorded.</summary>
    /// <param name="message">AWS's words; null when they are not known.</param>
    /// <param name="location">AWS's place; null when it names none.</param>
    /// <param name="code">AWS's code, where it has several for the rule.</param>
    public void SayAsAws(string? message, string? location, string? code = null)
    {
        int last = _findings.Count - 1;
        _findings[last] = _findings[last] with { AwsMessage = message, AwsLocation = location is "" ? "/" : location, AwsCode = code };
    }

    /// <summary>Tells that AWS reports the finding that was added last as the lack of fields.</summary>
    public void SayAsAwsMissing(string path, string fields) => SayAsAws("These fields are required: [" + fields + "]", path);

    /// <summary>Tells that AWS reports the finding that was added last as a field that its part does not have; it names the part, not the field.</summary>
    public void SayAsAwsUnsupported(string path, string field) => SayAsAws("Field '" + field + "' is not supported", path);

    /// <summary>Tells that AWS reports the finding that was added last as a value of a payload template; it names the template, not the value.</summary>
    public void SayAsAwsInvalidValue(string template, string field) =>
        SayAsAws("The value for the field '" + field + "' must be a valid JSONPath or a valid intrinsic function call", template);

    public ImmutableArray<Finding> ToImmutable() => _findings.ToImmutable();

    /// <summary>A scope as messages name it.</summary>
    public static string Name(StateContainer scope) => scope switch
    {
        StateMachine => "The state machine",
        Branch => "The branch " + scope.Path,
        _ => "The item processor " + scope.Path,
    };

    /// <summary>A value as messages show it: its JSON, cut when it is long.</summary>
    public static string Show(JsonSyntax value)
    {
        string text = JsonWriter.WriteCompact(value);
        return text.Length <= 60 ? text : text.Remove(59) + "…";
    }
}
