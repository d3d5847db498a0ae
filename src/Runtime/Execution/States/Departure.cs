using StateMachineGen.Data;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.States;

/// <summary>What a state, a Choice rule or a Catcher says of the variables and the output with which the state is left.</summary>
/// <param name="assign"><c>Assign</c>, or null.</param>
/// <param name="output">JSONata's <c>Output</c>, or null.</param>
internal sealed class Departure(Expression? assign, Expression? output)
{
    private const string AssignField = "Assign";

    public Expression? Output { get; } = output;

    public static Departure Compile(FieldReader fields, bool hasAssign = true) =>
        new(hasAssign ? fields.Template(AssignField) : null, fields.IsJsonata ? fields.Template("Output") : null);

    /// <summary>The variables to set, or null for none, or with a failure. All are worked out from what held when the state was entered.</summary>
    public JsonObject? Assign(Frame frame, out Failure? failure)
    {
        failure = null;
        if (assign?.Evaluate(frame, out failure) is not JsonObject assigned)
        {
            return null;
        }

        failure = assigned.Size > frame.Run.Limits.AssignBytes || frame.Variables.SizeWith(assigned) > frame.Run.Limits.VariablesBytes
            ? Failure.DataLimitExceeded(frame.State.Name)
            : null;
        return failure is null ? assigned : null;
    }
}
