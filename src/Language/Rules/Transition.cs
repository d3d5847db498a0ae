using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>A field that names a state to go to.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Value">The field's value.</param>
/// <param name="Path">The field's path.</param>
/// <param name="StateField">The field of the state that the field stands in, or the field itself.</param>
internal readonly record struct Transition(string Field, JsonSyntax Value, string Path, string StateField)
{
    public Transition(string field, JsonSyntax value, string path)
        : this(field, value, path, field)
    {
    }

    /// <summary>The name of the state to go to, or null when the value is no string.</summary>
    public string? Target => (Value as JsonStringSyntax)?.Value;

    /// <summary>
    /// All transitions of a state. Those in fields that the type of the state does not have count as well: whoever wrote
    /// them meant them, and without them a second fault would be reported at their target.
    /// </summary>
    public static IEnumerable<Transition> From(State state)
    {
        if (state.Field("Next") is { } next)
        {
            yield return new Transition("Next", next.Value, state.PathOf("Next"));
        }

        if (state.Field("Default") is { } @default)
        {
            yield return new Transition("Default", @default.Value, state.PathOf("Default"));
        }

        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                if (rule.Field("Next") is { } ruleNext)
                {
                    yield return new Transition("Next", ruleNext.Value, rule.PathOf("Next"), "Choices");
                }
            }
        }

        foreach (Catcher catcher in state.Catch)
        {
            if (catcher.Field("Next") is { } catcherNext)
            {
                yield return new Transition("Next", catcherNext.Value, catcher.PathOf("Next"), "Catch");
            }
        }
    }
}
