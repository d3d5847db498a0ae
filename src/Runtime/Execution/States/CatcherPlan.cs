using System.Collections.Immutable;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Catch</c>.</summary>
internal sealed class CatcherPlan
{
    private readonly FieldReader _fields;
    private readonly ImmutableArray<string> _errors;
    private readonly string _next;

    private CatcherPlan(Catcher catcher, string stateName)
    {
        _fields = new FieldReader(catcher, stateName);
        _errors = ReadErrors(_fields, catcher.ErrorEquals);
        _next = _fields.RequiredText("Next");
        ResultPath = _fields.ResultPath("ResultPath");
        _fields.Finish();
    }

    public ResultPath ResultPath { get; }

    public PlanState Target { get; private set; } = null!;

    public static ImmutableArray<CatcherPlan> CompileAll(FieldReader fields, State state)
    {
        RequireObjects(fields, "Catch", state.Catch.Length);
        return ImmutableArray.CreateRange(state.Catch, catcher => new CatcherPlan(catcher, state.Name));
    }

    public void Link(PlanLinker linker) => Target = linker.Find(_fields, "Next", _next);

    public bool Matches(string error) => Matches(_errors, error);

    internal static bool Matches(ImmutableArray<string> errors, string error)
    {
        foreach (string name in errors)
        {
            if (ErrorNames.Matches(name, error))
            {
                return true;
            }
        }

        return false;
    }

    internal static ImmutableArray<string> ReadErrors(FieldReader fields, ImmutableArray<string> errors) =>
        fields.Value("ErrorEquals") is JsonArraySyntax { Items.Length: > 0 } array && array.Items.Length == errors.Length
            ? errors
            : throw fields.Fault("ErrorEquals", "must be a list of error names with at least one");

    internal static void RequireObjects(FieldReader fields, string field, int objects)
    {
        if (fields.Value(field) is { } value && (value is not JsonArraySyntax array || array.Items.Length != objects))
        {
            throw fields.Fault(field, "must be a list of objects");
        }
    }
}
