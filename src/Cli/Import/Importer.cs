using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Turns a definition into the C# that a person would have written for it, and that emits the same definition again: the same JSON, with nothing
/// normalised but the order of fields and the spelling of numbers.
/// </summary>
public static class Importer
{
    /// <summary>Imports a definition.</summary>
    /// <param name="machine">The definition; it may break any rule.</param>
    /// <param name="text">The text that it was read from.</param>
    /// <param name="options">What the machine is called.</param>
    public static ImportResult Import(StateMachine machine, string text, ImportOptions options)
    {
        var problems = new ProblemCollector();
        problems.AddFindings(machine, options.MachineName, text);
        problems.AddDoubles(machine.Syntax);
        ScopePlan plan = new MachinePlanner(problems).Plan(machine.Syntax);
        ClassNames.Assign(plan, options.ClassName);
        return new ImportResult(new MachineSource(plan, options).Write(), problems.ToImmutable());
    }
}
