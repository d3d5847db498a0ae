using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Resources;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what tasks read of results whose form is known. Only what the task itself reads is looked at.</summary>
internal static class ResultChecks
{
    private const string Payload = ".Payload";

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
            int from = task.ResultPath is JsonStringSyntax { Value: { } result } && output.Value.StartsWith(result, StringComparison.Ordinal) ? result.Length : 0;
            Report(task, resource, output, new TextRange(0, output.Value.Length), from, task.PathOf("OutputPath"), read, findings);
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
                    Report(task, resource, text, new TextRange(0, text.Value.Length), 0, path, read.Steps, findings);
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
            if (JsonataText.Read(text.Value) is not { Kind: JsonataTextKind.Expression } expression || expression.Parse().Root is not { } root)
            {
                return;
            }

            foreach (StatesReference member in JsonataReferences.Read(root).StatesMembers)
            {
                if (member.Name == "result")
                {
                    Report(task, resource, text, member.Range, member.Node.Range.End, path, [.. member.Path.Select(static name => new PathStep(name, 0))], findings);
                }
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

    /// <summary>Reports a field that the result does not have.</summary>
    /// <param name="task">The task.</param>
    /// <param name="resource">What it calls.</param>
    /// <param name="place">The string that reads the field.</param>
    /// <param name="within">Where in the string the path stands.</param>
    /// <param name="from">Where in the string the path has come to the result.</param>
    /// <param name="path">Where the string stands.</param>
    /// <param name="read">The path, from the result on.</param>
    /// <param name="findings">Takes what is found.</param>
    private static void Report(
        TaskState task, Resource resource, JsonStringSyntax place, TextRange within, int from, string path, ImmutableArray<PathStep> read, FindingCollector findings)
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
                if (FindStep(place, from, within.End, field) is { } step)
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
            if (resource.Service == "lambda" && FindStep(place, from, within.End, field) is { } step)
            {
                findings.Correct(place, new TextRange(step, 0), Payload);
            }
        }
    }

    /// <summary>Where the step to a field is written with a dot; null when it is written otherwise.</summary>
    private static int? FindStep(JsonStringSyntax place, int from, int to, string field) =>
        place.Value.IndexOf("." + field, from, to - from, StringComparison.Ordinal) is >= 0 and var step ? step : null;
}
