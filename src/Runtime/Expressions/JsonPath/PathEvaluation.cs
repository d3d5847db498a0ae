using StateMachineGen.Data;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>
/// One evaluation of a path with all filters in it. It counts what the evaluation costs: a few descents in a row, or filters within
/// filters, would otherwise look at more values than there is time for.
/// </summary>
/// <param name="document">The value that the outermost path starts from, which is <c>$</c> in its filters.</param>
internal sealed class PathEvaluation(JsonValue document)
{
    /// <summary>What an evaluation may cost, in values looked at. A payload has at most some 100,000 of them.</summary>
    public const int Limit = 5_000_000;

    private long _spent;

    public JsonValue Document { get; } = document;

    /// <summary>Whether the evaluation was given up; its result is worth nothing then.</summary>
    public bool IsExhausted => _spent > Limit;

    /// <summary>Counts a value, or as much work as so many values are.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Spend(long cost = 1)
    {
        _spent += cost;
        return !IsExhausted;
    }

    /// <summary>Counts the work of reading a whole value once.</summary>
    public bool SpendOnReading(JsonValue? value) => value is null || Spend(1 + (value.Size / 32));
}
