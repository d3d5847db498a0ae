using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks paths, by what their fields take.</summary>
internal static class PathChecks
{
    /// <summary>Checks a path or a call.</summary>
    public static void Check(ExpressionSite site, FindingCollector findings)
    {
        switch (site.Field.Form)
        {
            case FieldForm.Path:
                CheckParsed(site, PathRules.InvalidPath, findings);
                break;
            case FieldForm.ComparedPath:
                if (CheckParsed(site, PathRules.InvalidPath, findings) && FindMany((JsonPathQuery)site.Root!) is { } many)
                {
                    findings.Add(PathRules.ComparedWithList, site.Node, many.Range, site.Place.ToString(), site.Place.Name, Explain(many));
                }

                break;
            case FieldForm.ReferencePath or FieldForm.NumberPath or FieldForm.ResultPath:
                if (CheckParsed(site, PathRules.NotReferencePath, findings))
                {
                    CheckReference(site, (JsonPathQuery)site.Root!, PathRules.NotReferencePath, findings);
                }

                break;
            case FieldForm.Template:
                if (CheckParsed(site, PathRules.InvalidTemplateValue, findings))
                {
                    IntrinsicChecks.Check(site, PathRules.InvalidTemplateValue, findings);
                }

                break;
            case FieldForm.ErrorText:
                CheckErrorText(site, findings);
                break;
        }
    }

    private static void CheckErrorText(ExpressionSite site, FindingCollector findings)
    {
        if (!CheckParsed(site, PathRules.InvalidErrorPath, findings))
        {
            return;
        }

        if (site.Root is IntrinsicPath { Path: { } path })
        {
            CheckReference(site, path, PathRules.InvalidErrorPath, findings);
        }
        else if (IntrinsicChecks.Check(site, PathRules.InvalidErrorPath, findings) && site.Root is IntrinsicCall call && !IntrinsicChecks.GivesString(call.Name))
        {
            findings.Add(
                PathRules.InvalidErrorPath, site.Node, call.NameRange, site.Place.ToString(), site.Place.Name, call.Name + " gives no string");
        }
    }

    private static bool CheckParsed(ExpressionSite site, Rule rule, FindingCollector findings)
    {
        if (site.Error is not { } error)
        {
            return true;
        }

        if (rule != PathRules.NotReferencePath && IsScript(site.Node.Value, error.Range.Start))
        {
            return false;
        }

        site.ReportError(rule, findings, site.Place.Name, error.Message);
        SayAsAws(site, findings);
        return false;
    }

    /// <summary>Tells how AWS reports that a field does not hold what it takes, where that was measured.</summary>
    private static void SayAsAws(ExpressionSite site, FindingCollector findings)
    {
        switch (site.Field.Form)
        {
            case FieldForm.Path when site.Place.Name is "InputPath" or "OutputPath":
                findings.SayAsAws("Value must be a valid JSONPath.", site.Place.ToString());
                break;
            case FieldForm.NumberPath:
                findings.SayAsAws("Value is not a Reference Path", site.Place.ToString());
                break;
            case FieldForm.Template:
                findings.SayAsAwsInvalidValue(site.Place.Root.ToString(), site.Place.Name);
                break;
        }
    }

    /// <summary>
    /// An index that is computed, <c>[(@.length-1)]</c>. JSONPath has it from its first days and other tools take it; AWS's library does not
    /// evaluate it, but whether AWS refuses it is not known.
    /// </summary>
    private static bool IsScript(string path, int position) =>
        position > 0 && position + 1 < path.Length && path[position - 1] == '[' && path[position] == '(' && path[position + 1] == '@';

    private static void CheckReference(ExpressionSite site, JsonPathQuery path, Rule rule, FindingCollector findings)
    {
        bool isForbidden = path.Root switch
        {
            PathRoot.Context => site.Field.Form is FieldForm.ResultPath or FieldForm.NumberPath,
            PathRoot.Variable => site.Field.Form == FieldForm.ResultPath,
            _ => false,
        };
        if (isForbidden)
        {
            string root = path.Root == PathRoot.Context ? "the context object" : "the variable $" + path.Variable;
            var range = new TextRange(path.Range.Start, path.Root == PathRoot.Context ? 2 : 1 + path.Variable!.Length);
            findings.Add(PathRules.UnsupportedPathRoot, site.Node, range, site.Place.ToString(), site.Place.Name, root);
            SayAsAws(site, findings);
        }
        else if (!path.IsReferencePath)
        {
            foreach (JsonPathSegment segment in path.Segments)
            {
                if (!segment.IsReferenceStep)
                {
                    string text = site.Node.Value.Substring(segment.Range.Start, segment.Range.Length);
                    findings.Add(rule, site.Node, segment.Range, site.Place.ToString(), site.Place.Name, $"'{text}' cannot stand in one");
                    SayAsAws(site, findings);
                    break;
                }
            }
        }
    }

    /// <summary>The first segment that makes a path select a list, or null; a function at the end may make one value of it.</summary>
    private static JsonPathSegment? FindMany(JsonPathQuery path)
    {
        JsonPathSegment? first = null;
        foreach (JsonPathSegment segment in path.Segments)
        {
            switch (segment.Selector)
            {
                case JsonPathFunction:
                    return null;
                case JsonPathWildcard or JsonPathSlice or JsonPathFilter:
                case JsonPathIndices { Indices.Count: > 1 }:
                    first ??= segment;
                    break;
                default:
                    first ??= segment.IsDescendant ? segment : null;
                    break;
            }
        }

        return first;
    }

    private static string Explain(JsonPathSegment segment) => segment.IsDescendant ? "'..' looks at every level"
        : segment.Selector switch
        {
            JsonPathWildcard => "'*' selects everything",
            JsonPathFilter => "a filter selects all that it holds for",
            _ => "it names several elements",
        };
}
