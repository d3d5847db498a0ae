using System;

namespace Tutorial;

// The type's name is the error's name in the state machine, and error names carry no suffix.
#pragma warning disable CA1710 // Identifiers should have correct suffix
#pragma warning disable CA1032 // Implement standard exception constructors: it is thrown in one place

/// <summary>The failure of a flaky function.</summary>
public sealed class SomethingWentWrong() : Exception("Something went wrong!");
