namespace StateMachineGen.Language.Document;

/// <summary>The language of paths and expressions (ASL field <c>QueryLanguage</c>).</summary>
public enum QueryLanguage
{
    /// <summary>Paths, payload templates and intrinsic functions; the default.</summary>
    JSONPath,

    /// <summary>JSONata expressions in <c>{% … %}</c>.</summary>
    JSONata,
}
