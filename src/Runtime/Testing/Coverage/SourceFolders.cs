using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace StateMachineGen.Testing.Coverage;

/// <summary>The folders that the paths of a report are relative to.</summary>
/// <param name="given">The folder that the caller names, or null.</param>
/// <param name="projects">The folders of projects, as the compiler knew them.</param>
internal sealed class SourceFolders(string? given, IEnumerable<string?> projects)
{
    /// <summary>What stands for the root of the sources in builds that map them.</summary>
    private const string Mapped = "/_/";

    public IReadOnlyList<string> All { get; } =
        given is not null ? [given] : [.. projects.OfType<string>().Where(static folder => folder.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The path of a file, which is relative to the folder of its project when there is one.</summary>
    public string PathOf(string? project, string file)
    {
        if (given is null || string.IsNullOrEmpty(project))
        {
            return WithSlashes(file);
        }

        // What a project shares with others lies beside its folder: ../Shared/Policies.cs.
        string root = project.StartsWith(Mapped, StringComparison.Ordinal) ? Mapped : given;
        return WithSlashes(Path.GetRelativePath(root, Path.Combine(project, file)));
    }

    private static string WithSlashes(string path) => path.Replace('\\', '/');
}
