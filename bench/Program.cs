using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Reflection;
using StateMachineGen.Bench;

// Each command prints one table of bench/README.md. Run in Release, on a quiet machine.
string repository = typeof(GeneratorBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
RootCommand root = new("Measures StateMachineGen beside its peers, as ratios in one run.");

Command generator = new("generator", "The generator beside System.Text.Json's: cold and per keystroke.");
generator.SetAction(_ => new GeneratorBenchmark(Console.Out).Run());
root.Add(generator);

Command scaling = new("scaling", "How the generator's time grows with a machine that uses the whole language.");
scaling.SetAction(_ => new ScalingBenchmark(Console.Out).Run());
root.Add(scaling);

Command analyzer = new("analyzer", "How the analyzer's time grows with a machine that uses the whole language.");
analyzer.SetAction(_ => new AnalyzerBenchmark(Console.Out).Run());
root.Add(analyzer);

Command rules = new("rules", "How the time of all rules of the language grows with a definition.");
rules.SetAction(_ => new RulesBenchmark(Console.Out).Run());
root.Add(rules);

Option<FileInfo> definitions = new("--definitions")
{
    Description = "The file with the definitions, one JSON object a line.",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(repository, "..", "shared", "corpora", "realworld.jsonl")),
};
Command import = new("import", "What stategen import takes for many files, as a whole process.") { definitions };
import.SetAction(arguments => WithDefinitions(arguments, file => new ImportBenchmark(Console.Out, file, repository).Run()));
root.Add(import);

Command validate = new("validate", "What stategen validate takes for many files, as a whole process.") { definitions };
validate.SetAction(arguments => WithDefinitions(arguments, file => new ValidateBenchmark(Console.Out, file, repository).Run()));
root.Add(validate);

Option<DirectoryInfo> corpora = new("--corpora")
{
    Description = "The folder with validate.jsonl and rules.jsonl.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(repository, "..", "shared", "corpora")),
};
Command detection = new("detection", "What the rules find of known faults, beside other tools.") { corpora };
detection.SetAction(arguments => new DetectionReport(Console.Out, arguments.GetValue(corpora)!.FullName).Run());
root.Add(detection);

Command build = new("build", "What a warm build takes longer with generator, analyzers and build task.");
build.SetAction(_ => new BuildBenchmark(Console.Out, repository).Run());
root.Add(build);

Option<DirectoryInfo> workloads = new("--workloads")
{
    Description = "The folder with the workloads.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(repository, "..", "shared", "workloads")),
};
Command interpreter = new("interpreter", "The interpreter beside aws-local-stepfunctions from npm: microseconds per transition.") { workloads };
interpreter.SetAction(arguments =>
{
    DirectoryInfo folder = arguments.GetValue(workloads)!;
    if (!folder.Exists)
    {
        Console.Error.WriteLine($"There are no workloads in {folder.FullName}. Name their folder with --workloads.");
        return 2;
    }

    new InterpreterBenchmark(Console.Out, folder.FullName, Path.Combine(repository, "bench", "peers")).Run();
    return 0;
});
root.Add(interpreter);

Command jsonata = new("jsonata", "JSONata beside the reference implementation from npm: microseconds per evaluation.");
jsonata.SetAction(_ => new JsonataBenchmark(Console.Out, Path.Combine(repository, "bench", "peers")).Run());
root.Add(jsonata);

Command concurrency = new("concurrency", "10,000 executions at a time: microseconds and bytes for each.");
concurrency.SetAction(_ => new ConcurrencyBenchmark(Console.Out).Run());
root.Add(concurrency);

Command tracing = new("tracing", "What tracing costs executions, for each way of listening.");
tracing.SetAction(_ => new TracingBenchmark(Console.Out).Run());
root.Add(tracing);

Command report = new("report", "What a report of many spans takes: to be written, and to be ready in Chromium.");
report.SetAction((_, _) => new ReportBenchmark(Console.Out).RunAsync());
root.Add(report);

return root.Parse(args).Invoke();

int WithDefinitions(ParseResult arguments, Action<string> run)
{
    FileInfo file = arguments.GetValue(definitions)!;
    if (!file.Exists)
    {
        Console.Error.WriteLine($"There are no definitions in {file.FullName}. Name their file with --definitions.");
        return 2;
    }

    run(file.FullName);
    return 0;
}
