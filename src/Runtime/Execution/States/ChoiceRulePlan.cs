using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Choices</c>.</summary>
internal sealed class ChoiceRulePlan : ICoveredPart
{
    private readonly ChoiceCondition _condition;

    public ChoiceRulePlan(ChoiceRule rule, FieldReader state)
    {
        FieldReader fields = state.Nested(rule);
        Transition = Transition.To(fields, "Next");
        _condition = ChoiceCondition.Compile(rule, fields);
        Departure = Departure.Compile(fields);
        fields.Finish();
    }

    public Transition Transition { get; }

    /// <summary>What the rule says of variables and output, in place of the state.</summary>
    public Departure Departure { get; }

    public ElementCounter? Counter { get; set; }

    /// <summary>Whether the rule matches; false with a failure when it cannot be told.</summary>
    public bool Matches(Frame frame, ref Failure? failure)
    {
        bool isMatch = _condition.Test(frame, ref failure);
        if (isMatch)
        {
            Counter?.Hit();
        }
        else if (failure is null)
        {
            Counter?.Miss();
        }

        return isMatch;
    }
}
