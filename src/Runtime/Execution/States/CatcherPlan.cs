using System.Collections.Immutable;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Catch</c>.</summary>
internal sealed class CatcherPlan : ICoveredPart
{
    private readonly ErrorList _errors;
    private readonly ResultPath _resultPath;
    private readonly Departure _departure;

    private CatcherPlan(Catcher catcher, FieldReader state)
    {
        FieldReader fields = state.Nested(catcher);
        _errors = new ErrorList(fields, catcher.ErrorEquals);
        Transition = Transition.To(fields, "Next");
        _resultPath = fields.IsJsonata ? ResultPath.Replace : fields.ResultPath("ResultPath");
        _departure = Departure.Compile(fields);
        fields.Finish();
    }

    public Transition Transition { get; }

    public ElementCounter? Counter { get; set; }

    public static ImmutableArray<CatcherPlan> CompileAll(FieldReader fields, State state)
    {
        fields.RequireObjects("Catch", state.Catch.Length);
        return ImmutableArray.CreateRange(state.Catch, catcher => new CatcherPlan(catcher, fields));
    }

    public bool Matches(Failure failure) => _errors.Matches(failure);

    /// <summary>The way on with an error. Neither <c>ResultSelector</c> nor <c>OutputPath</c> of the state apply to it.</summary>
    public Outcome Catch(Frame frame, JsonValue input, Failure failure)
    {
        Counter?.Hit();
        JsonObject error = failure.ToErrorOutput();
        frame.Data = error;
        frame.Input = input;
        frame.ErrorOutput = error;
        JsonObject? assigned = _departure.Assign(frame, out Failure? unusable);
        JsonValue? result = unusable is not null ? null : _departure.Output is null ? error : _departure.Output.Evaluate(frame, out unusable);
        JsonValue? output = result is null ? null : _resultPath.Apply(input, result, out unusable);
        frame.ErrorOutput = null;
        unusable ??= DataFlow.CheckLimits(output!, frame, frame.State.Name);
        return unusable is not null ? unusable : Outcome.Caught(output!, Transition, failure, assigned);
    }
}
