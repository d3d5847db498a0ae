using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace StateMachineGen.Build.Tests.Replay;

/// <summary>
/// A folder with projects as users have them: the props and targets lie where NuGet would unpack them and are imported in the
/// places where NuGet's are; the generator's constants are written by hand. Builds are real, in processes of their own.
/// </summary>
internal sealed class ReplayFolder : IDisposable
{
    private static readonly string[] s_inheritedPrefixes = ["MSBUILD", "DOTNET_", "VSTEST", "TESTINGPLATFORM", "STATEMACHINEGEN"];
    private readonly TempFolder _folder = new();
    private bool _restored;

    public ReplayFolder()
    {
        foreach (string folder in new[] { "build", "buildTransitive", "buildMultiTargeting" })
        {
            foreach (string file in Directory.GetFiles(Path.Combine(TestEnvironment.BuildFolder, folder)))
                _folder.Write($"package/{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        Directory.CreateDirectory(_folder["package/tasks/netstandard2.0"]);
        Directory.CreateDirectory(_folder["tmp"]);
        File.Copy(TestEnvironment.TaskAssembly, TaskAssembly);
        _folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <UseAppHost>false</UseAppHost>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
            </Project>
            """);
        _folder.Write("Directory.Build.targets", "<Project />");
    }

    public string TaskAssembly => _folder["package/tasks/netstandard2.0/StateMachineGen.Build.dll"];

    public TempFolder Files => _folder;

    /// <summary>Writes a project and the imports that a restore of the package would have written for it.</summary>
    public void WriteProject(string name, string properties = "<TargetFramework>net10.0</TargetFramework>", string items = "")
    {
        _restored = false;
        _folder.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        foreach (string kind in new[] { "props", "targets" })
        {
            _folder.Write($"{name}/obj/{name}.csproj.package.{kind}", $"""
                <Project>
                  <Import Project="../../package/build/StateMachineGen.{kind}" Condition="'$(TargetFramework)' != ''" />
                  <Import Project="../../package/buildMultiTargeting/StateMachineGen.{kind}" Condition="'$(TargetFramework)' == ''" />
                </Project>
                """);
        }
    }

    /// <summary>Writes <c>&lt;type&gt;.cs</c> with a machine of the same name.</summary>
    public void WriteMachine(string project, string type, string definition = "{}\n", string? name = null) =>
        _folder.Write($"{project}/{type}.cs", TestAssembly.Machine(type, name ?? type, definition));

    /// <summary>Runs <c>dotnet</c> with the arguments and expects success.</summary>
    public async Task<string> Succeed(params string[] arguments)
    {
        (int exitCode, string output) = await Run(arguments);
        exitCode.ShouldBe(0, output);
        return output;
    }

    /// <summary>Runs <c>dotnet</c> with the arguments and expects failure.</summary>
    public async Task<string> Fail(params string[] arguments)
    {
        (int exitCode, string output) = await Run(arguments);
        exitCode.ShouldNotBe(0, output);
        return output;
    }

    /// <summary>The names of the files in a folder; none when the folder is missing.</summary>
    public string[] FilesIn(string folder) =>
        Directory.Exists(_folder[folder]) ? [.. Directory.GetFiles(_folder[folder]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The times of all files below a folder whose names end so.</summary>
    public Dictionary<string, DateTime> TimesIn(string folder, string suffix) =>
        Directory.GetFiles(_folder[folder], "*" + suffix, SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output)> Run(string[] arguments)
    {
        // Every second counts here: a restore that changes nothing takes about as long as the build.
        string[] noRestore = _restored && arguments[0] is ("build" or "publish") ? ["--no-restore"] : [];
        var start = new ProcessStartInfo("dotnet", [.. arguments, .. noRestore, "-nologo", "-tl:off", "-v:minimal", "-nodeReuse:false"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.ToArray())
        {
            if (s_inheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && name != "DOTNET_ROOT")
                start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["TMPDIR"] = _folder["tmp"];

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output += await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _restored = true;
        return (process.ExitCode, output);
    }
}
