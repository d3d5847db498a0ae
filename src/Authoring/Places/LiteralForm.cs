namespace StateMachineGen.Authoring;

/// <summary>The forms of string literals, which differ in how they are written.</summary>
internal enum LiteralForm
{
    /// <summary><c>"…"</c>, with escapes.</summary>
    Regular,

    /// <summary><c>@"…"</c>, in which quotes are doubled.</summary>
    Verbatim,

    /// <summary>Three quotes or more, in which everything stands for itself.</summary>
    Raw,
}
