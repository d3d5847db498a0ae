using System;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>
/// Tells our generated source from the user's: analyzers see both in one compilation, and what the generator added must
/// not be taken for something that the user wrote.
/// </summary>
public static class GeneratedSource
{
    /// <summary>What the names of all generated files end with.</summary>
    public const string FileSuffix = ".StateMachine.g.cs";

    /// <summary>Whether a tree is one that the generator made.</summary>
    public static bool IsGenerated(SyntaxTree? tree) => tree is not null && tree.FilePath.EndsWith(FileSuffix, StringComparison.Ordinal);
}
