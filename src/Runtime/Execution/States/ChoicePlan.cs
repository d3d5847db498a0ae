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
        _flow = DataFlow.Compile(fields, DataFlowFields.Assign);
        _defaultName = fields.Text("Default");
        if (fields.Value("Choices") is not JsonArraySyntax { Items.Length: > 0 } choices || choices.Items.Length != state.Choices.Length)
        {
            throw fields.Fault("Choices", "must be a list of rules with at least one");
        }

        _rules = ImmutableArray.CreateRange(state.Choices, rule => new RulePlan(rule, fields));
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

        foreach (RulePlan rule in _rules)
        {
            if (rule.Condition.Test(frame, ref failure))
            {
                return _flow.Give(frame, data, data, rule.Target, rule.Departure);
            }

            if (failure is not null)
            {
                return failure;
            }
        }

        // The specification says States.NoChoiceMatched; AWS reports this.
        return _default is null
            ? Failure.Runtime(frame, "Failed to transition out of the state. The state does not point to a next state.")
            : _flow.Give(frame, data, data, _default);
    }

    private sealed class RulePlan
    {
        private readonly FieldReader _fields;
        private readonly string _next;

        public RulePlan(ChoiceRule rule, FieldReader state)
        {
            _fields = state.Nested(rule);
            _next = _fields.RequiredText("Next");
            Condition = ChoiceCondition.Compile(rule, _fields);
            Departure = Departure.Compile(_fields);
            _fields.Finish();
        }

        public ChoiceCondition Condition { get; }

        /// <summary>What the rule says of variables and output, in place of the state.</summary>
        public Departure Departure { get; }

        public PlanState Target { get; private set; } = null!;

        public void Link(PlanLinker linker) => Target = linker.Find(_fields, "Next", _next);
    }
}
