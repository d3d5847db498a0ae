using System.IO;
using System.Linq;
using System.Reflection;

namespace StateMachineGen.Build.Tests;

/// <summary>Where things are, as the build of this test project saw them.</summary>
internal static class TestEnvironment
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string MSBuildFolder { get; } = Metadata("MSBuildFolder");

    public static string BuildFolder { get; } = Path.Combine(RepositoryRoot, "src", "Build");

    /// <summary>The built task: src/Build's own output, which has no copies of MSBuild's assemblies beside it.</summary>
    public static string TaskAssembly { get; } =
        Path.Combine(BuildFolder, "bin", Metadata("Configuration"), "netstandard2.0", "StateMachineGen.Build.dll");

    private static string Metadata(string key) =>
        typeof(TestEnvironment).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
