using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution;

/// <summary>A definition, ready to run. It is made once from the ASL text and serves any number of executions.</summary>
internal sealed class Plan
{
    private readonly Dictionary<string, PlanState> _byName;

    private Plan(ScopePlan scope, ImmutableArray<PlanState> states, TimeSpan? timeout)
    {
        Scope = scope;
        States = states;
        Timeout = timeout;

        // Names are unique in the whole machine; AWS refuses others.
        _byName = new Dictionary<string, PlanState>(StringComparer.Ordinal);
        foreach (PlanState state in states)
        {
            _byName.TryAdd(state.Name, state);
        }
    }

    public ScopePlan Scope { get; }

    /// <summary>All states, also those of branches and Maps, each after the one that holds it.</summary>
    public ImmutableArray<PlanState> States { get; }

    /// <summary>How long an execution may run, or null when the definition does not say.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Makes a plan of a definition. It refuses what it cannot run, whatever the rules of the language say.</summary>
    /// <exception cref="DefinitionException">The definition is no ASL, or uses what is not run locally yet.</exception>
    public static Plan Compile(StateMachine machine)
    {
        bool isJsonata = machine.QueryLanguage == Language.Document.QueryLanguage.JSONata;
        var fields = new FieldReader(machine, "", isJsonata, isJsonata);
        fields.Value("QueryLanguage");
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            throw fields.Fault("Version", $"must be \"1.0\", not \"{version}\"");
        }

        long? timeout = fields.Integer("TimeoutSeconds", 1, Quotas.MaxSeconds);
        ScopePlan scope = ScopePlan.Compile(machine, fields);
        fields.Finish();
        ImmutableArray<PlanState>.Builder all = ImmutableArray.CreateBuilder<PlanState>();
        Collect(scope, all);
        return new Plan(scope, all.ToImmutable(), timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    public PlanState? Find(string name) => _byName.GetValueOrDefault(name);

    private static void Collect(ScopePlan scope, ImmutableArray<PlanState>.Builder all)
    {
        foreach (PlanState state in scope.States)
        {
            all.Add(state);
            foreach (ScopePlan nested in state.Scopes)
            {
                Collect(nested, all);
            }
        }
    }
}
