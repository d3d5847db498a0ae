using System.Collections.Immutable;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>The data that a path begins at.</summary>
internal enum ReadBase
{
    /// <summary>The input as it comes.</summary>
    Input,

    /// <summary>What <c>InputPath</c> leaves of the input.</summary>
    Data,

    /// <summary>The result.</summary>
    Result,

    /// <summary>What is left before <c>OutputPath</c>.</summary>
    Output,
}

/// <summary>A place where a path is followed and must find something.</summary>
/// <param name="Site">The expression.</param>
/// <param name="Text">The path as messages show it.</param>
/// <param name="Steps">The path.</param>
/// <param name="Ranges">Where each step stands in the expression.</param>
/// <param name="Base">Where the path begins.</param>
/// <param name="MustFind">Whether the execution fails when nothing is found; otherwise it is only asked.</param>
internal sealed record ShapeRead(
    ExpressionSite Site, string Text, ImmutableArray<PathStep> Steps, ImmutableArray<TextRange> Ranges, ReadBase Base, bool MustFind);
