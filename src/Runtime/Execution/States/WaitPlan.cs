using System;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>A Wait state in its four forms.</summary>
internal sealed class WaitPlan : PlanState
{
    private readonly DataFlow _flow;
    private readonly WaitTime _time;

    public WaitPlan(FieldReader fields)
        : base(fields, StateType.Wait)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.Assign);
        Transition = Transition.NextOrEnd(fields);
        _time = WaitTime.Compile(fields);
    }

    public override Transition Transition { get; }

    public override void Link(PlanLinker linker) => Transition.Link(linker);

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        if (_flow.Take(frame, input, out Failure? failure) is not { } data)
        {
            return new(failure!);
        }

        DateTimeOffset due = _time.Read(frame, out failure);
        return failure is not null ? new(failure) : WaitAsync(frame, data, due);
    }

    private async ValueTask<Outcome> WaitAsync(Frame frame, JsonValue data, DateTimeOffset due)
    {
        WaitEnd end = await frame.WaitUntilAsync(due).ConfigureAwait(false);
        return frame.Interrupted(end, due) is { } stop ? stop : _flow.Give(frame, data, data, Transition);
    }
}
