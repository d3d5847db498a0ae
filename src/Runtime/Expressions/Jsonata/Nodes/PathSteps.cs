using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>The steps of a path, or of the part of a path before it binds variables.</summary>
/// <param name="steps">The steps, at least one.</param>
/// <param name="start">How the first step takes the context value.</param>
/// <param name="isWhole">Whether the last step is the path's last one, which leaves an array that is its only value as it is.</param>
/// <param name="keepsArray">Whether the value is to be an array even of one value.</param>
internal sealed class PathSteps(PathStep[] steps, PathStart start, bool isWhole, bool keepsArray)
{
    /// <summary>The same path if it is of nothing but fields and asks for no array, or null.</summary>
    public FieldPath? AsFields()
    {
        int fields = start == PathStart.OneValue ? 1 : 0;
        return !keepsArray && (fields == 0 || steps[0].Stages.Length == 0) && Array.TrueForAll(steps[fields..], step => step.Field is not null)
            ? new FieldPath(fields == 0 ? null : steps[0].Node, Array.ConvertAll(steps[fields..], step => step.Field!))
            : null;
    }

    /// <summary>The path's value, which may be a sequence of any number of values; null for nothing.</summary>
    public JsonValue? Evaluate(JsonValue? context, Frame frame)
    {
        JsonValue? value = context;
        int next = 0;
        if (start == PathStart.EachValue && context is JsonArray array)
        {
            return WalkEach(array.Items, 0, frame);
        }

        if (start == PathStart.Constructor && value is not (null or JsonArray))
        {
            // The elements of the array see the context value as a sequence, which differs from the value for wildcards.
            value = new JsonataSequence([value], frame.Run.Owner);
        }

        // As long as there is one value there is nothing to collect.
        for (; next < steps.Length; next++)
        {
            PathStep step = steps[next];
            value = step.Sorting is null ? step.Evaluate(value, frame) : step.Sort(new ReadOnlySpan<JsonValue>(in value!), frame);
            if (value is null)
            {
                return null;
            }

            bool isStart = next == 0 && start == PathStart.Constructor;
            if (value is JsonArray values && (isStart || !IsConstructed(value, frame)))
            {
                bool isEnd = next == steps.Length - 1 || (isStart && values.Items.IsEmpty);
                return isEnd ? Finish(values, frame) : WalkEach(values.Items, next + 1, frame);
            }

            if (isStart && steps[1].Sorting is null)
            {
                // Only an array has values to go on with.
                return null;
            }
        }

        return keepsArray ? new JsonataSequence([value!], frame.Run.Owner, keepsSingleton: true) : value;
    }

    private JsonValue? WalkEach(ReadOnlySpan<JsonValue> values, int next, Frame frame)
    {
        Evaluation run = frame.Run;
        var found = default(SequenceBuilder);
        for (; next < steps.Length; next++)
        {
            PathStep step = steps[next];
            bool isLast = isWhole && next == steps.Length - 1;
            run.Spend(values.Length);
            if (step.Sorting is not null)
            {
                var sorted = (JsonArray)step.Sort(values, frame);
                if (next == steps.Length - 1)
                {
                    return Finish(sorted, frame);
                }

                values = sorted.Items;
                continue;
            }

            int count = 0;
            JsonValue? only = null;
            var collected = default(SequenceBuilder);
            foreach (JsonValue value in values)
            {
                if (step.Evaluate(value, frame) is { } result)
                {
                    only = count++ == 0 ? result : null;
                    collected.AddFlat(result, run);
                }
            }

            if (isLast && only is JsonArray && !run.IsSequence(only))
            {
                return Finish((JsonArray)only, frame);
            }

            if (collected.Count == 0)
            {
                return null;
            }

            found = collected;
            values = found.Items;
        }

        // A single array stays in a sequence: it is one value still, for what looks at the values next.
        return found.Count == 1 && found.Items[0] is not JsonArray && !keepsArray
            ? found.Items[0]
            : new JsonataSequence(found.ToArray(), run.Owner, keepsArray);
    }

    /// <summary>Makes the array that the last step gave the value of the path.</summary>
    private JsonValue Finish(JsonArray values, Frame frame)
    {
        if (values is JsonataSequence sequence && sequence.Owner == frame.Run.Owner)
        {
            return keepsArray ? sequence.Keep() : isWhole ? sequence.Unkeep() : sequence;
        }

        return keepsArray && IsConstructed(values, frame) ? new JsonataSequence([values], frame.Run.Owner, keepsSingleton: true) : values;
    }

    private static bool IsConstructed(JsonValue value, Frame frame) =>
        value is ConstructedArray constructed && constructed.Owner == frame.Run.Owner;
}

/// <summary>How the first step of a path takes the context value.</summary>
internal enum PathStart
{
    /// <summary>For each element, when it is an array.</summary>
    EachValue,

    /// <summary>As one value: the step is a variable.</summary>
    OneValue,

    /// <summary>As one value, and the array that the step constructs is what the path goes on with.</summary>
    Constructor,
}
