using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>A Succeed state.</summary>
internal sealed class SucceedPlan : PlanState
{
    private readonly DataFlow _flow;

    public SucceedPlan(FieldReader fields)
        : base(fields, StateType.Succeed) => _flow = DataFlow.Compile(fields, DataFlowFields.None);

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        return new(data is null ? failure! : _flow.Give(frame, data, data, null));
    }
}
