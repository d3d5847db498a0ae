using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Generator;
using StateMachineGen.Harness;

namespace StateMachineGen.Bench;

/// <summary>How the generator's time grows with a machine that uses the whole language: branches, Maps, conditions in C#, payloads, policies.</summary>
internal sealed class ScalingBenchmark(TextWriter output)
{
    private const int WarmUps = 6;
    private const int Rounds = 9;

    private static readonly BuildProperties s_noSourceMaps = new();

    public void Run()
    {
        output.WriteLine("| states | cold, ms | µs per state | with the source map, ms | ratio |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (int size in new[] { 250, 500, 1000, 2000, 4000 })
        {
            string source = Machine(size / StatesOfAStep, out int states);
            (double cold, double mapped) = Measurement.Pair(
                WarmUps, Rounds, () => Cold(source, s_noSourceMaps, files: 1), () => Cold(source, BuildProperties.WithSourceMaps, files: 2));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {states} | {cold:0.0} | {1000 * cold / states:0.0} | {mapped:0.0} | {mapped / cold:0.00} |"));
        }
    }

    private static double Cold(string source, BuildProperties properties, int files)
    {
        CSharpCompilation compilation = GeneratorCompilation.Create(source);
        GeneratorDriver driver = GeneratorCompilation.CreateDriver(new StateMachineGenerator().AsSourceGenerator(), properties);
        // What the rounds before left is not this one's to clear away.
        GC.Collect();
        double time = Measurement.Time(() => driver = driver.RunGenerators(compilation));
        return driver.GetRunResult().Results.Single() is { Exception: null } result
            && result.GeneratedSources.Length == files
            && result.GeneratedSources[0].SourceText.ToString().Contains("__StateMachineDefinition", StringComparison.Ordinal)
            ? time
            : throw new InvalidOperationException("The generator gave nothing to measure.");
    }

    /// <summary>What one step of the machine has: a Choice, a Parallel with two branches of one state each, a Map with one state, a Task, a Pass.</summary>
    internal const int StatesOfAStep = 8;

    internal static string Machine(int steps, out int states)
    {
        StringBuilder text = new("""
            using StateMachineGen;
            using static StateMachineGen.Conditions;

            [Retry(Errors.All, MaxAttempts = 2)]
            public abstract class Patient;

            [StateMachine]
            public partial class Machine
            {

            """);
        for (int i = 0; i < steps; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$""""
                    {{(i == 0 ? "[StartAt]" : "")}}
                    [Choice, Default<Work{{i}}>]
                    public sealed partial class Route{{i}}
                    {
                        [When<Both{{i}}>] private static Condition Rule1 => Variable("$.total") >= {{i}} & !Variable("$.trusted").IsPresent;
                        [When<Each{{i}}>] private static Condition Rule2 => Variable("$.tier") == "gold" | Variable("$.a").Number < Variable("$.b").Number;
                    }

                    [Parallel(ResultPath = "$.checks"), Catch<Broken>(Errors.TaskFailed, ResultPath = "$.why"), Next<Shape{{i}}>]
                    public sealed partial class Both{{i}}
                    {
                        [Branch] public sealed partial class Left { [StartAt, Task("arn:aws:states:::dynamodb:getItem"), Parameters("""{ "Key.$": "$.key" }"""), End] public sealed partial class Read{{i}}; }
                        [Branch] public sealed partial class Right { [StartAt, Wait(5), End] public sealed partial class Rest{{i}}; }
                    }

                    [Map(ItemsPath = "$.lines", MaxConcurrency = 10), Next<Shape{{i}}>]
                    public sealed partial class Each{{i}} : Patient { [StartAt, Pass, End] public sealed partial class Line{{i}}; }

                    [Task("arn:aws:lambda:us-east-1:123456789012:function:work{{i}}"), Next<Shape{{i}}>] public sealed partial class Work{{i}} : Patient;
                    [Pass, Result("""{ "step": {{i}} }"""), Next<{{(i == steps - 1 ? "Done" : $"Route{i + 1}")}}>] public sealed partial class Shape{{i}};

                """");
        }

        states = (steps * StatesOfAStep) + 2;
        return text.Append("    [Succeed] public sealed partial class Done;\n    [Fail] public sealed partial class Broken;\n}\n").ToString();
    }
}
