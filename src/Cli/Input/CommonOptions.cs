using System;
using System.CommandLine;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Input;

/// <summary>Arguments and options that several commands have, so that they are called, described and checked alike.</summary>
internal static class CommonOptions
{
    /// <summary>One input that holds machines.</summary>
    public static Argument<string> Definition() => new("FILE")
    {
        Description = "An ASL file, an assembly built with StateMachineGen, or '-' for the standard input.",
    };

    /// <summary>Several inputs.</summary>
    public static Argument<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A file to read; '-' is the standard input.</summary>
    public static Option<string?> File(string description, string name, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = "FILE",
    };

    /// <summary>Chooses a machine of an assembly.</summary>
    /// <param name="purpose">What to do with it.</param>
    public static Option<string?> Machine(string purpose) => new("--machine", "-m")
    {
        Description = $"The name of the machine to {purpose}, of several in an assembly.",
        HelpName = "NAME",
    };

    /// <summary>Text for people, or JSON for programs.</summary>
    public static Option<string> TextOrJson(string description)
    {
        Option<string> option = new("--format", "-f")
        {
            Description = description,
            DefaultValueFactory = static _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    /// <summary>The type of a machine, in whatever case: AWS writes it in capitals, compilers and C# do not.</summary>
    public static Option<StateMachineType> MachineType(string description)
    {
        string[] names = [.. Enum.GetNames<StateMachineType>().Select(static name => name.ToUpperInvariant())];
        return new("--type", "-t")
        {
            Description = description,
            HelpName = string.Join('|', names),
            DefaultValueFactory = static _ => StateMachineType.Standard,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (names.Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    return Enum.Parse<StateMachineType>(text, ignoreCase: true);
                }

                result.AddError($"'{text}' is no type of machine. Give one of {string.Join(", ", names)}.");
                return default;
            },
        };
    }
}
