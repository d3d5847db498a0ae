using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using StateMachineGen.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace StateMachineGen.Package.Tests;

/// <summary>The package, packed once for all tests, and a package folder of its own to restore it into.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Dotnet.CreateFolder();

    /// <summary>The folder that serves as package source.</summary>
    public string Source => Path.Combine(_folder.FullName, "source");

    /// <summary>The folder that packages are restored into: a cached package of an earlier run must not be taken.</summary>
    public string RestoreFolder => Path.Combine(_folder.FullName, "packages");

    /// <summary>The package's file.</summary>
    public string PackageFile => Directory.GetFiles(Source, "*.nupkg").Single();

    /// <summary>The package's version.</summary>
    public string Version => Path.GetFileNameWithoutExtension(PackageFile)["StateMachineGen.".Length..];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string root = Metadata("RepositoryRoot");
        (await Dotnet.RunAsync(
            root,
            ["pack", Path.Combine("src", "Package"), "--no-build", "-c", Metadata("Configuration"), "-o", Source],
            TestContext.Current.CancellationToken)).ShouldSucceed();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The test assembly has no metadata {key}.");
}
