using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>What the script needs to know: an index that it reads at once, and a block for each execution and trace that it reads when it is chosen.</summary>
internal static class PageData
{
    private static readonly ImmutableArray<(ProcessingStep Step, string Name)> s_steps =
        [.. Enum.GetValues<ProcessingStep>().Select(step => (step, JsonNamingPolicy.CamelCase.ConvertName(step.ToString())))];

    public static void Add(HtmlText html, ReportModel model, PayloadTable payloads)
    {
        ScriptData.Add(html, "report", json => WriteIndex(json, model, payloads));
        foreach (ReportedRun run in model.Runs)
        {
            ScriptData.Add(html, FormattableString.Invariant($"run-{run.Index}"), json => WriteVisits(json, run, payloads));
            ScriptData.Add(html, FormattableString.Invariant($"events-{run.Index}"), json => WriteEvents(json, run, payloads));
        }

        foreach (ReportedTrace trace in model.Traces)
        {
            html.Add($"<script type=\"application/json\" id=\"trace-{trace.Index}\">")
                .AddRaw("[" + ScriptData.Escape(string.Join(",\n", trace.Segments.SelectMany(segment => SegmentWriter.Write(segment)).Select(document => document.Document))) + "]")
                .AddRaw("</script>\n");
        }
    }

    private static void WriteIndex(Utf8JsonWriter json, ReportModel model, PayloadTable payloads)
    {
        json.WriteStartObject();
        json.WriteStartArray("runs");
        foreach (ReportedRun run in model.Runs)
        {
            json.WriteStartObject();
            json.WriteString("key", run.Key);
            json.WriteString("name", run.Run.Name);
            json.WriteNumber("machine", run.Machine.Index);
            Write(json, "trace", run.Trace?.Index);
            Write(json, "parent", run.Parent?.Index);
            Write(json, "map", run.Run.MapState);
            json.WriteString("status", run.Status switch
            {
                null => nameof(StateStatus.InProgress),
                ExecutionStatus.Succeeded => nameof(StateStatus.Succeeded),
                ExecutionStatus.Aborted => nameof(StateStatus.Cancelled),
                _ => nameof(StateStatus.Failed),
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("traces");
        foreach (ReportedTrace trace in model.Traces)
        {
            json.WriteStartObject();
            json.WriteString("id", trace.Id);
            json.WriteStartArray("nodes");
            foreach (ServiceNode node in ServiceMap.Of(trace.Segments).Nodes)
            {
                json.WriteStringValue($"{node.Name}|{node.Type}");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("words");
        foreach (StateStatus status in Enum.GetValues<StateStatus>())
        {
            var word = Word.Of(status);
            json.WriteStartArray(status.ToString());
            json.WriteStringValue(word.Class);
            json.WriteStringValue(word.Sign);
            json.WriteStringValue(word.Name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartArray("machines");
        foreach (ReportedMachine machine in model.Machines)
        {
            json.WriteStartObject();
            Write(json, "definition", payloads.Add(machine.Definition));
            json.WriteStartObject("states");
            WriteStates(json, Definition.Read(machine.Definition).Machine!);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where the definition of each state stands in the machine's.</summary>
    private static void WriteStates(Utf8JsonWriter json, StateContainer scope)
    {
        foreach (State state in scope.States)
        {
            json.WriteStartArray(state.Name);
            json.WriteNumberValue(state.Syntax.Range.Start);
            json.WriteNumberValue(state.Syntax.Range.End);
            json.WriteEndArray();
            foreach (StateContainer nested in state.Containers)
            {
                WriteStates(json, nested);
            }
        }
    }

    private static void WriteVisits(Utf8JsonWriter json, ReportedRun run, PayloadTable payloads)
    {
        json.WriteStartArray();
        foreach (ReportedVisit visit in run.Visits)
        {
            WriteVisit(json, visit, run, payloads);
        }

        json.WriteEndArray();
    }

    /// <summary>The events as arrays: number, previous number, type, time, state, error, and data or cause.</summary>
    private static void WriteEvents(Utf8JsonWriter json, ReportedRun run, PayloadTable payloads)
    {
        json.WriteStartArray();
        foreach (HistoryEvent item in run.Events)
        {
            json.WriteStartArray();
            json.WriteNumberValue(item.Id);
            json.WriteNumberValue(item.PreviousEventId);
            json.WriteStringValue(item.Type.ToString());
            json.WriteStringValue(Units.Duration(item.Timestamp - run.Run.StartTime));
            int? data = payloads.Add(item.InputValue ?? item.OutputValue) ?? payloads.Add(item.Cause);
            if (item.StateName is not null || item.Error is not null || data is not null)
            {
                json.WriteStringValue(item.StateName);
            }

            if (item.Error is not null || data is not null)
            {
                json.WriteStringValue(item.Error);
            }

            if (data is { } number)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteVisit(Utf8JsonWriter json, ReportedVisit reported, ReportedRun run, PayloadTable payloads)
    {
        StateVisit visit = reported.Visit;
        json.WriteStartObject();
        json.WriteString("state", visit.State);
        json.WriteString("type", visit.Type);
        json.WriteString("status", reported.Mark.Status.ToString());
        Write(json, "span", reported.SpanId);
        Write(json, "outer", reported.Outer);
        Write(json, "previous", reported.Previous);
        Write(json, "iteration", visit.Iteration);
        if (reported.IsSuperseded)
        {
            json.WriteBoolean("superseded", true);
        }

        json.WriteNumber("entered", visit.EnteredEventId);
        json.WriteBoolean("left", visit.IsLeft);
        WriteTime(json, "at", visit.Start - run.Run.StartTime);
        WriteTime(json, "took", reported.Mark.Duration);
        json.WriteString("note", MarkText.Note(reported.Mark));
        Write(json, "error", reported.Mark.Error);
        Write(json, "cause", payloads.Add(reported.Cause));
        json.WriteStartArray("steps");
        WriteStep(json, "input", payloads.Add(visit.InputValue));
        foreach ((ProcessingStep step, string name) in s_steps)
        {
            WriteStep(json, name, payloads.Add(reported.Record?.Find(step)));
        }

        WriteStep(json, "output", payloads.Add(visit.OutputValue));
        WriteStep(json, "variables", payloads.Add(visit.AssignedValue));
        json.WriteEndArray();
        json.WriteStartArray("attempts");
        for (int i = 0; i < reported.Attempts.Length; i++)
        {
            ReportedAttempt attempt = reported.Attempts[i];
            json.WriteStartObject();
            if (i > 0 && attempt.Start > reported.Attempts[i - 1].End)
            {
                WriteTime(json, "waited", attempt.Start - reported.Attempts[i - 1].End);
            }

            WriteTime(json, "at", attempt.Start - run.Run.StartTime);
            WriteTime(json, "took", attempt.End - attempt.Start);
            json.WriteBoolean("answered", attempt.IsAnswered);
            Write(json, "error", attempt.Error);
            Write(json, "resource", attempt.Resource);
            Write(json, "cause", payloads.Add(attempt.Cause));
            Write(json, "input", payloads.Add(attempt.Input));
            Write(json, "result", payloads.Add(attempt.Result));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, string name, int? data)
    {
        if (data is { } number)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteNumberValue(number);
            json.WriteEndArray();
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeSpan time) => json.WriteString(name, Units.Duration(time));

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
