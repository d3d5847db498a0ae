using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// An array of what an expression found. It differs from other arrays in one way: with one value it becomes that value, and with none it
/// becomes nothing, as soon as the expression that made it has been evaluated. For everyone but the evaluation that made it it is an array.
/// </summary>
/// <param name="items">The values; the caller must not change them afterwards.</param>
/// <param name="owner">The evaluation that makes it (<see cref="Evaluation.Owner"/>).</param>
/// <param name="keepsSingleton">Whether it stays an array also with one value, as <c>[]</c> demands.</param>
internal sealed class JsonataSequence(JsonValue[] items, object owner, bool keepsSingleton = false) : JsonArray(items)
{
    public object Owner => owner;

    /// <summary>What the sequence is once the expression that made it has been evaluated.</summary>
    public JsonValue? Normalize(Evaluation run) => Items.Length switch
    {
        > 1 => this,
        _ when run.Owner != owner => this,
        0 => null,
        _ => keepsSingleton ? this : Items[0],
    };

    /// <summary>The sequence without that demand.</summary>
    public JsonataSequence Unkeep() => keepsSingleton ? new JsonataSequence(Items.ToArray(), owner) : this;

    /// <summary>The sequence under the demand to stay an array.</summary>
    public JsonataSequence Keep() =>
        keepsSingleton || Items.Length != 1 ? this : new JsonataSequence([Items[0]], owner, keepsSingleton: true);
}
