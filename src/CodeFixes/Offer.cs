using System;

namespace StateMachineGen.CodeFixes;

/// <summary>A change that a fix offers.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Key">The kind of the change: fixing all takes every offer of the same key.</param>
/// <param name="Apply">Makes the change; it may meet nodes that another offer has already changed.</param>
/// <param name="MayReveal">Whether the change may bring faults to light that could not be seen before it.</param>
internal sealed record Offer(string Title, string Key, Action<DocumentEdits> Apply, bool MayReveal = false);
