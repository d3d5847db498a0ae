using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>A rule of a Choice that becomes an attribute.</summary>
/// <param name="Target">The state that it leads to.</param>
/// <param name="Condition">The rule without what the attribute says.</param>
/// <param name="Properties">Its Comment, Assign and Output.</param>
internal sealed record RulePlan(StatePlan Target, JsonObjectSyntax Condition, ImmutableArray<JsonMemberSyntax> Properties)
{
    /// <summary>The JSONata expression that the condition is, or null.</summary>
    public string? Expression => Condition.Members is [{ Name: "Condition", Value: JsonStringSyntax { Value: var text } }] && Payload.IsExpression(text) ? text : null;

    /// <summary>The rules of <c>Choices</c>, or null when one of them cannot become an attribute, so that all must stay JSON.</summary>
    public static List<RulePlan>? ReadAll(JsonSyntax choices, ScopePlan scope)
    {
        if (choices is not JsonArraySyntax { Items.IsEmpty: false } array)
        {
            return null;
        }

        List<RulePlan> rules = [];
        foreach (JsonSyntax item in array.Items)
        {
            if (item is not JsonObjectSyntax rule || Read(rule, scope) is not { } plan)
            {
                return null;
            }

            rules.Add(plan);
        }

        return rules;
    }

    private static RulePlan? Read(JsonObjectSyntax rule, ScopePlan scope)
    {
        if (rule.Members.Count(static member => member.Name == "Next") != 1 || scope.Find(rule.Find("Next")!.Value) is not { } target)
        {
            return null;
        }

        bool isPlain = !rule.HasDoubles();
        ImmutableArray<JsonMemberSyntax> properties = [.. rule.Members.Where(member => isPlain && IsProperty(member))];
        return new RulePlan(target, new JsonObjectSyntax([.. rule.Members.Where(member => member.Name != "Next" && !properties.Contains(member))]), properties);
    }

    private static bool IsProperty(JsonMemberSyntax member) => member is { Name: "Assign" or "Output" } or { Name: "Comment", Value: JsonStringSyntax };
}
