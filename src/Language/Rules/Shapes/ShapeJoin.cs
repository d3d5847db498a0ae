using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Joins what is known on two ways that meet: what remains holds on both.</summary>
/// <param name="known">The way of what is known so far; of several, the first.</param>
/// <param name="added">The way that meets it.</param>
internal readonly struct ShapeJoin(ShapeWay known, ShapeWay added)
{
    /// <summary>The shape that covers both; the first one itself when it covers the second already.</summary>
    public Shape Join(Shape left, Shape right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => left,
        (ScalarShape first, ScalarShape second) => first.JoinWith(second),
        (ArrayShape first, ArrayShape second) => JoinArrays(first, second),
        (ObjectShape first, ObjectShape second) => JoinObjects(first, second),
        _ => Shape.Unknown,
    };

    private ArrayShape JoinArrays(ArrayShape left, ArrayShape right)
    {
        if (left.Items.IsDefault)
        {
            return left;
        }

        if (right.Items.IsDefault || left.Items.Length != right.Items.Length)
        {
            return ArrayShape.OfAnyLength(left.Origin);
        }

        bool isSame = true;
        ImmutableArray<Shape>.Builder items = ImmutableArray.CreateBuilder<Shape>(left.Items.Length);
        for (int i = 0; i < left.Items.Length; i++)
        {
            items.Add(Join(left.Items[i], right.Items[i]));
            isSame &= ReferenceEquals(items[i], left.Items[i]);
        }

        return isSame ? left : ArrayShape.Of(items.MoveToImmutable(), left.Origin);
    }

    private Shape JoinObjects(ObjectShape left, ObjectShape right)
    {
        List<ShapeField> fields = new(left.Fields.Length);
        bool isSame = left.IsOpen || !right.IsOpen;
        foreach (ShapeField field in left.Fields)
        {
            int index = right.IndexOf(field.Name);
            if (index >= 0)
            {
                ShapeField joined = JoinFields(field, right.Fields[index]);
                isSame &= ReferenceEquals(joined.Shape, field.Shape) && joined.Presence == field.Presence;
                fields.Add(joined);
            }
            else if (!right.IsOpen)
            {
                isSame &= field.Presence != FieldPresence.Always;
                fields.Add(field.Presence == FieldPresence.Always ? Lacking(field, new ShapeLack(added, right)) : field);
            }
            else
            {
                isSame = false;
            }
        }

        if (!left.IsOpen)
        {
            foreach (ShapeField field in right.Fields)
            {
                if (left.IndexOf(field.Name) < 0)
                {
                    isSame = false;
                    fields.Add(field.Presence == FieldPresence.Always ? Lacking(field, new ShapeLack(known, left)) : field);
                }
            }
        }

        return isSame ? left : ObjectShape.Of(fields, left.IsOpen || right.IsOpen, left.Origin);
    }

    private ShapeField JoinFields(ShapeField left, ShapeField right) => new(
        left.Name,
        Join(left.Shape, right.Shape),
        left.Presence > right.Presence ? left.Presence : right.Presence,
        left.Lack ?? right.Lack);

    private static ShapeField Lacking(ShapeField field, ShapeLack lack) => field with { Presence = FieldPresence.OnSomeWays, Lack = lack };
}
