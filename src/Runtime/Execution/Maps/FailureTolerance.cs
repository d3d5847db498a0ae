namespace StateMachineGen.Execution.Maps;

/// <summary>How many items of a map run may fail (<c>ToleratedFailureCount</c>, <c>ToleratedFailurePercentage</c>); none when neither says.</summary>
/// <param name="count">The number, or null.</param>
/// <param name="percentage">The share, or null.</param>
internal sealed class FailureTolerance(double? count, double? percentage)
{
    private long _failed;

    public double? Count { get; } = count;

    public double? Percentage { get; } = percentage;

    /// <summary>Counts items that failed; the result is whether they are too many. Both limits count, when both are set.</summary>
    /// <param name="failed">How many failed: those of a batch all at once.</param>
    /// <param name="items">How many items there are in all.</param>
    public bool Exceeds(int failed, int items)
    {
        _failed += failed;
        bool isSet = Count is not null || Percentage is not null;
        return isSet ? _failed > Count || 100.0 * _failed > Percentage * items : _failed > 0;
    }
}
