namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>A value that has neither fields nor elements.</summary>
internal sealed class ScalarShape : Shape
{
    private readonly string _type;

    private ScalarShape(string type, ShapeOrigin? origin)
        : base(origin, depth: 0, size: 1) => _type = type;

    public static ScalarShape Text(ShapeOrigin? origin) => new("a string", origin);

    public static ScalarShape Number(ShapeOrigin? origin) => new("a number", origin);

    public static ScalarShape Boolean(ShapeOrigin? origin) => new("a boolean", origin);

    public static ScalarShape Null(ShapeOrigin? origin) => new("null", origin);

    /// <summary>What covers both of two scalars.</summary>
    public ScalarShape JoinWith(ScalarShape other) => _type == other._type || _type == AnyType ? this : new ScalarShape(AnyType, Origin);

    public override string Describe() => "is " + _type;

    private const string AnyType = "a single value";
}
