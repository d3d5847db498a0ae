using System.Linq;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks JSONata expressions: whether they parse, and what they refer to and call.</summary>
internal static class JsonataChecks
{
    private static readonly string[] s_functionNames = [.. JsonataFunctions.OnAws.Select(function => function.Name)];

    public static void Check(ExpressionSite site, FindingCollector findings)
    {
        if (site.Error is { } error)
        {
            site.ReportError(JsonataRules.InvalidExpression, findings, error.Message);
            return;
        }

        JsonataReferences references = site.References!;
        foreach (JsonataSyntax node in references.Unsupported)
        {
            findings.Add(JsonataRules.TopLevelReference, site.Node, node.Range, site.Place.ToString(), "'" + node + "'");
            bool isRoot = node is JsonataVariable { IsRoot: true };
            findings.SayAsAws($"Reference to '{node}' {(isRoot ? "" : "at the top level ")}is not supported.", site.Place.ToString());
        }

        foreach (StatesReference member in references.StatesMembers)
        {
            CheckMember(site, member, findings);
        }

        foreach (JsonataFunctionCall call in references.Calls)
        {
            CheckCall(site, call, findings);
        }
    }

    private static void CheckMember(ExpressionSite site, StatesReference member, FindingCollector findings)
    {
        StatesMembers known = member.Name switch
        {
            "input" => StatesMembers.Input,
            "context" => StatesMembers.Context,
            "result" => StatesMembers.Result,
            "errorOutput" => StatesMembers.ErrorOutput,
            _ => StatesMembers.None,
        };
        if ((site.Field.Members & known) != 0)
        {
            return;
        }

        string? near = known == StatesMembers.None ? SpellingSuggestion.Find(member.Name, ["input", "context", "result", "errorOutput"]) : null;
        string reason = known switch
        {
            StatesMembers.Result => "here; it does in Output and Assign of Task, Parallel and Map states",
            StatesMembers.ErrorOutput => "here; it does in Output and Assign of an entry of Catch",
            _ when near is not null => $"anywhere; did you mean {near}?",
            _ => "anywhere; its members are input, context, result and errorOutput",
        };
        findings.Add(JsonataRules.UnknownStatesMember, site.Node, member.Node.Range, site.Place.ToString(), member.Name, reason);
        findings.Correct(near);
        findings.SayAsAws($"Field '$states.{member.Name}' does not exist.", site.Place.ToString());
    }

    private static void CheckCall(ExpressionSite site, JsonataFunctionCall call, FindingCollector findings)
    {
        string name = call.Function.Name;
        if (JsonataFunctions.Find(name) is not { } function)
        {
            string? near = name == JsonataFunctions.Eval ? null : SpellingSuggestion.Find(name, s_functionNames);
            string hint = name == JsonataFunctions.Eval ? "; Step Functions does not have it, use $parse for JSON"
                : near is not null ? $"; did you mean ${near}?"
                : "";
            findings.Add(JsonataRules.UnknownFunction, site.Node, call.Function.Range, site.Place.ToString(), name, hint);
            findings.Correct(near is null ? null : "$" + near);
            return;
        }

        JsonataArgumentMatch match = JsonataArgumentMatch.Of(function, call);
        if (match.Fault is { } fault)
        {
            findings.Add(
                JsonataRules.InvalidArguments,
                site.Node,
                match.Argument?.Range ?? call.Call.Range,
                site.Place.ToString(),
                name,
                function.Parameters,
                fault);
        }
    }
}
