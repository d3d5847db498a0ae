using System.CommandLine;
using System.Threading;
using StateMachineGen.Tracing;

namespace StateMachineGen.Cli.Output;

/// <summary>The option <c>--report</c>: a page to look at the executions of a command.</summary>
internal static class ReportFile
{
    private const string Default = "report.html";

    public static Option<string?> CreateOption() => new("--report")
    {
        Description = $"Also write a page to look at, with the service map, the timelines and the state graphs; {Default} when no file is named.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Begins the report that the command line asks for; null for none. When the program is interrupted, it is written with what had been done.</summary>
    public static TraceReport? Create(ParseResult parsed, Option<string?> option, CommandContext context)
    {
        if (parsed.GetResult(option) is null)
        {
            return null;
        }

        var report = new TraceReport(parsed.GetValue(option) ?? Default);
        context.WhenInterrupted = () => Write(report, context.Messages, CancellationToken.None);
        return report;
    }

    /// <summary>Writes the report, if there is one, and says where it is. False after an error.</summary>
    public static bool Write(TraceReport? report, Messages messages, CancellationToken cancellationToken)
    {
        if (report is null)
        {
            return true;
        }

        if (TextFile.Write(report.Path!, report.ToHtml(), cancellationToken) is { } problem)
        {
            messages.Error(problem);
            return false;
        }

        messages.Say($"Report: {System.IO.Path.GetFullPath(report.Path!)}");
        return true;
    }
}
