using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace StateMachineGen.Bench;

/// <summary>What a warm <c>dotnet build</c> takes longer with us than without, on one project, in turns within one run.</summary>
internal sealed class BuildBenchmark(TextWriter output, string repository)
{
    private const int Rounds = 7;

    public void Run()
    {
        output.WriteLine("| state classes | without, s | with, s | added, s (median of paired differences) | ratio |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (int size in new[] { 10, 100, 1000 })
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-bench-");
            try
            {
                string with = CreateProject(folder, "With", size, isOurs: true);
                string without = CreateProject(folder, "Without", size, isOurs: false);
                Build(with);
                Build(without);
                List<double> withTimes = [];
                List<double> withoutTimes = [];
                List<double> differences = [];
                for (int round = -2; round < Rounds; round++)
                {
                    double one = Build(without);
                    double other = Build(with);
                    if (round >= 0)
                    {
                        withoutTimes.Add(one);
                        withTimes.Add(other);
                        differences.Add(other - one);
                    }
                }

                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size} | {Measurement.Median(withoutTimes):0.00} | {Measurement.Median(withTimes):0.00} | {Measurement.Median(differences):0.00} | {Measurement.Median(withTimes) / Measurement.Median(withoutTimes):0.00} |"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>Both projects compile the same classes and reference the runtime; only one has generator, analyzers and build task.</summary>
    private string CreateProject(DirectoryInfo folder, string name, int size, bool isOurs)
    {
        string project = Path.Combine(folder.CreateSubdirectory(name).FullName, name + ".csproj");
        string source = Path.Combine(repository, "src");
        string ours = $"""
              <ItemGroup>
                <Analyzer Include="{source}/Language/bin/Release/netstandard2.0/StateMachineGen.Language.dll" />
                <Analyzer Include="{source}/Authoring/bin/Release/netstandard2.0/StateMachineGen.Authoring.dll" />
                <Analyzer Include="{source}/Generator/bin/Release/netstandard2.0/StateMachineGen.Generator.dll" />
                <Analyzer Include="{source}/Analyzers/bin/Release/netstandard2.0/StateMachineGen.Analyzers.dll" />
              </ItemGroup>
              <PropertyGroup><_StateMachineGenTaskAssembly>{source}/Build/bin/Release/netstandard2.0/StateMachineGen.Build.dll</_StateMachineGenTaskAssembly></PropertyGroup>
              <Import Project="{source}/Build/build/StateMachineGen.props" />
              <Import Project="{source}/Build/build/StateMachineGen.targets" />
            """;
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{source}/Runtime/bin/Release/net10.0/StateMachineGen.dll" />
                <Reference Include="{source}/Language/bin/Release/net10.0/StateMachineGen.Language.dll" />
              </ItemGroup>
            {(isOurs ? ours : "")}
            </Project>
            """);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(project)!, "Machine.cs"), GeneratedSources.Machine(size));
        return project;
    }

    /// <summary>The seconds of a build that compiles, with the compiler server that an everyday build has.</summary>
    private static double Build(string project)
    {
        ProcessStartInfo start = new("dotnet", ["build", project, "--no-incremental", "-v", "q", "-nologo", "-p:UseSharedCompilation=true"])
        {
            RedirectStandardOutput = true,
        };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(from).TotalSeconds : throw new InvalidOperationException(text);
    }
}
