namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>
/// What is known of a JSON value before anything runs. Shapes are immutable, bounded, and say nothing that is not certain: whatever may be different
/// is <see cref="Unknown"/>, and of that nothing follows.
/// </summary>
internal abstract class Shape
{
    /// <summary>Shapes that nest deeper, or have more parts, are given up, so that loops that wrap data come to an end.</summary>
    public const int MaxDepth = 8;

    public const int MaxSize = 256;

    protected Shape(ShapeOrigin? origin, int depth, int size)
    {
        Origin = origin;
        Depth = depth;
        Size = size;
    }

    /// <summary>A value of which nothing is known.</summary>
    public static Shape Unknown { get; } = new UnknownShape();

    /// <summary>What made the value; null when that is not known.</summary>
    public ShapeOrigin? Origin { get; }

    /// <summary>How deep the shape nests.</summary>
    public int Depth { get; }

    /// <summary>How many parts the shape has.</summary>
    public int Size { get; }

    public bool IsUnknown => ReferenceEquals(this, Unknown);

    /// <summary>What the value is, as the end of a sentence; only of shapes that are known.</summary>
    public abstract string Describe();

    /// <summary>The shape as a part of another one: as it is, unless the whole would become too deep.</summary>
    public static Shape AsPart(Shape shape) => shape.Depth < MaxDepth ? shape : Unknown;

    private sealed class UnknownShape() : Shape(origin: null, depth: 0, size: 1)
    {
        public override string Describe() => "can be anything";
    }
}
