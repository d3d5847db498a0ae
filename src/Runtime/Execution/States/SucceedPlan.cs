using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>A Succeed state.</summary>
internal sealed class SucceedPlan : PlanState
{
    private readonly DataFlow _flow;

    public SucceedPlan(FieldReader fields)
        : base(fields, StateType.Succeed) => _flow = new DataFlow(fields, hasResultPath: false);

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        JsonValue? selected = _flow.Take(frame, input, out Failure? failure);
        JsonValue? output = selected is null ? null : _flow.Give(frame, selected, selected, out failure);
        return new(output is null ? failure! : Outcome.Continue(output, null));
    }
}
