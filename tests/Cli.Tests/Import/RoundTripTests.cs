using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Harness;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>Definitions that nobody would write become C# without a warning, and come back the same.</summary>
public class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_definitions_come_back_the_same(int seed)
    {
        RandomDefinitions random = new(seed);
        (string Path, string Text)[] definitions =
            [.. Enumerable.Range(0, 400).Select(i => (string.Create(CultureInfo.InvariantCulture, $"Machine{i}.asl.json"), JsonWriter.Write(random.Next())))];
        IReadOnlyList<ImportOutcome> outcomes = ImportHarness.RoundTrip(definitions);
        outcomes.Count.ShouldBe(definitions.Length);
        string[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)
            .Select(static outcome => outcome.File.Path + ": " + outcome.Failure + "\n" + outcome.File.Output!.Source)];
        failures.ShouldBeEmpty(failures.Length + " differ, for example:\n" + failures.FirstOrDefault());
    }
}
