namespace StateMachineGen.Tracing;

/// <summary>The names in a machine's measurements that may come from data.</summary>
internal sealed class MeasuredNames
{
    // OpenTelemetry's SDK keeps 2,000 series of an instrument; errors and functions multiply with what else is told.
    private const int MaxErrors = 200;
    private const int MaxFunctions = 500;

    /// <summary>The errors.</summary>
    public BoundedValues Errors { get; } = new(MaxErrors);

    /// <summary>The functions that are called.</summary>
    public BoundedValues Functions { get; } = new(MaxFunctions);
}
