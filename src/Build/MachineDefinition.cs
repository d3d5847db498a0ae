namespace StateMachineGen.Build;

/// <summary>A state machine as the generator left it in an assembly.</summary>
/// <param name="TypeName">The full name of the class, nested names separated by dots.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Text">The definition: ASL, with <c>\n</c> newlines.</param>
internal sealed record MachineDefinition(string TypeName, string Name, string Text)
{
    /// <summary>Whether the machine is of type EXPRESS, which is no part of the definition.</summary>
    public bool IsExpress { get; init; }

    /// <summary>What every file of a definition ends with.</summary>
    public const string FileSuffix = ".asl.json";

    /// <summary>The name of the machine's file, without folder.</summary>
    public string FileName => Name + FileSuffix;
}
