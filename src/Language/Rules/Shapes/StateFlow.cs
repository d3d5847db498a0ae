namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>What is known of the data of a state for one input.</summary>
/// <param name="Shapes">What followed the data.</param>
/// <param name="Input">The input.</param>
/// <param name="Data">What <c>InputPath</c> leaves of it.</param>
/// <param name="Output">The output.</param>
/// <param name="Nested">What the scopes within the state begin with.</param>
internal readonly record struct StateFlow(StateShapes? Shapes, Shape Input, Shape Data, Shape Output, Shape Nested)
{
    /// <summary>What is known of a state that cannot be read: nothing.</summary>
    public static StateFlow Unknown { get; } = new(null, Shape.Unknown, Shape.Unknown, Shape.Unknown, Shape.Unknown);

    /// <summary>What is passed on along a transition.</summary>
    public Shape Along(Transition transition) => Shapes is null ? Shape.Unknown : Shapes.Pass(this, transition);
}
