using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.States;

/// <summary>A Choice state.</summary>
internal sealed class ChoicePlan : PlanState
{
    private readonly FieldReader _fields;
    private readonly DataFlow _flow;
    private readonly ImmutableArray<RulePlan> _rules;
    private readonly string? _defaultName;
    private PlanState? _default;

    public ChoicePlan(FieldReader fields, ChoiceState state)
        : base(fields, StateType.Choice)
    {
        _fields = fields;
        _flow = new DataFlow(fields, hasResultPath: false);
        _defaultName = fields.Text("Default");
        if (fields.Value("Choices") is not JsonArraySyntax { Items.Length: > 0 } choices || choices.Items.Length != state.Choices.Length)
        {
            throw fields.Fault("Choices", "must be a list of rules with at least one");
        }

        _rules = ImmutableArray.CreateRange(state.Choices, rule => new RulePlan(rule, fields.StateName));
    }

    public override void Link(PlanLinker linker)
    {
        _default = _defaultName is null ? null : linker.Find(_fields, "Default", _defaultName);
        foreach (RulePlan rule in _rules)
        {
            rule.Link(linker);
        }
    }

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input) => new(Run(frame, input));

    private Outcome Run(Frame frame, JsonValue input)
    {
        if (_flow.Take(frame, input, out Failure? failure) is not { } data)
        {
            return failure!;
        }

        PlanState? target = _default;
        foreach (RulePlan rule in _rules)
        {
            if (rule.Condition.Test(data, frame, ref failure))
            {
                target = rule.Target;
                break;
            }

            if (failure is not null)
            {
                return failure;
            }
        }

        if (target is null)
        {
            // The specification says States.NoChoiceMatched; AWS reports this.
            return Failure.Runtime(frame, "Failed to transition out of the state. The state does not point to a next state.");
        }

        JsonValue? output = _flow.Give(frame, data, data, out failure);
        return output is null ? failure! : Outcome.Continue(output, target);
    }

    private sealed class RulePlan
    {
        private readonly FieldReader _fields;
        private readonly string _next;

        public RulePlan(ChoiceRule rule, string stateName)
        {
            _fields = new FieldReader(rule, stateName);
            _next = _fields.RequiredText("Next");
            Condition = ChoiceCondition.Compile(rule, _fields);
            _fields.Finish();
        }

        public ChoiceCondition Condition { get; }

        public PlanState Target { get; private set; } = null!;

        public void Link(PlanLinker linker) => Target = linker.Find(_fields, "Next", _next);
    }
}
