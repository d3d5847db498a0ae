using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace StateMachineGen.Conformance.Tests;

/// <summary>
/// The corpora: cases that others wrote or that were recorded on AWS, one JSON object a line, in <c>shared/corpora</c> beside
/// the repository. They are no part of it; where they are missing the tests are skipped, unless
/// <c>STATEMACHINEGEN_REQUIRE_CORPORA=1</c> says that they must be there.
/// </summary>
internal static class Corpus
{
    private const string RequireVariable = "STATEMACHINEGEN_REQUIRE_CORPORA";

    public static IReadOnlyList<JsonElement> Read(string file) =>
        [.. File.ReadLines(PathOf(file)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>Where a corpus is; the test is skipped when it is nowhere.</summary>
    public static string PathOf(string file)
    {
        string root = typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;
        string path = Path.GetFullPath(Path.Combine(root, "..", "shared", "corpora", file));
        if (!File.Exists(path))
        {
            if (Environment.GetEnvironmentVariable(RequireVariable) == "1")
            {
                throw new FileNotFoundException($"{RequireVariable} is 1, but the corpus is missing.", path);
            }

            Assert.Skip($"The corpus {path} is not on this machine.");
        }

        return path;
    }
}
