using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Caching;
using StateMachineGen.Generator.Emit;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator;

/// <summary>
/// Emits, for each class with <c>[StateMachine]</c>, the ASL text as a constant and the typed stubs. It reports nothing:
/// what is wrong in the source is said by the analyzers, which read it in the same way.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateMachineGenerator : IIncrementalGenerator
{
    private static readonly MachineModelCache s_cache = new();

    private readonly Func<GeneratorAttributeSyntaxContext, CancellationToken, MachineModel?> _read;

    /// <summary>The generator as the compiler makes it; all of them remember together, as an IDE makes many.</summary>
    public StateMachineGenerator() => _read = s_cache.Get;

    /// <summary>A generator that reads every machine anew: what it gives is right by definition, and tests compare the other with it.</summary>
    internal static StateMachineGenerator WithoutMemory() => new(MachineModelBuilder.Build);

    private StateMachineGenerator(Func<GeneratorAttributeSyntaxContext, CancellationToken, MachineModel?> read) => _read = read;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Classes with [StateMachine] and with [StateMachine<TInput, TOutput>], as models.
        IncrementalValuesProvider<MachineModel> plain = FindMachines(context, KnownSymbols.StateMachineAttribute);
        IncrementalValuesProvider<MachineModel> typed = FindMachines(context, KnownSymbols.TypedStateMachineAttribute);

        // File names that differ only in case would collide; nearly always there are none.
        IncrementalValueProvider<EquatableArray<string>> ambiguousHints = plain.Collect().Combine(typed.Collect())
            .Select(static (machines, _) => FindAmbiguousHints(machines.Left, machines.Right))
            .WithTrackingName(TrackingNames.AmbiguousHints);

        // One file for each machine.
        EmitMachines(context, plain, ambiguousHints);
        EmitMachines(context, typed, ambiguousHints);
    }

    private IncrementalValuesProvider<MachineModel> FindMachines(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                _read)
            .Where(static machine => machine is not null)
            .Select(static (machine, _) => machine!)
            .WithTrackingName(TrackingNames.Machines);

    private static void EmitMachines(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<MachineModel> machines,
        IncrementalValueProvider<EquatableArray<string>> ambiguousHints)
    {
        IncrementalValuesProvider<MachineModel> outputs = machines.Combine(ambiguousHints)
            .Select(static (pair, _) => pair.Right.Contains(pair.Left.HintName) ? WithUniqueHint(pair.Left) : pair.Left)
            .WithTrackingName(TrackingNames.Outputs);

        context.RegisterSourceOutput(
            outputs,
            static (output, machine) => output.AddSource(machine.HintName + GeneratedSource.FileSuffix, MachineEmitter.Emit(machine)));
    }

    private static EquatableArray<string> FindAmbiguousHints(ImmutableArray<MachineModel> plain, ImmutableArray<MachineModel> typed)
    {
        IEnumerable<string> hints = plain.Concat(typed).Select(static machine => machine.HintName);
        return hints.GroupBy(static hint => hint, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Skip(1).Any())
            .SelectMany(static group => group)
            .ToEquatableArray();
    }

    /// <summary>Adds a hash of the full name (FNV-1a), which is the same in every run and on every system.</summary>
    private static MachineModel WithUniqueHint(MachineModel machine)
    {
        uint hash = machine.FullName.Aggregate(2166136261, static (hash, c) => unchecked((hash ^ c) * 16777619));
        return machine with { HintName = machine.HintName + "." + hash.ToString("x8", CultureInfo.InvariantCulture) };
    }
}
