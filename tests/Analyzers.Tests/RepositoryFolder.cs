using System.IO;
using System.Linq;
using System.Reflection;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>Files of the repository that tests keep in step with the rules.</summary>
internal static class RepositoryFolder
{
    /// <summary>Set to 1 to rewrite the generated parts in place of comparing them.</summary>
    public const string UpdateVariable = "STATEMACHINEGEN_UPDATE_RULE_DOCS";

    public static string Path { get; } = Metadata("RepositoryRoot");

    public static string Metadata(string key) => typeof(RepositoryFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    /// <summary>Compares a file with what it should be, or writes it when <see cref="UpdateVariable"/> is set.</summary>
    public static void ShouldHold(string file, string expected)
    {
        string path = System.IO.Path.Combine(Path, file);
        if (System.Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(path + ".tmp", expected);
            File.Move(path + ".tmp", path, overwrite: true);
            return;
        }

        File.ReadAllText(path).ShouldBe(expected, $"{file} does not agree with the rules. Set {UpdateVariable}=1 and run the tests to rewrite it.");
    }
}
