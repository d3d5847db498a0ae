using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>An execution in a few lines of text, for people: its visits in a table, and its end.</summary>
internal static class ExecutionStory
{
    public static string Write(ExecutionRun run, ImmutableArray<StateVisit> visits)
    {
        var text = new StringBuilder();
        int longest = visits.IsEmpty ? 0 : visits.Max(static visit => Depth(visit) + visit.State.Length);
        foreach (StateVisit visit in visits)
        {
            string name = (new string(' ', Depth(visit)) + PrintableText.Of(visit.State)).PadRight(longest);
            string attempts = visit.Attempts == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {visit.Attempts} attempts");
            string error = visit.Error is null ? "" : $"  {PrintableText.Of(visit.Error)}{(visit.IsCaught ? " (caught)" : "")}";
            text.Append(CultureInfo.InvariantCulture, $"{Seconds(visit.Start - run.StartTime),10}  {name}  {visit.Type,-8}  {Seconds(visit.End - visit.Start),10}{attempts}{error}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{run.Status.ToApiName()} after {Seconds(run.EndTime - run.StartTime)}\n");
        if (run.Output is not null)
        {
            text.Append(PrintableText.Of(run.Output.ToString())).Append('\n');
        }
        else if (run.Failure is { } failure && (failure.Error is not null || failure.Cause is not null))
        {
            text.Append(PrintableText.Of($"{failure.Error ?? "no error name"}: {failure.Cause ?? "no cause"}")).Append('\n');
        }

        return text.ToString();
    }

    private static int Depth(StateVisit visit)
    {
        int depth = 0;
        for (StateVisit? outer = visit.Outer; outer is not null; outer = outer.Outer)
        {
            depth += 2;
        }

        return depth;
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
