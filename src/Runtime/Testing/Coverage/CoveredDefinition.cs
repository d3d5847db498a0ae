using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Testing.Coverage;

/// <summary>The counts of all machines that have one name and one definition.</summary>
internal sealed class CoveredDefinition(string name, string text)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ElementCounter> _counters = new(StringComparer.Ordinal);
    private ImmutableArray<CoverageElement> _elements = [];
    private Type? _class;
    private SourceMap? _source;

    /// <summary>Lets the parts of a machine's plan count.</summary>
    public void Attach(LocalMachine machine, StateMachine document, string asl, DefinitionOrigin? origin)
    {
        SourceMap? source = origin?.Class is null ? null : SourceMap.Of(origin.Class);
        var walk = new ElementWalk(new ElementPlaces(name, asl, machine.Options.DefinitionPlace, source));
        if (origin?.State is null)
        {
            walk.VisitScope(document, machine.Plan.Scope, "");
        }
        else
        {
            walk.VisitState(document.States[0], machine.Plan.Scope.States[0], "");
        }

        lock (_gate)
        {
            foreach ((CoverageElement element, ICoveredPart part) in walk.Found)
            {
                _counters.TryAdd(element.Pointer, new ElementCounter());
                part.Counter = _counters[element.Pointer];
            }

            // A class knows better where things stand.
            if (_elements.IsEmpty || (_class is null && origin?.Class is not null))
            {
                _class = origin?.Class;
                _source = source;
                _elements = [.. walk.Found.Select(static found => found.Element)];
            }
        }
    }

    /// <summary>The counts; null while the first machine is being made ready.</summary>
    public MachineCoverage? ToReport()
    {
        lock (_gate)
        {
            if (_elements.IsEmpty)
            {
                return null;
            }

            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            return new MachineCoverage(name, _class?.Namespace, hash, _source?.Root, [.. _elements.Select(element => element with
            {
                Hits = _counters[element.Pointer].Hits,
                Misses = _counters[element.Pointer].Misses,
            })]);
        }
    }
}
