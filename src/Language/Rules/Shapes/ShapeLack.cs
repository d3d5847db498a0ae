namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>A field that an object does not have on some way to a state.</summary>
/// <param name="Way">The way.</param>
/// <param name="Holder">The object, or other value, that does not have it.</param>
internal sealed record ShapeLack(ShapeWay Way, Shape Holder);
