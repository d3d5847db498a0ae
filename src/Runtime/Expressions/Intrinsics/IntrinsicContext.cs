using System;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>What a call can see of the place where it stands.</summary>
internal abstract class IntrinsicContext
{
    /// <summary>The chance behind <c>States.MathRandom</c> without a seed.</summary>
    public abstract Random Random { get; }

    /// <summary>A new UUID, version 4.</summary>
    public abstract string NewId();

    /// <summary>What a path starts from, or null when there is no such variable.</summary>
    /// <param name="root">The kind of root; never the current node, which only filters have.</param>
    /// <param name="variable">The variable's name when the root is one.</param>
    public abstract JsonValue? Resolve(PathRoot root, string? variable);
}
