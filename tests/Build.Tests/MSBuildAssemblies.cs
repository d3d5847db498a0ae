using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace StateMachineGen.Build.Tests;

/// <summary>Finds Microsoft.Build.* in the SDK that built these tests: the packages have no assemblies for this framework.</summary>
internal static class MSBuildAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
        {
            string path = Path.Combine(TestEnvironment.MSBuildFolder, name.Name + ".dll");
            return name.Name!.StartsWith("Microsoft.", System.StringComparison.Ordinal) && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
}
