using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Resources;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what tasks read of results whose form is known. Only what the task itself reads is looked at.</summary>
internal static class ResultChecks
{
    private const string Payload = ".Payload";
    private const string JsonataResult = "$states.result.";

    public static void Check(TaskState task, Resource resource, QueryLanguage language, FindingCollector findings)
    {
        bool isFunction = resource.Kind == ResourceKind.LambdaFunction;
        if (!isFunction && !(resource is { Kind: ResourceKind.Optimized, Action: "invoke", Service: "lambda", Pattern: IntegrationPattern.RequestResponse })
            && !(resource is { Kind: ResourceKind.Optimized, Service: "states" } && resource.Pattern != IntegrationPattern.WaitForTaskToken))
        {
            return;
        }

        if (language == QueryLanguage.JSONata)
        {
            Visit(task.Field("Output"), "Output", isPath: false);
            Visit(task.Field("Assign"), "Assign", isPath: false);
            return;
        }

        if (task.Field("ResultSelector") is { } selector)
        {
            Visit(selector, "ResultSelector", isPath: false);
        }
        else if (task.OutputPath is JsonStringSyntax output && Under(task.ResultPath, output.Value) is { } read)
        {
            Report(task, resource, output, new TextRange(0, output.Value.Length), task.PathOf("OutputPath"), read, findings);
        }

        void Visit(JsonMemberSyntax? member, string path, bool isPath)
        {
            if (member is not null)
            {
                Walk(member.Value, task.PathOf(path), isPath);
            }
        }

        void Walk(JsonSyntax value, string path, bool isPath)
        {
            switch (value)
            {
                case JsonStringSyntax text when language == QueryLanguage.JSONata:
                    ReadExpression(text, path);
                    break;
                case JsonStringSyntax text when isPath && ReferencePath.Parse(text.Value, out _) is { Root: PathRoot.Data } read:
                    Report(task, resource, text, new TextRange(0, text.Value.Length), path, read.Steps, findings);
                    break;
                case JsonArraySyntax array:
                    for (int i = 0; i < array.Items.Length; i++)
                    {
                        Walk(array.Items[i], path + "[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]", isPath: false);
                    }

                    break;
                case JsonObjectSyntax part:
                    foreach (JsonMemberSyntax member in part.Members)
                    {
                        Walk(member.Value, path + "/" + member.Name, member.Name.EndsWith(".$", StringComparison.Ordinal));
                    }

                    break;
            }
        }

        void ReadExpression(JsonStringSyntax text, string path)
        {
            if (JsonataText.Read(text.Value).Kind != JsonataTextKind.Expression)
            {
                return;
            }

            for (int i = text.Value.IndexOf(JsonataResult, StringComparison.Ordinal); i >= 0;)
            {
                int end = i + JsonataResult.Length;
                ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>();
                do
                {
                    int start = end;
                    while (end < text.Value.Length && (char.IsLetterOrDigit(text.Value[end]) || text.Value[end] == '_'))
                    {
                        end++;
                    }

                    if (end > start)
                    {
                        steps.Add(new PathStep(text.Value.Substring(start, end - start), 0));
                    }
                }
                while (end < text.Value.Length && text.Value[end] == '.' && ++end > 0);

                Report(task, resource, text, new TextRange(i, end - i), path, steps.ToImmutable(), findings);
                i = text.Value.IndexOf(JsonataResult, end, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>What of the result an OutputPath selects; null when it selects something else.</summary>
    private static ImmutableArray<PathStep>? Under(JsonSyntax? resultPath, string outputPath)
    {
        if (ReferencePath.Parse(outputPath, out _) is not { Root: PathRoot.Data } output)
        {
            return null;
        }

        ReferencePath? result = resultPath switch
        {
            null => ReferencePath.Parse("$", out _),
            JsonStringSyntax text => ReferencePath.Parse(text.Value, out _),
            _ => null,
        };
        return result is { Root: PathRoot.Data } && output.Steps.Length > result.Steps.Length && output.Steps.Take(result.Steps.Length).SequenceEqual(result.Steps)
            ? output.Steps.RemoveRange(0, result.Steps.Length)
            : null;
    }

    private static void Report(
        TaskState task, Resource resource, JsonStringSyntax place, TextRange within, string path, ImmutableArray<PathStep> read, FindingCollector findings)
    {
        if (read.IsEmpty || read[0].Name is not { } field)
        {
            return;
        }

        if (resource.Kind == ResourceKind.LambdaFunction)
        {
            if (field == "Payload")
            {
                findings.Add(IntegrationRules.PayloadOfFunction, place, within, path, task.Name);
                if (FindStep(place, within, field) is { } step)
                {
                    findings.Correct(place, new TextRange(step, Payload.Length), "");
                }
            }

            return;
        }

        string? why = resource switch
        {
            { Service: "lambda" } when !KnownResults.FieldsOf(resource).Contains(field) => "the function's answer is in 'Payload'",
            { Service: "states", Pattern: IntegrationPattern.RequestResponse } when !KnownResults.FieldsOf(resource).Contains(field) =>
                "the execution is started and not waited for; '.sync:2' waits for its end",
            { Service: "states", Pattern: IntegrationPattern.Sync } when field is "Output" or "Input" && read.Length > 1 =>
                $"with '.sync' the {field} is a string; with '.sync:2' it is JSON",
            _ => null,
        };
        if (why is not null)
        {
            string shown = string.Join(".", read.Take(resource.Pattern == IntegrationPattern.Sync ? 2 : 1).Select(static step => step.Name ?? "[" + step.Index + "]"));
            findings.Add(IntegrationRules.UnknownResultField, place, within, path, task.Name, shown, why);
            if (resource.Service == "lambda" && FindStep(place, within, field) is { } step)
            {
                findings.Correct(place, new TextRange(step, 0), Payload);
            }
        }
    }

    /// <summary>Where the step to a field is written with a dot; null when it is written otherwise.</summary>
    private static int? FindStep(JsonStringSyntax place, TextRange within, string field) =>
        place.Value.IndexOf("." + field, within.Start, within.Length, StringComparison.Ordinal) is >= 0 and var step ? step : null;
}
