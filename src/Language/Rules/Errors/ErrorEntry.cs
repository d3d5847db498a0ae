using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>An entry of Retry or Catch whose errors are names.</summary>
/// <param name="Part">The entry.</param>
/// <param name="Field"><c>Retry</c> or <c>Catch</c>.</param>
/// <param name="Names">The names in the order of the text.</param>
internal readonly record struct ErrorEntry(DocumentPart Part, string Field, ImmutableArray<JsonSyntax> Names)
{
    public string Name(int index) => ((JsonStringSyntax)Names[index]).Value;

    public string PathOfName(int index) => Part.PathOf("ErrorEquals") + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>The entries of a state's Retry; those with a fault of their own are left out.</summary>
    public static List<ErrorEntry> OfRetry(State state)
    {
        List<ErrorEntry> entries = [];
        foreach (Retrier retrier in state.Retry)
        {
            Add(entries, retrier, "Retry");
        }

        return entries;
    }

    /// <summary>The entries of a state's Catch; those with a fault of their own are left out.</summary>
    public static List<ErrorEntry> OfCatch(State state)
    {
        List<ErrorEntry> entries = [];
        foreach (Catcher catcher in state.Catch)
        {
            Add(entries, catcher, "Catch");
        }

        return entries;
    }

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Where the name stands first, or -1.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Name(i) == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Add(List<ErrorEntry> entries, DocumentPart part, string field)
    {
        if (part.Field("ErrorEquals")?.Value is not JsonArraySyntax { Items.Length: > 0 } names)
        {
            return;
        }

        foreach (JsonSyntax name in names.Items)
        {
            if (name is not JsonStringSyntax)
            {
                return;
            }
        }

        entries.Add(new ErrorEntry(part, field, names.Items));
    }
}
