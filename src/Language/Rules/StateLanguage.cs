using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>The query language that counts for a state, as far as it can be known.</summary>
/// <param name="Value">The language as AWS reads it.</param>
/// <param name="IsKnown">
/// Whether it is one of the two. AWS reads a misspelt one as JSONata; which fields were meant to be allowed is then not known.
/// </param>
internal readonly record struct StateLanguage(QueryLanguage Value, bool IsKnown)
{
    public static StateLanguage Of(State state, StateMachine machine) =>
        new(state.OwnQueryLanguage ?? machine.QueryLanguage, IsKnownOn(state) && IsKnownOn(machine));

    public static StateLanguage Of(StateMachine machine) => new(machine.QueryLanguage, IsKnownOn(machine));

    public bool IsJsonata => Value == QueryLanguage.JSONata;

    private static bool IsKnownOn(DocumentPart part) =>
        part.Field("QueryLanguage")?.Value is null or JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) or nameof(QueryLanguage.JSONata) };
}
