using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>
/// Writes the query language of a machine on its states, for when they are copied into a machine of another language: a state that names none takes the
/// language of the whole machine, whatever it is nested in.
/// </summary>
internal static class BodyLanguage
{
    public static JsonSyntax Write(JsonSyntax states, string language) => states is JsonObjectSyntax @object
        ? new JsonObjectSyntax([.. @object.Members.Select(state => new JsonMemberSyntax(state.Name, WriteState(state.Value, language), state.Range))], @object.Range)
        : states;

    private static JsonSyntax WriteState(JsonSyntax state, string language)
    {
        if (state is not JsonObjectSyntax fields)
        {
            return state;
        }

        ImmutableArray<JsonMemberSyntax> members = [.. fields.Members.Select(field => new JsonMemberSyntax(field.Name, WriteScopes(field, language), field.Range))];
        if (fields.Find(nameof(QueryLanguage)) is null)
        {
            int index = members.Select(static member => member.Name).TakeWhile(static name => name is "Type" or "Comment").Count();
            members = members.Insert(index, new JsonMemberSyntax(nameof(QueryLanguage), new JsonStringSyntax(language)));
        }

        return new JsonObjectSyntax(members, fields.Range);
    }

    private static JsonSyntax WriteScopes(JsonMemberSyntax field, string language) => (field.Name, field.Value) switch
    {
        ("Branches", JsonArraySyntax branches) => new JsonArraySyntax([.. branches.Items.Select(branch => WriteScope(branch, language))], branches.Range),
        ("ItemProcessor" or "Iterator", _) => WriteScope(field.Value, language),
        _ => field.Value,
    };

    private static JsonSyntax WriteScope(JsonSyntax scope, string language) => scope is JsonObjectSyntax fields
        ? new JsonObjectSyntax(
            [.. fields.Members.Select(field => field.Name == "States" ? new JsonMemberSyntax(field.Name, Write(field.Value, language), field.Range) : field)], fields.Range)
        : scope;
}
