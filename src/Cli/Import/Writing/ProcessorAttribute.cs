using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes how a Map runs its states: <c>[ItemProcessor]</c> where there is something to say, <c>[Iterator]</c> for the old name.</summary>
internal static class ProcessorAttribute
{
    /// <summary>Whether the attribute can say all that a processor holds besides its states.</summary>
    public static bool CanSay(JsonObjectSyntax processor) =>
        processor.HasOnly("Comment", "ProcessorConfig", "StartAt", "States")
        && HasPlainStart(processor)
        && processor.HasTextOrNothing("Comment")
        && processor.Find("ProcessorConfig")?.Value is null or JsonObjectSyntax { Members.IsEmpty: false }
        && (processor.Find("ProcessorConfig")?.Value is not JsonObjectSyntax config
            || (config.HasOnly("Mode", "ExecutionType")
                && (config.Find("Mode") is null || config.FindText("Mode") is "INLINE" or "DISTRIBUTED")
                && (config.Find("ExecutionType") is null || config.FindText("ExecutionType") is "STANDARD" or "EXPRESS")));

    /// <summary>The attribute, or null when there is nothing to say.</summary>
    public static AttributeSource? Write(StatePlan map, Vocabulary vocabulary)
    {
        if (map.Processor is not { } processor)
        {
            return null;
        }

        var attribute = new AttributeSource(map.ProcessorField);
        if (processor.Syntax.Find("ProcessorConfig")?.Value is JsonObjectSyntax config)
        {
            if (config.Find("Mode") is { } mode)
            {
                attribute.Add("Mode", vocabulary.Word(mode.Value, "ProcessorMode", "Inline", "Distributed")!);
            }

            if (config.Find("ExecutionType") is { } type)
            {
                attribute.Add("ExecutionType", vocabulary.Word(type.Value, "MachineType", "Standard", "Express")!);
            }
        }

        if (processor.Syntax.FindText("Comment") is { } comment)
        {
            attribute.Add("Comment", ValueSource.FromText(comment));
        }

        // Without states only the attribute tells that there is a processor.
        return attribute.IsEmpty && map.ProcessorField == "ItemProcessor" && !processor.States.IsEmpty ? null : attribute;
    }

    /// <summary>Fields of a processor cannot be set one by one, so where it starts must be one of its states.</summary>
    private static bool HasPlainStart(JsonObjectSyntax scope) =>
        scope.Find("StartAt") is null
        || (scope.FindText("StartAt") is { } start && scope.Find("States")?.Value is JsonObjectSyntax states && states.Find(start) is not null);
}
