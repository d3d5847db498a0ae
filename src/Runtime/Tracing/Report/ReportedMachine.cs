namespace StateMachineGen.Tracing;

/// <summary>A machine of a report.</summary>
/// <param name="Index">Its number in the report.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Definition">Its ASL.</param>
internal sealed record ReportedMachine(int Index, string Name, string Arn, string Definition);
