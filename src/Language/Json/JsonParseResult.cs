namespace StateMachineGen.Language.Json;

/// <summary>What is wrong with a JSON text, and where.</summary>
/// <param name="Message">The fault and what was expected, as one sentence without a full stop.</param>
/// <param name="Range">The characters that are wrong.</param>
public sealed record JsonError(string Message, TextRange Range);

/// <summary>The outcome of reading a JSON text: a root, or an error.</summary>
public sealed class JsonParseResult
{
    internal JsonParseResult(JsonSyntax? root, JsonError? error)
    {
        Root = root;
        Error = error;
    }

    /// <summary>The value that the text holds; null exactly when <see cref="Error"/> is set.</summary>
    public JsonSyntax? Root { get; }

    /// <summary>The first fault of the text, or null.</summary>
    public JsonError? Error { get; }
}
