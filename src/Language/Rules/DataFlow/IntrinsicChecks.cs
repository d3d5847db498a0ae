using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks calls of intrinsic functions.</summary>
internal static class IntrinsicChecks
{
    private static readonly char[] s_separators = ['-', ' '];

    /// <summary>Whether a function can give a string (the ones that ErrorPath and CausePath take).</summary>
    public static bool GivesString(string function) => function is "States.Format" or "States.JsonToString" or "States.ArrayGetItem"
        or "States.Base64Encode" or "States.Base64Decode" or "States.Hash" or "States.UUID";

    /// <summary>Checks all calls of an expression.</summary>
    /// <param name="site">The expression.</param>
    /// <param name="unknown">The rule that a function that does not exist breaks.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns>Whether all functions exist.</returns>
    public static bool Check(ExpressionSite site, Rule unknown, FindingCollector findings)
    {
        bool areKnown = true;
        if (site.Root is not IntrinsicCall root)
        {
            return true;
        }

        foreach (ExpressionSyntax node in root.DescendantsAndSelf())
        {
            if (node is JsonPathSegment segment)
            {
                CheckName(site, segment, findings);
            }

            if (node is not IntrinsicCall call)
            {
                continue;
            }

            if (IntrinsicFunctions.Find(call.Name) is { } function)
            {
                Check(site, call, function, findings);
                continue;
            }

            areKnown = false;
            string? near = SpellingSuggestion.Find(call.Name, IntrinsicFunctions.All.Select(known => known.Name));
            string suggestion = near is null ? "" : $"; did you mean {near}?";
            findings.Add(
                unknown, site.Node, call.NameRange, site.Place.ToString(), site.Place.Name, $"there is no function '{call.Name}'{suggestion}");
            findings.Correct(near);
            if (site.Field.Form == FieldForm.Template)
            {
                findings.SayAsAwsInvalidValue(site.Place.Root.ToString(), site.Place.Name);
            }
        }

        CheckNesting(site, root, findings);
        return areKnown;
    }

    private static void Check(ExpressionSite site, IntrinsicCall call, IntrinsicFunction function, FindingCollector findings)
    {
        int count = call.Arguments.Count;
        if (count < function.MinArguments || count > function.MaxArguments)
        {
            string takes = function.MaxArguments is not { } most ? $"at least {Count(function.MinArguments)}"
                : most == function.MinArguments ? Count(most)
                : $"{function.MinArguments} or {Count(most)}";
            findings.Add(
                PathRules.IntrinsicArgumentCount, site.Node, call.Range, site.Place.ToString(), call.Name, takes, count.ToString(CultureInfo.InvariantCulture));
        }
        else if (call.Name == "States.Format" && call.Arguments[0] is IntrinsicString template && template.SplitTemplate().Length - 1 is var places && places != count - 1)
        {
            findings.Add(
                PathRules.IntrinsicArgumentCount,
                site.Node,
                template.Range,
                site.Place.ToString(),
                call.Name,
                $"a value for each place {{}} of its template, here {places}",
                (count - 1).ToString(CultureInfo.InvariantCulture));
        }
        else if (IntrinsicLiterals.FindFault(call) is { } fault)
        {
            findings.Add(PathRules.FailingIntrinsic, site.Node, fault.Argument.Range, site.Place.ToString(), call.Name, fault.Reason);
        }
    }

    private static void CheckName(ExpressionSite site, JsonPathSegment segment, FindingCollector findings)
    {
        if (segment.Selector is JsonPathNames { Names: { Count: 1 } names } && site.Node.Value[segment.Range.Start] == '.' && names[0].Value.IndexOfAny(s_separators) >= 0)
        {
            findings.Add(PathRules.NameNeedsBrackets, site.Node, names[0].Range, site.Place.ToString(), names[0].Value);
        }
    }

    private static void CheckNesting(ExpressionSite site, IntrinsicCall call, FindingCollector findings)
    {
        IntrinsicCall? tooDeep = FindTooDeep(call, IntrinsicFunctions.MaxNesting);
        if (tooDeep is not null)
        {
            findings.Add(
                PathRules.FailingIntrinsic,
                site.Node,
                tooDeep.NameRange,
                site.Place.ToString(),
                tooDeep.Name,
                $"calls can be nested {IntrinsicFunctions.MaxNesting} levels deep at most");
        }
    }

    private static IntrinsicCall? FindTooDeep(IntrinsicCall call, int levels)
    {
        if (levels == 0)
        {
            return call;
        }

        foreach (IntrinsicSyntax argument in call.Arguments)
        {
            if (argument is IntrinsicCall inner && FindTooDeep(inner, levels - 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Count(int count) => count switch
    {
        0 => "no argument",
        1 => "one argument",
        _ => count.ToString(CultureInfo.InvariantCulture) + " arguments",
    };
}
