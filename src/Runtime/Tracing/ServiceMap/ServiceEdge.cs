namespace StateMachineGen.Tracing;

/// <summary>The calls from one node of the service map to another, or to itself.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Callee">Who is called.</param>
/// <param name="Requests">How the calls ended, as the caller tells; where the caller is not known, as the callee tells.</param>
public sealed record ServiceEdge(ServiceNode Caller, ServiceNode Callee, RequestStatistics Requests);
