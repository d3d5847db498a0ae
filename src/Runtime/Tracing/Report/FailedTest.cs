namespace StateMachineGen.Tracing;

/// <summary>A test that failed without an execution to look at.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record FailedTest(string Name, string Failure);
