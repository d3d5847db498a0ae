using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.States;

/// <summary>A Pass state.</summary>
internal sealed class PassPlan : PlanState
{
    private readonly DataFlow _flow;
    private readonly PayloadTemplate? _parameters;
    private readonly JsonValue? _result;
    private readonly Transition _transition;

    public PassPlan(FieldReader fields)
        : base(fields, StateType.Pass)
    {
        _flow = new DataFlow(fields, hasResultPath: true);
        _parameters = fields.Template("Parameters");
        _result = fields.Value("Result") is JsonSyntax result ? JsonConversion.FromSyntax(result) : null;
        _transition = new Transition(fields);
    }

    public override void Link(PlanLinker linker) => _transition.Link(linker);

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input) => new(Run(frame, input));

    private Outcome Run(Frame frame, JsonValue input)
    {
        JsonValue? result = _flow.Take(frame, input, out Failure? failure);
        if (result is not null && _parameters is not null)
        {
            result = _parameters.Fill(result, frame, out failure);
        }

        JsonValue? output = result is null ? null : _flow.Give(frame, input, _result ?? result, out failure);
        return output is null ? failure! : Outcome.Continue(output, _transition.Target);
    }
}
