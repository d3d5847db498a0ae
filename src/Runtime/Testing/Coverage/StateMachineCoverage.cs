using System.Collections.Concurrent;
using System.Linq;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Testing;

/// <summary>
/// Counts which states, transitions, catchers and choice rules tests reach. One object serves all tests of a run: any number of machines and
/// threads may count into it at once (<see cref="LocalOptions.Coverage"/>).
/// </summary>
public sealed class StateMachineCoverage
{
    private readonly ConcurrentDictionary<(string Name, string Definition), CoveredDefinition> _definitions = new();

    /// <summary>What was reached until now.</summary>
    public CoverageReport ToReport() => new(_definitions.Values.Select(static definition => definition.ToReport()).OfType<MachineCoverage>());

    /// <summary>Counts what executions of a machine go through from now on.</summary>
    internal void Cover(LocalMachine machine, StateMachine document, string asl, DefinitionOrigin? origin)
    {
        (string, string) key = (machine.Name, origin?.State ?? asl);
        _definitions.GetOrAdd(key, static key => new CoveredDefinition(key.Name, key.Definition)).Attach(machine, document, asl, origin);
    }
}
