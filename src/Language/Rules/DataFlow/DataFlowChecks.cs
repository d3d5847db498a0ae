using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks everything that AWS evaluates: paths, payload templates, intrinsic functions, JSONata and variables.</summary>
internal static class DataFlowChecks
{
    /// <summary>Checks a whole machine.</summary>
    public static void Check(StateMachine machine, FindingCollector findings)
    {
        if (StateLanguage.Of(machine).IsKnown)
        {
            var variables = new VariableChecks(findings);
            Check(machine, machine, variables, outer: null, owner: null, findings);
            variables.Report();
        }
    }

    private static void Check(
        StateMachine machine, StateContainer container, VariableChecks variables, VariableScope? outer, State? owner, FindingCollector findings)
    {
        VariableScope scope = variables.Add(container, outer, owner);
        foreach (State state in container.States)
        {
            if (state.Type is not null && StateLanguage.Of(state, machine) is { IsKnown: true } language)
            {
                var sites = new ExpressionSites(state, language.Value);
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
                Check(machine, nested, variables, scope, state, findings);
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
