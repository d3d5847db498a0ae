using System.Linq;
using StateMachineGen.Language.Completion;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Tests.Completion;

/// <summary>A text that is being written in a definition. <c>|</c> is the caret.</summary>
internal sealed class Draft
{
    private const char CaretMark = '|';

    private readonly string _text;
    private readonly SuggestionList? _list;

    private Draft(CompletionPlace place, string marked)
    {
        int caret = marked.IndexOf(CaretMark, System.StringComparison.Ordinal);
        _text = marked.Remove(caret, 1);
        _list = StringCompletion.Complete(place, _text, caret);
    }

    /// <summary>What is suggested, in one line.</summary>
    public string Suggested => _list is null ? "" : string.Join(" ", _list.Items.Select(item => item.Text));

    public Suggestion Find(string text) => _list.ShouldNotBeNull("Nothing is suggested.").Items.FirstOrDefault(item => item.Text == text).ShouldNotBeNull($"Only these are suggested: {Suggested}");

    /// <summary>The text after a suggestion is taken.</summary>
    public string With(string text)
    {
        string insertion = Find(text).Insertion;
        return _text.Remove(_list!.Range.Start, _list.Range.Length).Insert(_list.Range.Start, insertion);
    }

    /// <summary>The value of a field as JSON.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">The state, or "" for the machine.</param>
    /// <param name="field">The way to the value: <c>Catch/[]/Assign</c>.</param>
    /// <param name="marked">The JSON with the caret.</param>
    /// <param name="data">What is known of the data.</param>
    public static Draft Json(string definition, string state, string field, string marked, KnownData? data = null) =>
        new(Place(definition, state, field, CompletionText.Json, data), marked);

    /// <summary>The value of a field as a string.</summary>
    public static Draft Text(string definition, string state, string field, string marked, KnownData? data = null, bool isExpress = false) =>
        new(Place(definition, state, field, CompletionText.String, data) with { IsExpress = isExpress }, marked);

    /// <summary>The name of a field.</summary>
    public static Draft FieldName(string definition, string state, string marked) => new(Place(definition, state, "", CompletionText.FieldName, null), marked);

    /// <summary>The place of a field.</summary>
    public static CompletionPlace Place(string definition, string state, string field, CompletionText text, KnownData? data)
    {
        StateMachine machine = Definition.Read(definition).Machine!;
        DocumentPart part = state.Length == 0 ? machine : Find(machine, state)!;
        return new CompletionPlace(machine, part, [.. field.Split('/', System.StringSplitOptions.RemoveEmptyEntries)], text, IsExpress: false, data ?? new KnownData(), []);
    }

    private static State? Find(StateContainer container, string name) => container.FindState(name)
        ?? container.States.SelectMany(state => state.Containers).Select(nested => Find(nested, name)).FirstOrDefault(state => state is not null);
}
