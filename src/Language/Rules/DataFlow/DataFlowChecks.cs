using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules.Shapes;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks everything that AWS evaluates: paths, payload templates, intrinsic functions, JSONata and variables.</summary>
internal static class DataFlowChecks
{
    /// <summary>Checks a whole machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="sound">The scopes whose transitions all lead somewhere.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(StateMachine machine, IReadOnlyDictionary<StateContainer, ScopeGraph> sound, FindingCollector findings)
    {
        if (StateLanguage.Of(machine).IsKnown)
        {
            var variables = new VariableChecks(findings);
            Dictionary<State, ExpressionSites> sites = [];
            Check(machine, machine, variables, outer: null, owner: null, sites, findings);
            variables.Report();
            ShapeChecks.Check(machine, sound, sites, findings);
        }
    }

    private static void Check(
        StateMachine machine, StateContainer container, VariableChecks variables, VariableScope? outer, State? owner, Dictionary<State, ExpressionSites> all, FindingCollector findings)
    {
        VariableScope scope = variables.Add(container, outer, owner);
        foreach (State state in container.States)
        {
            if (state.Type is not null && StateLanguage.Of(state, machine) is { IsKnown: true } language)
            {
                var sites = new ExpressionSites(state, language.Value);
                all.Add(state, sites);
                Check(sites, findings);
                InputChecks.Check(state, sites, findings);
                variables.Add(state, scope, sites);
            }
            else
            {
                variables.AddUnknown();
            }

            foreach (StateContainer nested in state.Containers)
            {
                Check(machine, nested, variables, scope, state, all, findings);
            }
        }
    }

    private static void Check(ExpressionSites sites, FindingCollector findings)
    {
        var templates = new TemplateChecks(findings);
        foreach (EvaluatedField field in sites.Fields)
        {
            templates.Check(field);
            PayloadSize.Check(field, findings);
        }

        foreach (ExpressionSite site in sites.Sites)
        {
            if (sites.Language == QueryLanguage.JSONata)
            {
                JsonataChecks.Check(site, findings);
            }
            else
            {
                PathChecks.Check(site, findings);
            }
        }
    }
}
