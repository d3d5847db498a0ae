using System;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>
/// Tells our generated source from the user's: analyzers see both in one compilation, and what the generator added must
/// not be taken for something that the user wrote.
/// </summary>
public static class GeneratedSource
{
    /// <summary>What the names of the files end with that have a machine's definition and stubs.</summary>
    public const string FileSuffix = ".StateMachine.g.cs";

    /// <summary>What the names of the files end with that have a machine's source map.</summary>
    public const string SourceMapSuffix = ".StateMachineSource.g.cs";

    /// <summary>Whether a tree is one that the generator made.</summary>
    public static bool IsGenerated(SyntaxTree? tree) => tree is not null
        && (tree.FilePath.EndsWith(FileSuffix, StringComparison.Ordinal) || tree.FilePath.EndsWith(SourceMapSuffix, StringComparison.Ordinal));
}
