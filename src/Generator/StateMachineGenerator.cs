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
using StateMachineGen.Generator.SourceMaps;

namespace StateMachineGen.Generator;

/// <summary>
/// Emits, for each class with <c>[StateMachine]</c>, the ASL text as a constant and the typed stubs, and where the build asks for it the lines of the source
/// that they come from. It reports nothing: what is wrong in the source is said by the analyzers, which read it in the same way.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <summary>What the compiler calls the MSBuild property that turns source maps on. The package's targets hand it over.</summary>
    private const string SourceMapProperty = "build_property.StateMachineSourceMap";

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

        IncrementalValueProvider<bool> wantsSourceMaps = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(SourceMapProperty, out string? value) && bool.TryParse(value, out bool isOn) && isOn);

        // One file for each machine, and one more for its source map.
        foreach (IncrementalValuesProvider<MachineModel> machines in new[] { plain, typed })
        {
            IncrementalValuesProvider<MachineModel> outputs = NameFiles(machines, ambiguousHints);
            context.RegisterSourceOutput(
                outputs,
                static (output, machine) => output.AddSource(machine.HintName + GeneratedSource.FileSuffix, MachineEmitter.Emit(machine)));
            context.RegisterImplementationSourceOutput(
                FindSourceMaps(outputs, wantsSourceMaps, context.CompilationProvider),
                static (output, map) => output.AddSource(map.HintName + GeneratedSource.SourceMapSuffix, SourceMapEmitter.Emit(map)));
        }
    }

    private IncrementalValuesProvider<MachineModel> FindMachines(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                _read)
            .Where(static machine => machine is not null)
            .Select(static (machine, _) => machine!)
            .WithTrackingName(TrackingNames.Machines);

    private static IncrementalValuesProvider<MachineModel> NameFiles(
        IncrementalValuesProvider<MachineModel> machines, IncrementalValueProvider<EquatableArray<string>> ambiguousHints) =>
        machines.Combine(ambiguousHints)
            .Select(static (pair, _) => pair.Right.Contains(pair.Left.HintName) ? WithUniqueHint(pair.Left) : pair.Left)
            .WithTrackingName(TrackingNames.Outputs);

    /// <summary>
    /// Lines may move with every edit, so with the maps on every machine is read again in every compilation. With them off no machine comes as far as that.
    /// </summary>
    private static IncrementalValuesProvider<SourceMapModel> FindSourceMaps(
        IncrementalValuesProvider<MachineModel> machines, IncrementalValueProvider<bool> isOn, IncrementalValueProvider<Compilation> compilation) =>
        machines.Combine(isOn)
            .Where(static pair => pair.Right && MachineEmitter.HasDefinition(pair.Left))
            .Combine(compilation)
            .Select(static (pair, cancellationToken) => SourceMapBuilder.Build(pair.Left.Left, pair.Right, cancellationToken))
            .Where(static map => map is not null)
            .Select(static (map, _) => map!)
            .WithTrackingName(TrackingNames.SourceMaps);

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
