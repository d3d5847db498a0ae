using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.States;

/// <summary>A Pass state.</summary>
internal sealed class PassPlan : PlanState
{
    private readonly DataFlow _flow;
    private readonly JsonValue? _result;

    public PassPlan(FieldReader fields)
        : base(fields, StateType.Pass)
    {
        DataFlowFields payload = fields.IsJsonata ? DataFlowFields.None : DataFlowFields.Payload;
        _flow = DataFlow.Compile(fields, payload | DataFlowFields.ResultPath | DataFlowFields.Assign);
        _result = !fields.IsJsonata && fields.Value("Result") is JsonSyntax result ? JsonConversion.FromSyntax(result) : null;
        Transition = Transition.NextOrEnd(fields);
    }

    public override Transition Transition { get; }

    public override void Link(PlanLinker linker) => Transition.Link(linker);

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input) => new(Run(frame, input));

    private Outcome Run(Frame frame, JsonValue input)
    {
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        JsonValue? result = data is null ? null : _flow.Fill(frame, data, out failure);
        if (result is null)
        {
            return failure!;
        }

        if (_result is not null)
        {
            frame.Trail?.SeeResult(_result);
        }

        return _flow.Give(frame, input, _result ?? result, Transition);
    }
}
