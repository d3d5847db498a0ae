using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Build;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Input;

/// <summary>Reads definitions for all commands: from a file of ASL, from an assembly, or from the standard input.</summary>
internal static class DefinitionReader
{
    /// <summary>The name of the standard input among files.</summary>
    public const string StandardInput = InputFile.StandardInput;

    /// <summary>Reads an input.</summary>
    /// <param name="path">A path, or <see cref="StandardInput"/>.</param>
    /// <param name="standardInput">What the latter reads.</param>
    /// <param name="cancellationToken">Ends the wait for an input that does not come.</param>
    public static async Task<DefinitionInput> ReadAsync(string path, Stream standardInput, CancellationToken cancellationToken)
    {
        try
        {
            if (path == StandardInput)
            {
                return Parse(await InputFile.ReadAllAsync(standardInput, cancellationToken), InputFile.Shown(path), "stdin");
            }

            byte[]? bytes;
            await using (FileStream file = File.OpenRead(path))
            {
                if (IsAssembly(path, file))
                {
                    return ReadAssembly(path);
                }

                bytes = await InputFile.ReadAllAsync(file, cancellationToken);
            }

            return Parse(bytes, path, NameOf(path));
        }
        catch (Exception e) when (TextFile.IsAccessFault(e))
        {
            return DefinitionInput.Failed(InputFile.Explain(path, e));
        }
    }

    private static DefinitionInput Parse(byte[]? bytes, string file, string name)
    {
        if (bytes is null)
        {
            return DefinitionInput.Failed(Problem.Of(file, $"This is larger than {InputFile.MaxBytes >> 20} MB, and AWS takes 1 MB. Is it the right file?"));
        }

        if (TextDecoder.Decode(bytes, file, out Problem? problem) is not { } text)
        {
            return DefinitionInput.Failed(problem!);
        }

        DefinitionReadResult result = Definition.Read(text);
        return result.Machine is { } machine
            ? new DefinitionInput([new NamedDefinition(name, file, text, machine)], [], HasCanonicalEncoding: !TextDecoder.HasMark(bytes))
            : DefinitionInput.FailedAsJson(file, text, result.Error!);
    }

    private static DefinitionInput ReadAssembly(string path)
    {
        var faults = new List<BuildFault>();
        IReadOnlyList<MachineDefinition> machines = DefinitionsInAssembly.Read(path, faults);
        ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(faults.Select(fault => Problem.Of(path, fault.Message)));
        ImmutableArray<NamedDefinition>.Builder definitions = ImmutableArray.CreateBuilder<NamedDefinition>();
        foreach (MachineDefinition machine in machines)
        {
            DefinitionReadResult result = Definition.Read(machine.Text);
            if (result.Machine is null)
            {
                problems.Add(Problem.Of(path, $"The definition of {machine.TypeName} is broken: {result.Error!.Message}. Rebuild the project."));
            }
            else
            {
                definitions.Add(new NamedDefinition(
                    machine.Name, path, machine.Text, result.Machine, machine.IsExpress ? StateMachineType.Express : StateMachineType.Standard));
            }
        }

        if (machines.Count == 0 && faults.Count == 0)
        {
            problems.Add(Problem.Of(path, "This assembly holds no state machines: it has no class with [StateMachine], or was not built with StateMachineGen."));
        }

        return new DefinitionInput(definitions.ToImmutable(), problems.ToImmutable(), IsAssembly: true);
    }

    /// <summary>Whether a file is an assembly, by its name or by how executable files of .NET begin.</summary>
    private static bool IsAssembly(string path, FileStream file)
    {
        string extension = Path.GetExtension(path);
        if (extension.Equals(".dll", StringComparison.OrdinalIgnoreCase) || extension.Equals(".exe", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!file.CanSeek)
        {
            return false;
        }

        bool isAssembly = file.ReadByte() == 'M' && file.ReadByte() == 'Z';
        file.Position = 0;
        return isAssembly;
    }

    /// <summary>A file's name without what tells that it is a definition: the name of its machine.</summary>
    public static string NameOf(string path)
    {
        string name = Path.GetFileName(path);
        foreach (string suffix in (string[])[MachineDefinition.FileSuffix, ".json", ".asl"])
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return name[..^suffix.Length];
            }
        }

        return name;
    }
}
