using System.Collections.Immutable;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Follows Reference Paths through shapes.</summary>
internal static class ShapePath
{
    /// <summary>As deep as data nests. Shapes are made and walked by recursion, which a longer path would make run out of stack.</summary>
    private const int MaxSteps = 512;

    /// <summary>Follows a path.</summary>
    /// <param name="shape">Where it begins.</param>
    /// <param name="steps">The path.</param>
    /// <param name="mapsArrays">Whether a name looks into the elements of an array, as in JSONata. What it finds there is not followed.</param>
    public static ShapeReading Read(Shape shape, ImmutableArray<PathStep> steps, bool mapsArrays = false)
    {
        ShapeReading? lacking = null;
        for (int i = 0; i < steps.Length; i++)
        {
            switch (shape, steps[i].Name)
            {
                case (ObjectShape holder, { } name) when holder.IndexOf(name) is >= 0 and var index:
                    ShapeField field = holder.Fields[index];
                    if (field.Presence == FieldPresence.OnSomeWays && lacking is null)
                    {
                        lacking = new ShapeReading(Shape.Unknown, i, field.Lack!.Holder, field.Lack.Way);
                    }

                    shape = field.Shape;
                    break;
                case (ObjectShape { IsOpen: true }, not null):
                case (ArrayShape, not null) when mapsArrays:
                case (ArrayShape { Items.IsDefault: true }, null):
                    shape = Shape.Unknown;
                    break;
                case (ArrayShape array, null) when steps[i].Index < array.Items.Length:
                    shape = array.Items[steps[i].Index];
                    break;
                default:
                    if (!shape.IsUnknown)
                    {
                        return new ShapeReading(Shape.Unknown, i, shape);
                    }

                    break;
            }

            if (shape.IsUnknown)
            {
                break;
            }
        }

        return lacking is { } way ? way with { Shape = shape } : new ShapeReading(shape);
    }

    /// <summary>Puts a value at a path, as ResultPath does: objects on the way are made where there are none.</summary>
    public static Shape Put(Shape target, ImmutableArray<PathStep> steps, Shape value, ShapeOrigin origin) =>
        steps.Length > MaxSteps ? Shape.Unknown : Put(target, steps, 0, value, origin);

    /// <summary>The same shape but for what is at a path and may now be there or not. What cannot be said of it is not known either.</summary>
    public static Shape Forget(Shape shape, ImmutableArray<PathStep> steps) => Forget(shape, steps, 0);

    /// <summary>The same shape without what was known of single ways: a decision may have sent them apart.</summary>
    public static Shape Loosen(Shape shape)
    {
        if (shape is ArrayShape { Items.IsDefault: false } array)
        {
            ImmutableArray<Shape>.Builder items = ImmutableArray.CreateBuilder<Shape>(array.Items.Length);
            bool isSame = true;
            foreach (Shape item in array.Items)
            {
                items.Add(Loosen(item));
                isSame &= ReferenceEquals(items[items.Count - 1], item);
            }

            return isSame ? shape : ArrayShape.Of(items.MoveToImmutable(), shape.Origin);
        }

        if (shape is not ObjectShape holder)
        {
            return shape;
        }

        ImmutableArray<ShapeField> fields = holder.Fields;
        for (int i = 0; i < fields.Length; i++)
        {
            Shape part = Loosen(fields[i].Shape);
            if (fields[i].Presence == FieldPresence.OnSomeWays || !ReferenceEquals(part, fields[i].Shape))
            {
                FieldPresence presence = fields[i].Presence == FieldPresence.Always ? FieldPresence.Always : FieldPresence.Unsure;
                fields = fields.SetItem(i, new ShapeField(fields[i].Name, part, presence));
            }
        }

        return fields == holder.Fields ? holder : ObjectShape.Of(fields, holder.IsOpen, holder.Origin);
    }

    private static Shape Put(Shape target, ImmutableArray<PathStep> steps, int index, Shape value, ShapeOrigin origin)
    {
        if (index == steps.Length)
        {
            return value;
        }

        if (steps[index].Name is not { } name)
        {
            return Shape.Unknown;
        }

        switch (target)
        {
            case ObjectShape holder:
                int found = holder.IndexOf(name);
                Shape part = found >= 0 && holder.Fields[found].Presence == FieldPresence.Always ? holder.Fields[found].Shape
                    : found < 0 && !holder.IsOpen ? ObjectShape.Of(ImmutableArray<ShapeField>.Empty, isOpen: false, origin)
                    : Shape.Unknown;
                return holder.With(new ShapeField(name, Put(part, steps, index + 1, value, origin)));
            case { IsUnknown: true }:
                return ObjectShape.Of([new ShapeField(name, Put(Shape.Unknown, steps, index + 1, value, origin))], isOpen: true, origin: null);
            default:
                // It cannot be put there, which fails the execution.
                return Shape.Unknown;
        }
    }

    private static Shape Forget(Shape shape, ImmutableArray<PathStep> steps, int index)
    {
        if (shape.IsUnknown || index == steps.Length || shape is not ObjectShape holder || steps[index].Name is not { } name)
        {
            return Shape.Unknown;
        }

        int found = holder.IndexOf(name);
        return found < 0
            ? holder.IsOpen ? holder : holder.With(ShapeField.Unsure(name))
            : holder.With(new ShapeField(name, Forget(holder.Fields[found].Shape, steps, index + 1), FieldPresence.Unsure));
    }
}
