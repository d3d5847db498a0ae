using System.Collections.Immutable;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Catch</c>.</summary>
internal sealed class CatcherPlan
{
    private readonly FieldReader _fields;
    private readonly ErrorList _errors;
    private readonly string _next;

    private CatcherPlan(Catcher catcher, string stateName)
    {
        _fields = new FieldReader(catcher, stateName);
        _errors = new ErrorList(_fields, catcher.ErrorEquals);
        _next = _fields.RequiredText("Next");
        ResultPath = _fields.ResultPath("ResultPath");
        _fields.Finish();
    }

    public ResultPath ResultPath { get; }

    public PlanState Target { get; private set; } = null!;

    public static ImmutableArray<CatcherPlan> CompileAll(FieldReader fields, State state)
    {
        fields.RequireObjects("Catch", state.Catch.Length);
        return ImmutableArray.CreateRange(state.Catch, catcher => new CatcherPlan(catcher, state.Name));
    }

    public void Link(PlanLinker linker) => Target = linker.Find(_fields, "Next", _next);

    public bool Matches(Failure failure) => _errors.Matches(failure);
}
