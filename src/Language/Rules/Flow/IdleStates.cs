using System;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Tells states that leave everything as it was: input, variables and time.</summary>
internal static class IdleStates
{
    /// <summary>Whether a state is a Pass or Choice that changes nothing.</summary>
    public static bool IsIdle(State state) => state switch
    {
        PassState => HasNoEffect(state.Syntax),
        ChoiceState choice => HasNoEffect(choice.Syntax) && !HasRuleWithEffect(choice),
        _ => false,
    };

    /// <summary>Whether a state only takes a decision or changes data, and so takes no time.</summary>
    public static bool TakesNoTime(State state) => state is PassState or ChoiceState;

    /// <summary>Whether a decision can come out differently with the same input: it looks at the clock, at the execution or at chance.</summary>
    public static bool DependsOnMore(ChoiceState choice)
    {
        foreach (ChoiceRule rule in choice.Choices)
        {
            if (DependsOnMore(rule.Syntax))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNoEffect(JsonObjectSyntax state)
    {
        foreach (JsonMemberSyntax member in state.Members)
        {
            bool isHarmless = member.Name switch
            {
                "Type" or "Comment" or "QueryLanguage" or "Next" or "End" or "Choices" or "Default" => true,
                "InputPath" or "OutputPath" => member.Value is JsonStringSyntax { Value: "$" },
                "ResultPath" => member.Value is JsonNullSyntax or JsonStringSyntax { Value: "$" },
                _ => false,
            };
            if (!isHarmless)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasRuleWithEffect(ChoiceState choice)
    {
        foreach (ChoiceRule rule in choice.Choices)
        {
            if (rule.Assign is not null || rule.Output is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool DependsOnMore(JsonSyntax value) => value switch
    {
        JsonStringSyntax text => DependsOnMore(text.Value),
        JsonArraySyntax array => Any(array),
        JsonObjectSyntax part => Any(part),
        _ => false,
    };

    private static bool Any(JsonArraySyntax array)
    {
        foreach (JsonSyntax item in array.Items)
        {
            if (DependsOnMore(item))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(JsonObjectSyntax part)
    {
        foreach (JsonMemberSyntax member in part.Members)
        {
            if (DependsOnMore(member.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path or an expression gives another value each time.</summary>
    public static bool DependsOnMore(string text) =>
        text.StartsWith("$$", StringComparison.Ordinal)
        || text.Contains("context")
        || text.Contains("$now")
        || text.Contains("$millis")
        || text.Contains("$random")
        || text.Contains("$uuid")
        || text.Contains("$shuffle")
        || Substitutions.IsIn(text);
}
