using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks everything that AWS evaluates: paths, payload templates, intrinsic functions, JSONata and variables.</summary>
internal static class DataFlowChecks
{
    /// <summary>Checks a whole machine.</summary>
    public static void Check(StateMachine machine, FindingCollector findings)
    {
        if (HasKnownLanguage(machine))
        {
            Check(machine, machine, findings);
        }
    }

    private static void Check(StateMachine machine, StateContainer scope, FindingCollector findings)
    {
        foreach (State state in scope.States)
        {
            if (state.Type is not null && HasKnownLanguage(state))
            {
                Check(new ExpressionSites(state, state.OwnQueryLanguage ?? machine.QueryLanguage), findings);
            }

            foreach (StateContainer nested in state.Containers)
            {
                Check(machine, nested, findings);
            }
        }
    }

    private static void Check(ExpressionSites sites, FindingCollector findings)
    {
        var templates = new TemplateChecks(findings);
        foreach (EvaluatedField field in sites.Fields)
        {
            PathChecks.CheckType(field, findings);
            templates.Check(field);
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

    /// <summary>AWS reads a misspelt query language as JSONata; what was meant is not known.</summary>
    private static bool HasKnownLanguage(DocumentPart part) =>
        part.Field("QueryLanguage")?.Value is null or JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) or nameof(QueryLanguage.JSONata) };
}
