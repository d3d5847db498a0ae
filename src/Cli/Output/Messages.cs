using System;
using System.IO;
using System.Linq;
using Spectre.Console;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Output;

/// <summary>What is said to people, on the error output. There are colours on a terminal that wants them, and nothing but text elsewhere.</summary>
/// <param name="writer">Takes the text.</param>
/// <param name="colours">The terminal, or null where there is none.</param>
internal sealed class Messages(TextWriter writer, IAnsiConsole? colours = null)
{
    /// <summary>Takes text that is no message, such as help after a mistake.</summary>
    public TextWriter Writer => writer;

    /// <summary>Messages for the process's own error output.</summary>
    public static Messages ForTerminal()
    {
        bool wantsColours = !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        if (!wantsColours)
        {
            return new Messages(Console.Error);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        // The terminal breaks lines itself; broken by us they could not be copied.
        console.Profile.Width = short.MaxValue;
        return new Messages(Console.Error, console);
    }

    /// <summary>Says what is wrong, where, and what to do.</summary>
    public void Error(Problem problem) => Error(problem.Place, problem.Message);

    /// <summary>Says what is wrong with something that is no place in a file.</summary>
    public void Error(string place, string message) => Report(place, RuleSeverity.Error, null, message);

    /// <summary>Says what a rule found, or what else there is to know of a place.</summary>
    public void Report(Problem problem, RuleSeverity severity, string? rule) => Report(problem.Place, severity, rule, problem.Message);

    /// <summary>A severity as compilers write it.</summary>
    public static string Word(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };

    private void Report(string place, RuleSeverity severity, string? rule, string message)
    {
        string word = rule is null ? Word(severity) : $"{Word(severity)} {rule}";
        if (colours is null)
        {
            Write($"{Printable(place)}: {word}: {Printable(message)}");
        }
        else
        {
            string colour = severity switch
            {
                RuleSeverity.Error => "red",
                RuleSeverity.Warning => "yellow",
                _ => "blue",
            };
            colours.MarkupLine($"[bold]{Markup.Escape(Printable(place))}:[/] [bold {colour}]{word}:[/] {Markup.Escape(Printable(message))}");
        }
    }

    /// <summary>Says something that is no error.</summary>
    public void Say(string message) => Write(Printable(message));

    /// <summary>Names of files and states must not send commands to the terminal.</summary>
    public static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;

    private void Write(string line)
    {
        writer.Write(line);
        writer.Write('\n');
        writer.Flush();
    }
}
