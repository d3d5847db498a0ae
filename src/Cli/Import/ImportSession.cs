using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Import;

/// <summary>Imports the files of one run, so that no two of them give classes, machines or files of the same name.</summary>
/// <param name="namespace">The namespace of the classes.</param>
public sealed class ImportSession(string @namespace = ImportOptions.DefaultNamespace)
{
    private readonly MachineNames _names = new();

    /// <summary>Whether a text can be the namespace of imported classes.</summary>
    public static bool IsNamespace(string text) => Identifier.IsNamespace(text);

    /// <summary>Imports a file.</summary>
    /// <param name="path">Where it is; machine and class are named after it.</param>
    /// <param name="text">What it holds.</param>
    /// <returns>The C# file; without one when the text is no JSON object, which is then the only problem.</returns>
    public ImportedFile Add(string path, string text)
    {
        // Editors do not count the byte order mark.
        text = text.TrimStart('\uFEFF');
        DefinitionReadResult read = Definition.Read(text);
        if (read.Machine is not { } machine)
        {
            return new ImportedFile(path, new LineMap(text), null, [new ImportProblem(null, RuleSeverity.Error, read.Error!.Message, "/", read.Error.Range)]);
        }

        return Add(path, text, machine);
    }

    /// <summary>Imports a definition that was read already.</summary>
    /// <param name="path">Where it is; machine and class are named after it.</param>
    /// <param name="text">The text that it was read from.</param>
    /// <param name="machine">The definition.</param>
    public ImportedFile Add(string path, string text, StateMachine machine)
    {
        (string className, string machineName, string? remark) = _names.Take(path);
        ImportResult result = Importer.Import(machine, text, new ImportOptions(className, machineName, @namespace));
        return new ImportedFile(
            path,
            new LineMap(text),
            new ImportedSource(className + ".cs", className, machineName, result.Source),
            remark is null ? result.Problems : result.Problems.Insert(0, new ImportProblem(null, RuleSeverity.Warning, remark, "/", default)));
    }
}
