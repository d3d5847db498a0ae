using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Bench;

/// <summary>Published definitions as files of a folder of its own.</summary>
internal sealed class DefinitionFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-bench-");

    /// <summary>Writes files. No file is imported twice, so the definitions come again under other names when they are fewer.</summary>
    /// <param name="definitions">The file with the definitions, one JSON object a line.</param>
    /// <param name="count">The number of files.</param>
    public DefinitionFiles(string definitions, int count)
    {
        string[] texts = [.. File.ReadLines(definitions).Select(static line => Text(JsonDocument.Parse(line).RootElement.GetProperty("definition")))];
        Names = [.. Enumerable.Range(0, count).Select(i => Path.Combine(_folder.FullName, $"machine-{i}.asl.json"))];
        for (int i = 0; i < count; i++)
        {
            File.WriteAllText(Names[i], texts[i % texts.Length]);
        }
    }

    public string[] Names { get; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The size of files in megabytes.</summary>
    public static double Size(IEnumerable<string> files) => files.Sum(static file => new FileInfo(file).Length) / 1e6;

    private static string Text(JsonElement definition) => definition.ValueKind == JsonValueKind.String ? definition.GetString()! : definition.GetRawText();
}
