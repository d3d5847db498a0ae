using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Nodes;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions of objects, and those that look at any value.</summary>
internal static class ObjectFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("keys", Keys);
        bodies.Add("lookup", static (a, c) => FieldNode.Find(a[0], a.Text(1) ?? "", c.Run));
        bodies.Add("spread", static (a, c) => a[0] is { } value ? Spread(value, c.Run) : null);
        bodies.Add("merge", Merge);
        bodies.Add("sift", Sift);
        bodies.Add("each", Each);
        bodies.Add("error", static (a, _) => throw Failure("D3137", a.Text(0), "$error() function evaluated"));
        bodies.Add("assert", static (a, _) => a[0] is JsonBoolean { Value: true }
            ? null
            : throw Failure("D3141", a.Text(1), "$assert() statement failed"));
        bodies.Add("type", static (a, _) => a[0] is { } value ? new JsonString(TypeOf(value)) : null);
        bodies.Add("clone", static (a, c) => a[0] is { } value ? Cloning.Clone(value, c.Run) : null);
    }

    private static JsonataFailure Failure(string code, string? message, [ConstantExpected] string fallback) =>
        string.IsNullOrEmpty(message) ? new(code, fallback) : new(code, $"{message}");

    private static string TypeOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => "boolean",
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        _ => "function",
    };

    private static JsonataSequence Keys(JsonValue?[] arguments, Caller caller)
    {
        var keys = default(SequenceBuilder);
        CollectKeys(arguments[0], caller.Run, new HashSet<string>(StringComparer.Ordinal), ref keys);
        return keys.ToSequence(caller.Run);
    }

    private static void CollectKeys(JsonValue? value, Evaluation run, HashSet<string> seen, ref SequenceBuilder keys)
    {
        if (value is JsonObject @object)
        {
            run.Spend(@object.Count);
            foreach (string name in @object.Names)
            {
                if (seen.Add(name))
                {
                    keys.Add(new JsonString(name));
                }
            }
        }
        else if (value is JsonArray array)
        {
            run.Spend(array.Items.Length);
            foreach (JsonValue item in array.Items)
            {
                CollectKeys(item, run, seen, ref keys);
            }
        }
    }

    private static JsonValue Spread(JsonValue value, Evaluation run)
    {
        if (value is JsonObject @object)
        {
            var parts = default(SequenceBuilder);
            run.Spend(@object.Count);
            for (int i = 0; i < @object.Count; i++)
            {
                parts.Add(JsonObject.Empty.With(@object.Names[i], @object.Values[i]));
            }

            return parts.ToSequence(run);
        }

        if (value is not JsonArray array)
        {
            return value;
        }

        var all = default(SequenceBuilder);
        run.Spend(array.Items.Length);
        foreach (JsonValue item in array.Items)
        {
            JsonValue spread = Spread(item, run);
            all.AddRange(spread is JsonArray several ? several.Items : [spread]);
        }

        return array.Items.IsEmpty ? all.ToSequence(run) : new JsonArray(all.ToArray());
    }

    private static JsonObject? Merge(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var merged = default(JsonObject.Builder);
        foreach (JsonValue item in array.Items)
        {
            var members = (JsonObject)item;
            caller.Run.Spend(members.Count);
            merged.SetAll(members);
        }

        return merged.ToObject();
    }

    private static JsonObject? Sift(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonObject @object || arguments[1] is not FunctionValue function)
        {
            return null;
        }

        var sifted = default(JsonObject.Builder);
        bool isEmpty = true;
        for (int i = 0; i < @object.Count; i++)
        {
            if (Truth.Of(CallFor(function, caller, @object, i)))
            {
                isEmpty = false;
                sifted.Set(@object.Names[i], @object.Values[i]);
            }
        }

        return isEmpty ? null : sifted.ToObject();
    }

    private static JsonataSequence? Each(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonObject @object || arguments[1] is not FunctionValue function)
        {
            return null;
        }

        var values = default(SequenceBuilder);
        for (int i = 0; i < @object.Count; i++)
        {
            if (CallFor(function, caller, @object, i) is { } value)
            {
                values.Add(value);
            }
        }

        return values.ToSequence(caller.Run);
    }

    private static JsonValue? CallFor(FunctionValue function, Caller caller, JsonObject @object, int index) =>
        HigherOrderFunctions.CallWithUpTo3(function, caller, @object.Values[index], new JsonString(@object.Names[index]), @object);
}
