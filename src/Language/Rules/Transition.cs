using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>A field that names a state to go to.</summary>
/// <param name="Part">What the field stands in: a scope, a state, a choice rule or a catcher.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Value">The field's value.</param>
/// <param name="StateField">The field of the state that the field stands in, or the field itself.</param>
internal readonly record struct Transition(DocumentPart Part, string Field, JsonSyntax Value, string StateField)
{
    public Transition(DocumentPart part, string field, JsonSyntax value)
        : this(part, field, value, field)
    {
    }

    /// <summary>The name of the state to go to, or null when the value is no string.</summary>
    public string? Target => (Value as JsonStringSyntax)?.Value;

    /// <summary>The field's path.</summary>
    public string Path => Part.PathOf(Field);

    /// <summary>Whether an error leads here.</summary>
    public bool IsCatch => StateField == "Catch";

    /// <summary>
    /// All transitions of a state. Those in fields that the type of the state does not have count as well: whoever wrote
    /// them meant them, and without them a second fault would be reported at their target.
    /// </summary>
    public static IEnumerable<Transition> From(State state)
    {
        if (state.Field("Next") is { } next)
        {
            yield return new Transition(state, "Next", next.Value);
        }

        if (state.Field("Default") is { } @default)
        {
            yield return new Transition(state, "Default", @default.Value);
        }

        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                if (rule.Field("Next") is { } ruleNext)
                {
                    yield return new Transition(rule, "Next", ruleNext.Value, "Choices");
                }
            }
        }

        foreach (Catcher catcher in state.Catch)
        {
            if (catcher.Field("Next") is { } catcherNext)
            {
                yield return new Transition(catcher, "Next", catcherNext.Value, "Catch");
            }
        }
    }
}
