using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Completion;

/// <summary>What can be written at a place.</summary>
/// <param name="Range">The characters that a suggestion takes the place of; the caret is in it or at its ends.</param>
/// <param name="Items">The suggestions, each text once.</param>
public sealed record SuggestionList(TextRange Range, ImmutableArray<Suggestion> Items)
{
    internal static SuggestionList? Create(TextRange range, IEnumerable<Suggestion> suggestions)
    {
        ImmutableArray<Suggestion>.Builder items = ImmutableArray.CreateBuilder<Suggestion>();
        var known = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (Suggestion suggestion in suggestions)
        {
            if (known.Add(suggestion.Text))
            {
                items.Add(suggestion);
            }
        }

        return items.Count == 0 ? null : new SuggestionList(range, items.ToImmutable());
    }

    /// <summary>The same suggestions in a JSON text.</summary>
    /// <param name="range">The characters to replace, counted in that text.</param>
    /// <param name="isQuoted">Whether the quotes are there already.</param>
    internal SuggestionList InJson(TextRange range, bool isQuoted)
    {
        ImmutableArray<Suggestion>.Builder items = ImmutableArray.CreateBuilder<Suggestion>(Items.Length);
        foreach (Suggestion item in Items)
        {
            var text = new StringBuilder();
            JsonWriter.WriteString(text, item.Insertion);
            items.Add(item with { Insertion = isQuoted ? text.ToString(1, text.Length - 2) : text.ToString() });
        }

        return new SuggestionList(range, items.MoveToImmutable());
    }
}
