using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Package.Tests;

/// <summary>A fresh console project that references the package, as a newcomer has it.</summary>
internal sealed class ConsumerProject : System.IDisposable
{
    private readonly DirectoryInfo _folder = Dotnet.CreateFolder();

    public string OutputFolder => Path.Combine(_folder.FullName, "bin", "Debug", "net10.0");

    public string ProjectFile => Path.Combine(_folder.FullName, "Consumer.csproj");

    public static ConsumerProject Create(PackedPackage package, string program, string properties = "")
    {
        ConsumerProject project = new();
        File.WriteAllText(project.ProjectFile, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <NoWarn>CS1591;CA1303;CA1515;CA2007;CA1707;CA1014</NoWarn>
                <RestorePackagesPath>{package.RestoreFolder}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{package.Source}</RestoreAdditionalProjectSources>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="StateMachineGen" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Program.cs", program);
        return project;
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    public Task<DotnetOutcome> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments) =>
        Dotnet.RunAsync(_folder.FullName, arguments, cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
