using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Execution;

/// <summary>Reads definitions for runs, and refuses those that AWS would refuse.</summary>
internal static class DefinitionLoader
{
    /// <summary>
    /// The texts that were found sound, and for which types. The definition of a class is one constant, which is checked once however often the
    /// class is made ready to run; a text that nobody holds any more is forgotten.
    /// </summary>
    private static readonly ConditionalWeakTable<string, SoundTypes> s_sound = new();

    /// <summary>Reads a definition.</summary>
    /// <exception cref="DefinitionException">The text is no JSON object, or breaks a rule whose severity is error.</exception>
    public static StateMachine Load(string asl, StateMachineType type)
    {
        DefinitionReadResult read = Definition.Read(asl);
        if (read.Machine is not { } machine)
        {
            (int line, int column) = new LineMap(asl).Locate(read.Error!.Range.Start);
            throw new DefinitionException([new DefinitionFinding(StructureRules.InvalidJson.Id, read.Error.Message, "/", line, column)]);
        }

        SoundTypes sound = s_sound.GetOrCreateValue(asl);
        if (!sound.Has(type))
        {
            Check(machine, asl, type);
            sound.Add(type);
        }

        return machine;
    }

    private static void Check(StateMachine machine, string asl, StateMachineType type)
    {
        ImmutableArray<Finding> findings = DefinitionChecker.Check(machine, new CreationTarget(Type: type));
        Finding[] errors = [.. findings.Where(static finding => finding.Rule.Severity == RuleSeverity.Error)];
        if (errors.Length == 0)
        {
            return;
        }

        var lines = new LineMap(asl);
        throw new DefinitionException([.. errors.Select(error => (Error: error, error.Locate(asl).Start)).OrderBy(static each => each.Start).Select(each =>
        {
            (int line, int column) = lines.Locate(each.Start);
            return new DefinitionFinding(each.Error.Rule.Id, each.Error.Message, each.Error.Path, line, column);
        })]);
    }

    /// <summary>Two flags. Threads that set one at the same time set the same.</summary>
    private sealed class SoundTypes
    {
        private volatile bool _isStandard;
        private volatile bool _isExpress;

        public bool Has(StateMachineType type) => type == StateMachineType.Express ? _isExpress : _isStandard;

        public void Add(StateMachineType type)
        {
            if (type == StateMachineType.Express)
            {
                _isExpress = true;
            }
            else
            {
                _isStandard = true;
            }
        }
    }
}
