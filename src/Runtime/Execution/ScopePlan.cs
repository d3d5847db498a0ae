using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution;

/// <summary>The states of a scope, ready to run: of a whole machine, of a branch, or of what a Map runs for each item.</summary>
internal sealed class ScopePlan
{
    private ScopePlan(Transition start, ImmutableArray<PlanState> states)
    {
        Start = start;
        States = states;
    }

    /// <summary>The way to the first state.</summary>
    public Transition Start { get; }

    public ImmutableArray<PlanState> States { get; }

    /// <summary>Reads the states of a scope.</summary>
    /// <param name="container">The scope.</param>
    /// <param name="fields">Its fields, which the caller finishes.</param>
    public static ScopePlan Compile(StateContainer container, FieldReader fields)
    {
        var start = Transition.To(fields, "StartAt");
        if (fields.Value("States") is not JsonObjectSyntax { Members.Length: > 0 })
        {
            throw fields.Fault("States", "must be an object with at least one state");
        }

        var byName = new Dictionary<string, PlanState>(StringComparer.Ordinal);
        ImmutableArray<PlanState>.Builder states = ImmutableArray.CreateBuilder<PlanState>(container.States.Length);
        foreach (State state in container.States)
        {
            PlanState plan = CompileState(state, fields.IsJsonataByDefault);
            states.Add(plan);
            if (!byName.TryAdd(plan.Name, plan))
            {
                throw new DefinitionException($"There are two states named '{plan.Name}'.", state.Path);
            }
        }

        var linker = new PlanLinker(byName);
        foreach (PlanState state in states)
        {
            state.Link(linker);
        }

        start.Link(linker);
        return new ScopePlan(start, states.MoveToImmutable());
    }

    private static PlanState CompileState(State state, bool isJsonataByDefault)
    {
        bool isJsonata = state.OwnQueryLanguage is { } own ? own == Language.Document.QueryLanguage.JSONata : isJsonataByDefault;
        var fields = new FieldReader(state, state.Name, isJsonata, isJsonataByDefault);
        fields.Value("Type");
        fields.Value("QueryLanguage");
        PlanState plan = state switch
        {
            TaskState => new TaskPlan(fields, state),
            PassState => new PassPlan(fields),
            ChoiceState choice => new ChoicePlan(fields, choice),
            WaitState => new WaitPlan(fields),
            SucceedState => new SucceedPlan(fields),
            FailState => new FailPlan(fields),
            ParallelState parallel => new ParallelPlan(fields, parallel),
            MapState map => new MapPlan(fields, map),
            _ => throw fields.Fault("Type", "must be one of Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map"),
        };
        fields.Finish();
        return plan;
    }
}
