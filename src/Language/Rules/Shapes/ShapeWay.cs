namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>How an execution comes to a state.</summary>
/// <param name="From">The state before; null where the scope starts.</param>
/// <param name="IsCatch">Whether an error leads on.</param>
internal readonly record struct ShapeWay(string? From, bool IsCatch)
{
    public override string ToString() =>
        From is null ? "at the start"
        : IsCatch ? $"when '{From}' catches an error"
        : $"on the way from '{From}'";
}
