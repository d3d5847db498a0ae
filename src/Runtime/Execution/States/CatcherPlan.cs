using System.Collections.Immutable;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Catch</c>.</summary>
internal sealed class CatcherPlan
{
    private readonly FieldReader _fields;
    private readonly ErrorList _errors;
    private readonly string _next;
    private readonly ResultPath _resultPath;
    private readonly Departure _departure;
    private PlanState _target = null!;

    private CatcherPlan(Catcher catcher, FieldReader state)
    {
        _fields = state.Nested(catcher);
        _errors = new ErrorList(_fields, catcher.ErrorEquals);
        _next = _fields.RequiredText("Next");
        _resultPath = _fields.IsJsonata ? ResultPath.Replace : _fields.ResultPath("ResultPath");
        _departure = Departure.Compile(_fields);
        _fields.Finish();
    }

    public static ImmutableArray<CatcherPlan> CompileAll(FieldReader fields, State state)
    {
        fields.RequireObjects("Catch", state.Catch.Length);
        return ImmutableArray.CreateRange(state.Catch, catcher => new CatcherPlan(catcher, fields));
    }

    public void Link(PlanLinker linker) => _target = linker.Find(_fields, "Next", _next);

    public bool Matches(Failure failure) => _errors.Matches(failure);

    /// <summary>The way on with an error. Neither <c>ResultSelector</c> nor <c>OutputPath</c> of the state apply to it.</summary>
    public Outcome Catch(Frame frame, JsonValue input, Failure failure)
    {
        JsonObject error = failure.ToErrorOutput();
        frame.Data = error;
        frame.Input = input;
        frame.ErrorOutput = error;
        JsonObject? assigned = _departure.Assign(frame, out Failure? unusable);
        JsonValue? result = unusable is not null ? null : _departure.Output is null ? error : _departure.Output.Evaluate(frame, out unusable);
        JsonValue? output = result is null ? null : _resultPath.Apply(input, result, out unusable);
        frame.ErrorOutput = null;
        unusable ??= DataFlow.CheckLimits(output!, frame, frame.State.Name);
        return unusable is not null ? unusable : Outcome.Caught(output!, _target, failure, assigned);
    }
}
