namespace StateMachineGen.Language.Graph.Layout;

/// <summary>A place, in pixels from the top left corner of the scope that it lies in.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A rectangle, in pixels from the top left corner of the scope that it lies in.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CenterX => X + (Width / 2);

    public Box MovedBy(double x, double y) => new(X + x, Y + y, Width, Height);

    public bool Contains(Box other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
