using System.Collections.Immutable;
using System.Globalization;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>An array: with known elements, or of any length.</summary>
internal sealed class ArrayShape : Shape
{
    private ArrayShape(ImmutableArray<Shape> items, ShapeOrigin? origin, int depth, int size)
        : base(origin, depth, size) => Items = items;

    /// <summary>The elements; default when even their number is not known.</summary>
    public ImmutableArray<Shape> Items { get; }

    public static ArrayShape OfAnyLength(ShapeOrigin? origin) => new(default, origin, depth: 1, size: 1);

    public static ArrayShape Of(ImmutableArray<Shape> items, ShapeOrigin? origin)
    {
        int depth = 0;
        int size = 1;
        ImmutableArray<Shape>.Builder parts = ImmutableArray.CreateBuilder<Shape>(items.Length);
        foreach (Shape item in items)
        {
            Shape part = AsPart(item);
            parts.Add(part);
            depth = System.Math.Max(depth, part.Depth);
            size += part.Size;
        }

        return size > MaxSize ? OfAnyLength(origin) : new ArrayShape(parts.MoveToImmutable(), origin, depth + 1, size);
    }

    public override string Describe() =>
        Items.IsDefault ? "is an array"
        : Items.Length == 0 ? "is an empty array"
        : Items.Length == 1 ? "is an array of one element"
        : "is an array of " + Items.Length.ToString(CultureInfo.InvariantCulture) + " elements";
}
