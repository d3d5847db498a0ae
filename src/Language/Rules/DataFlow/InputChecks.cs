using System;
using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks whether what expressions refer to is there: the input, and the token of a callback.</summary>
internal static class InputChecks
{
    public static void Check(State state, ExpressionSites sites, FindingCollector findings)
    {
        string? withoutToken = ExplainMissingToken(state);
        bool isInputDropped = sites.Language == QueryLanguage.JSONPath && state.InputPath is JsonNullSyntax;
        foreach (ExpressionSite site in sites.Sites)
        {
            if (withoutToken is not null && site.Node.Value.IndexOf("Token", StringComparison.Ordinal) >= 0)
            {
                CheckToken(site, withoutToken, findings);
            }

            if (isInputDropped && IsOfInput(site.Field))
            {
                CheckInput(site, findings);
            }
        }

        CheckLiterals(state, sites.Language, findings);
    }

    /// <summary>Why the state has no token; null when it has, or when its resource is not known.</summary>
    private static string? ExplainMissingToken(State state) => state switch
    {
        TaskState { Resource: null } => null,
        TaskState { Resource: { } resource } when Substitutions.IsIn(resource) || !resource.StartsWith("arn:", StringComparison.Ordinal) => null,
        TaskState { Resource: { } resource } when HasToken(resource) => null,
        TaskState => "the resource of the task does not end with .waitForTaskToken",
        _ => "the state is no task",
    };

    /// <summary>AWS gives a token to tasks that wait for a job as well, as a recording of one shows.</summary>
    private static bool HasToken(string resource) =>
        resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal) || resource.Contains(":activity:") || resource.Contains(".sync");

    private static void CheckToken(ExpressionSite site, string reason, FindingCollector findings)
    {
        if (site.References is { } references)
        {
            foreach (StatesReference member in references.StatesMembers)
            {
                if (member is { Name: "context", Path: { Count: >= 2 } path } && path[0] == "Task" && path[1] == "Token")
                {
                    findings.Add(DataFlowRules.NoTaskToken, site.Node, member.Node.Range, site.Place.ToString(), reason);
                }
            }
        }
        else if (site.Root is { } root)
        {
            foreach (ExpressionSyntax node in root.DescendantsAndSelf())
            {
                if (node is JsonPathQuery { Root: PathRoot.Context, Segments.Count: >= 2 } path && IsNamed(path.Segments[0], "Task") && IsNamed(path.Segments[1], "Token"))
                {
                    findings.Add(DataFlowRules.NoTaskToken, site.Node, path.Range, site.Place.ToString(), reason);
                }
            }
        }
    }

    private static bool IsNamed(JsonPathSegment segment, string name) =>
        segment is { IsDescendant: false, Selector: JsonPathNames { Names: { Count: 1 } names } } && names[0].Value == name;

    /// <summary>Whether the field is evaluated on the input, and not on a result.</summary>
    private static bool IsOfInput(EvaluatedField field) => field.Form is FieldForm.ReferencePath or FieldForm.NumberPath
        || (field.Form == FieldForm.Template && field.Place.Name is "Parameters" or "ItemSelector");

    private static void CheckInput(ExpressionSite site, FindingCollector findings)
    {
        if (site.Root is null)
        {
            return;
        }

        foreach (ExpressionSyntax node in site.Root.DescendantsAndSelf())
        {
            JsonPathQuery? path = node is IntrinsicPath argument ? argument.Path : node == site.Root ? node as JsonPathQuery : null;
            if (path is { Root: PathRoot.Data, IsReferencePath: true, Segments.Count: > 0 })
            {
                string text = site.Node.Value.Substring(path.Range.Start, path.Range.Length);
                findings.Add(DataFlowRules.NothingToRead, site.Node, path.Range, site.Place.ToString(), text);
            }
        }
    }

    private static void CheckLiterals(State state, QueryLanguage language, FindingCollector findings)
    {
        if (language != QueryLanguage.JSONata)
        {
            return;
        }

        foreach (Retrier retrier in state.Retry)
        {
            CheckTexts(retrier.Field("ErrorEquals")?.Value, "ErrorEquals", retrier.PathOf("ErrorEquals"), findings);
        }

        foreach (Catcher catcher in state.Catch)
        {
            CheckTexts(catcher.Field("ErrorEquals")?.Value, "ErrorEquals", catcher.PathOf("ErrorEquals"), findings);
        }

        if (state is MapState { ItemReader: { } reader } && reader.Find("ReaderConfig")?.Value is JsonObjectSyntax config)
        {
            CheckTexts(config.Find("CSVHeaders")?.Value, "CSVHeaders", state.PathOf("ItemReader") + "/ReaderConfig/CSVHeaders", findings);
        }
    }

    private static void CheckTexts(JsonSyntax? value, string field, string path, FindingCollector findings)
    {
        if (value is not JsonArraySyntax array)
        {
            return;
        }

        for (int i = 0; i < array.Items.Length; i++)
        {
            if (array.Items[i] is JsonStringSyntax text && JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression)
            {
                string place = path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                findings.Add(DataFlowRules.LiteralField, text, place, field, FindingCollector.Show(text));
            }
        }
    }
}
