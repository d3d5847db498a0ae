using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution;

/// <summary>A definition, ready to run. It is made once from the ASL text and serves any number of executions.</summary>
internal sealed class Plan
{
    private readonly Dictionary<string, PlanState> _byName;

    private Plan(PlanState start, ImmutableArray<PlanState> states, Dictionary<string, PlanState> byName, TimeSpan? timeout)
    {
        Start = start;
        States = states;
        _byName = byName;
        Timeout = timeout;
    }

    public PlanState Start { get; }

    public ImmutableArray<PlanState> States { get; }

    /// <summary>How long an execution may run, or null when the definition does not say.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Makes a plan of a definition. It refuses what it cannot run, whatever the rules of the language say.</summary>
    /// <exception cref="DefinitionException">The definition is no ASL, or uses what is not run locally yet.</exception>
    public static Plan Compile(StateMachine machine)
    {
        var fields = new FieldReader(machine, "");
        string start = fields.RequiredText("StartAt");
        RequireJsonPath(fields);
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            throw fields.Fault("Version", $"must be \"1.0\", not \"{version}\"");
        }

        long? timeout = fields.Integer("TimeoutSeconds", 1, Quotas.MaxSeconds);
        if (fields.Value("States") is not JsonObjectSyntax { Members.Length: > 0 })
        {
            throw fields.Fault("States", "must be an object with at least one state");
        }

        fields.Finish();
        var byName = new Dictionary<string, PlanState>(StringComparer.Ordinal);
        ImmutableArray<PlanState>.Builder states = ImmutableArray.CreateBuilder<PlanState>(machine.States.Length);
        foreach (State state in machine.States)
        {
            PlanState plan = CompileState(state);
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

        return new Plan(
            linker.Find(fields, "StartAt", start), states.MoveToImmutable(), byName, timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    public PlanState? Find(string name) => _byName.GetValueOrDefault(name);

    private static PlanState CompileState(State state)
    {
        var fields = new FieldReader(state, state.Name);
        fields.Value("Type");
        RequireJsonPath(fields);
        PlanState plan = state switch
        {
            TaskState => new TaskPlan(fields, state),
            PassState => new PassPlan(fields),
            ChoiceState choice => new ChoicePlan(fields, choice),
            WaitState => new WaitPlan(fields),
            SucceedState => new SucceedPlan(fields),
            FailState => new FailPlan(fields),
            UnknownState => throw fields.Fault("Type", "must be one of Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map"),
            _ => throw new DefinitionException($"The field Type says {state.Type}: {state.Type} states are not run locally yet.", state.PathOf("Type")),
        };
        fields.Finish();
        return plan;
    }

    private static void RequireJsonPath(FieldReader fields)
    {
        if (fields.Text("QueryLanguage") is { } language && language != nameof(Language.Document.QueryLanguage.JSONPath))
        {
            throw fields.NotRun("QueryLanguage", language);
        }
    }
}
