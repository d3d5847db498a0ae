using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.States;

/// <summary>A Choice state.</summary>
internal sealed class ChoicePlan : PlanState
{
    private readonly DataFlow _flow;

    public ChoicePlan(FieldReader fields, ChoiceState state)
        : base(fields, StateType.Choice)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.Assign);
        Default = fields.Text("Default") is null ? null : Transition.To(fields, "Default");
        if (fields.Value("Choices") is not JsonArraySyntax { Items.Length: > 0 } choices || choices.Items.Length != state.Choices.Length)
        {
            throw fields.Fault("Choices", "must be a list of rules with at least one");
        }

        Rules = ImmutableArray.CreateRange(state.Choices, rule => new ChoiceRulePlan(rule, fields));
    }

    public ImmutableArray<ChoiceRulePlan> Rules { get; }

    /// <summary>The way out when no rule matches, or null when there is none.</summary>
    public Transition? Default { get; }

    public override void Link(PlanLinker linker)
    {
        Default?.Link(linker);
        foreach (ChoiceRulePlan rule in Rules)
        {
            rule.Transition.Link(linker);
        }
    }

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input) => new(Run(frame, input));

    private Outcome Run(Frame frame, JsonValue input)
    {
        if (_flow.Take(frame, input, out Failure? failure) is not { } data)
        {
            return failure!;
        }

        foreach (ChoiceRulePlan rule in Rules)
        {
            if (rule.Matches(frame, ref failure))
            {
                return _flow.Give(frame, data, data, rule.Transition, rule.Departure);
            }

            if (failure is not null)
            {
                return failure;
            }
        }

        // The specification says States.NoChoiceMatched; AWS reports this.
        return Default is null
            ? Failure.Runtime(frame, $"Failed to transition out of the state. The state does not point to a next state.")
            : _flow.Give(frame, data, data, Default);
    }
}
