using System;
using System.IO;

namespace StateMachineGen.Build.Tests;

/// <summary>A folder of one test in the system's folder for temporary files; deleted at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("smg-build-").FullName;

    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    public void Write(string relativePath, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relativePath])!);
        File.WriteAllText(this[relativePath], text);
    }

    public string Read(string relativePath) => File.ReadAllText(this[relativePath]);

    public bool Has(string relativePath) => File.Exists(this[relativePath]);

    public DateTime TimeOf(string relativePath) => File.GetLastWriteTimeUtc(this[relativePath]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
