using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>What a Parallel state or a Map runs, many at a time: each has a span when the execution is traced.</summary>
internal static class NestedScope
{
    public static ValueTask<Outcome> RunBranchAsync(Frame frame, int index, ScopePlan branch, JsonValue input) => frame.Run.IsTraced
        ? TracedWork.RunAsync(
            (Frame: frame, Index: index, Branch: branch, Input: input),
            frame.Run,
            state: null,
            static work => ExecutionTelemetry.StartBranch(work.Frame.Run, work.Index),
            static work => ScopeWalk.RunAsync(work.Frame, work.Branch, work.Input))
        : ScopeWalk.RunAsync(frame, branch, input);

    public static ValueTask<Outcome> RunIterationAsync(Frame frame, int index, ScopePlan processor, JsonValue input) => frame.Run.IsTraced
        ? TracedWork.RunAsync(
            (Frame: frame, Index: index, Processor: processor, Input: input),
            frame.Run,
            state: null,
            static work => ExecutionTelemetry.StartIteration(work.Frame.Run, work.Index),
            static work => ScopeWalk.RunAsync(work.Frame, work.Processor, work.Input))
        : ScopeWalk.RunAsync(frame, processor, input);

    /// <summary>Runs an execution of a map run. AWS does not trace these; here they are shown as iterations.</summary>
    public static ValueTask<Outcome> RunChildAsync(ExecutionRun child, int index, ScopePlan processor) => child.IsTraced
        ? TracedWork.RunAsync(
            (Child: child, Index: index, Processor: processor),
            child,
            state: null,
            static work => ExecutionTelemetry.StartIteration(work.Child, work.Index),
            static work => work.Child.RunChildAsync(work.Processor))
        : child.RunChildAsync(processor);
}
