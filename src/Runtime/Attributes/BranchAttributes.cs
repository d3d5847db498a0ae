using System;

namespace StateMachineGen;

/// <summary>
/// Makes a class nested in a <see cref="ParallelAttribute"/> state one of its branches (an entry of the ASL field <c>Branches</c>). The states of the branch
/// are the classes nested in it; its transitions do not leave it. Branches come in the order of the source.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BranchAttribute : Attribute
{
    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }
}

/// <summary>
/// A branch of a <see cref="ParallelAttribute"/> state that consists of the states of another machine (an entry of the ASL field <c>Branches</c>). The states
/// are copied into the definition, so their names must differ from all others in it; <c>TimeoutSeconds</c> of the other machine does not come along.
/// </summary>
/// <typeparam name="TMachine">A class with <see cref="StateMachineAttribute"/>, of this assembly or another.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class BranchAttribute<TMachine> : Attribute
{
    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>). Not set: the other machine's.</summary>
    public string? Comment { get; set; }
}
