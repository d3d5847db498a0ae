using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>The outcome of reading an ASL text: a machine, or an error of its JSON.</summary>
public sealed class DefinitionReadResult
{
    internal DefinitionReadResult(StateMachine? machine, JsonError? error)
    {
        Machine = machine;
        Error = error;
    }

    /// <summary>The machine; null exactly when <see cref="Error"/> is set.</summary>
    public StateMachine? Machine { get; }

    /// <summary>Why the text is no JSON object, or null.</summary>
    public JsonError? Error { get; }
}

/// <summary>ASL text to document and back.</summary>
public static class Definition
{
    /// <summary>Reads a definition. Only text that is not one JSON object is refused; what the object holds is left to the rules.</summary>
    public static DefinitionReadResult Read(string text)
    {
        JsonParseResult result = JsonParser.Parse(text);
        return result.Root switch
        {
            null => new DefinitionReadResult(null, result.Error),
            JsonObjectSyntax root => new DefinitionReadResult(new StateMachine(root), null),
            { } other => new DefinitionReadResult(null, new JsonError("A definition is a JSON object", other.Range)),
        };
    }

    /// <summary>Writes a definition in canonical layout, with a newline at the end as text files have it.</summary>
    public static string Write(StateMachine machine) => JsonWriter.Write(machine.Syntax) + "\n";
}
