namespace StateMachineGen.Tracing;

/// <summary>A node of the service map: all segments of one name and type.</summary>
/// <param name="Name">The service's name: of the state machine, of the function.</param>
/// <param name="Type">
/// The segments' origin, as <c>AWS::Lambda::Function</c>; <c>remote</c> for what is called and tells nothing of itself, <c>client</c>
/// for whoever starts traces; empty when nothing is known.
/// </param>
/// <param name="Requests">How the service answered, as it tells itself; none of the client.</param>
public sealed record ServiceNode(string Name, string Type, RequestStatistics Requests)
{
    internal const string ClientType = "client";

    /// <summary>Whether this stands for the callers that sent no segment.</summary>
    public bool IsClient => Type == ClientType;
}
