using System;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Looks for the task token in what a task sends.</summary>
internal static class TaskTokens
{
    /// <summary>Why a task surely does not send its token, or null.</summary>
    public static string? FindObstacle(TaskState task, QueryLanguage language)
    {
        bool isJsonata = language == QueryLanguage.JSONata;
        JsonSyntax? payload = isJsonata ? task.Arguments : task.Parameters;
        string field = isJsonata ? "Arguments" : "Parameters";
        string token = isJsonata ? "$states.context.Task.Token" : "$$.Task.Token";
        return payload is null ? $"it has no {field}, in which '{token}' could stand"
            : MaySend(payload, isJsonata, isPath: payload is JsonStringSyntax) ? null
            : $"'{token}' is not in its {field}";
    }

    private static bool MaySend(JsonSyntax value, bool isJsonata, bool isPath)
    {
        switch (value)
        {
            case JsonStringSyntax text:
                return isJsonata ? MayReadToken(text.Value, "$states") : isPath && MayReadToken(text.Value, "$$");
            case JsonArraySyntax array:
                foreach (JsonSyntax item in array.Items)
                {
                    if (MaySend(item, isJsonata, isPath: false))
                    {
                        return true;
                    }
                }

                return false;
            case JsonObjectSyntax part:
                foreach (JsonMemberSyntax member in part.Members)
                {
                    if (MaySend(member.Value, isJsonata, member.Name.EndsWith(".$", StringComparison.Ordinal)))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>Whether an expression reads the token, or so much of what is around it that the token may be in it.</summary>
    private static bool MayReadToken(string text, string root)
    {
        if (Substitutions.IsIn(text))
        {
            return true;
        }

        for (int i = text.IndexOf(root, StringComparison.Ordinal); i >= 0; i = text.IndexOf(root, i + root.Length, StringComparison.Ordinal))
        {
            string rest = text.Substring(i + root.Length);
            if (root == "$states")
            {
                if (rest.StartsWith(".input", StringComparison.Ordinal))
                {
                    continue;
                }

                if (!rest.StartsWith(".context.", StringComparison.Ordinal))
                {
                    return true;
                }

                rest = rest.Substring(".context".Length);
            }

            if (rest.Length < 2 || rest[0] is not '.' || !char.IsLetter(rest[1]) || rest.StartsWith(".Task", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
