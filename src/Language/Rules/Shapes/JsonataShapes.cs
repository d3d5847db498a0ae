using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>The shape of what a JSONata expression gives: of literals, of plain paths into <c>$states</c>, and of <c>$merge</c>.</summary>
internal sealed class JsonataShapes(ShapeOrigin origin, Shape input, Shape result)
{
    public Shape Of(JsonataSyntax expression) => expression switch
    {
        JsonataString => ScalarShape.Text(origin),
        JsonataNumber or JsonataNegation { Operand: JsonataNumber } => ScalarShape.Number(origin),
        JsonataBoolean => ScalarShape.Boolean(origin),
        JsonataNull => ScalarShape.Null(origin),
        JsonataArray => ArrayShape.OfAnyLength(origin),
        JsonataObject @object => OfObject(@object),
        JsonataPath path => OfPath(path),
        JsonataBlock { Expressions: { Count: 1 } inner } => Of(inner[0]),
        JsonataCall { Function: JsonataVariable { Name: "merge" }, Arguments: { Count: 1 } arguments } when arguments[0] is JsonataArray parts => OfMerge(parts),
        _ => Shape.Unknown,
    };

    private Shape OfObject(JsonataObject @object)
    {
        List<ShapeField> fields = new(@object.Pairs.Count);
        HashSet<string> names = [];
        foreach (JsonataPair pair in @object.Pairs)
        {
            if (pair.Key is not JsonataString { Value: var name } || !names.Add(name))
            {
                return Shape.Unknown;
            }

            // A field whose value is nothing is left out.
            bool isLiteral = pair.Value is JsonataString or JsonataNumber or JsonataBoolean or JsonataNull or JsonataObject or JsonataArray;
            fields.Add(new ShapeField(name, Of(pair.Value), isLiteral ? FieldPresence.Always : FieldPresence.Unsure));
        }

        return ObjectShape.Of(fields, isOpen: false, origin);
    }

    private Shape OfPath(JsonataPath path)
    {
        if (path.Steps[0] is not JsonataVariable { Name: "states" } || path.Steps[1] is not JsonataName { Value: "input" or "result" } root)
        {
            return Shape.Unknown;
        }

        ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>(path.Steps.Count);
        for (int i = 2; i < path.Steps.Count; i++)
        {
            string? name = path.Steps[i] switch
            {
                JsonataName field => field.Value,
                JsonataString field => field.Value,
                _ => null,
            };
            if (name is null)
            {
                return Shape.Unknown;
            }

            steps.Add(new PathStep(name, 0));
        }

        return ShapePath.Read(root.Value == "input" ? input : result, steps.ToImmutable(), mapsArrays: true).Shape;
    }

    private Shape OfMerge(JsonataArray parts)
    {
        Shape merged = ObjectShape.Of(ImmutableArray<ShapeField>.Empty, isOpen: false, origin);
        foreach (JsonataSyntax part in parts.Items)
        {
            merged = Merge(merged, Of(part));
        }

        return merged;
    }

    /// <summary>The fields of the second one win, where they are there.</summary>
    private static Shape Merge(Shape first, Shape second)
    {
        if (second is not ObjectShape { IsOpen: false } added)
        {
            return Shape.Unknown;
        }

        Shape merged = first.IsUnknown ? ObjectShape.Of(ImmutableArray<ShapeField>.Empty, isOpen: true, added.Origin) : first;
        foreach (ShapeField field in added.Fields)
        {
            if (merged is ObjectShape holder)
            {
                merged = holder.With(field.Presence == FieldPresence.Always ? field : ShapeField.Unsure(field.Name));
            }
        }

        return merged;
    }
}
