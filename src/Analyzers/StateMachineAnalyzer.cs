using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Reports everything that is wrong with a state machine, at its place in the C# source: faults that let no definition be
/// built, or else what the rules of the language find in the definition. One class hosts all rules because each of them
/// needs the definition, which is built once for each machine and compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateMachineAnalyzer : DiagnosticAnalyzer
{
    private readonly Action<INamedTypeSymbol>? _onRead;

    /// <summary>The analyzer as the compiler makes it.</summary>
    public StateMachineAnalyzer()
    {
    }

    /// <summary>An analyzer that tells which machines it reads, for tests that state what an edit costs.</summary>
    internal StateMachineAnalyzer(Action<INamedTypeSymbol> onRead) => _onRead = onRead;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleDescriptors.ByRule.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Machines that another generator writes are emitted like all others, so their faults must be heard of as well.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is { } symbols)
            {
                MachineNames names = new(symbols);
                FindingOwners owners = new();
                start.RegisterSymbolAction(symbol => Analyze(symbol, symbols, names, owners), SymbolKind.NamedType);
            }
        });
    }

    private void Analyze(SymbolAnalysisContext context, KnownSymbols symbols, MachineNames names, FindingOwners owners)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (IsHalfWritten(type, context.CancellationToken))
        {
            // The compiler has spoken, and what we could say follows.
            return;
        }

        ReportRulesOutsideOfChoices(context, type, symbols);
        if (MachineReader.Read(type, symbols, context.CancellationToken) is { } machine)
        {
            _onRead?.Invoke(type);
            AnalyzeMachine(context, machine, symbols, names, owners);
        }
        else
        {
            AnalyzeOther(context, type, symbols);
        }
    }

    /// <summary>Whether it is uncertain what a class is, or a class that it is nested in.</summary>
    private static bool IsHalfWritten(INamedTypeSymbol? type, CancellationToken cancellationToken) =>
        type is not null && (type.IsHalfWritten(cancellationToken) || IsHalfWritten(type.ContainingType, cancellationToken));

    private static void AnalyzeMachine(
        SymbolAnalysisContext context, AuthoredMachine machine, KnownSymbols symbols, MachineNames names, FindingOwners owners)
    {
        // An entry of a base class belongs to many states; a mistake in it is one mistake.
        HashSet<(Rule, Location, string)> reported = [];
        foreach (AuthoringFault fault in machine.Faults)
        {
            ReportOnce(fault.Rule, fault.GetLocation(symbols, context.CancellationToken), fault.Arguments, isForeign: false);
        }

        ReportSeveralMachineAttributes(context, machine, symbols);
        new ClassChecks(machine, ReportAt).Check();
        new ErrorTypeChecks(machine, ReportAt, context.CancellationToken).Check();
        new PolicyChecks(machine, ReportAt, context.CancellationToken).Check();
        if (names.FindEarlier(machine, context.CancellationToken) is { } earlier)
        {
            SourcePlace name = machine.Attribute.Find("Name").IsPresent ? new ArgumentPlace(machine.Attribute, "Name") : new CarrierPlace(machine.Attribute);
            ReportAt(CSharpRules.MachineNameTwice, name, [machine.Name, earlier.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)]);
        }

        // What a class without a type was to be cannot be known, and without it the definition is not what was meant.
        if (machine.IsHalfWritten || machine.Sketch is not { } document || (machine.Draft is not null && ReportStatesWithoutType(context, machine, symbols)))
        {
            return;
        }

        foreach (Finding finding in SketchFindings.Select(machine, DefinitionChecker.Check(document, machine.Target)))
        {
            // What is wrong in a machine whose states were copied is said there.
            bool isForeign = machine.IsForeign(finding.Place);
            if (!isForeign || ShowsInHost(finding.Rule))
            {
                ReportOnce(finding.Rule, Locate(finding, machine, symbols, context.CancellationToken), finding.Arguments, isForeign);
            }
        }

        void ReportOnce(Rule rule, Location location, ImmutableArray<string> arguments, bool isForeign)
        {
            if (reported.Add((rule, location, isForeign ? "" : string.Join("\n", arguments))) && owners.IsOwner(machine.Type, rule, location, arguments))
            {
                Report(context, rule, location, arguments);
            }
        }

        void ReportAt(Rule rule, SourcePlace place, ImmutableArray<string> arguments) =>
            ReportOnce(rule, place.GetLocation(symbols, context.CancellationToken), arguments, isForeign: false);
    }

    /// <summary>What only goes wrong when states of another machine are copied: two names meet, or two query languages.</summary>
    private static bool ShowsInHost(Rule rule) => rule == StructureRules.DuplicateStateName || rule == StructureRules.JsonPathInJsonata;

    private static void ReportSeveralMachineAttributes(SymbolAnalysisContext context, AuthoredMachine machine, KnownSymbols symbols)
    {
        // The compiler refuses a second one of the same form.
        foreach (AttributeData attribute in machine.Type.GetAttributes())
        {
            if (symbols.GetKind(attribute) == AttributeKind.StateMachine
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax
                && syntax != machine.Attribute.Syntax)
            {
                Report(context, CSharpRules.SeveralMachineAttributes, syntax.GetLocation(), [machine.Type.Name]);
            }
        }
    }

    private static bool IsOfMachineName(Finding finding, AuthoredMachine machine) =>
        finding.Rule == StructureRules.InvalidMachineName || (finding.Rule == AdviceRules.NameWithoutMetrics && finding.Place == machine.Sketch!.Syntax);

    /// <summary>The machine's name is no part of the definition, so no node of it leads to the attribute's argument.</summary>
    private static Location Locate(Finding finding, AuthoredMachine machine, KnownSymbols symbols, CancellationToken cancellationToken) =>
        IsOfMachineName(finding, machine) && machine.Attribute.Find("Name").IsPresent
            ? new ArgumentPlace(machine.Attribute, "Name").GetLocation(symbols, cancellationToken)
            : machine.Locate(finding.Place, finding.Within, cancellationToken);

    private static void AnalyzeOther(SymbolAnalysisContext context, INamedTypeSymbol type, KnownSymbols symbols)
    {
        // A state that is marked as a branch is a fault of its machine, which says so.
        if (symbols.Has(type, AttributeKind.Branch) && type.ContainingType is { } parallel && symbols.Has(parallel, AttributeKind.Parallel))
        {
            return;
        }

        ReportAttributesOfBaseClasses(context, type, symbols);
        foreach (AttributeData attribute in type.GetAttributes())
        {
            AttributeKind kind = symbols.GetKind(attribute);
            if (KnownSymbols.IsStateType(kind)
                && !HoldsStates(type.ContainingType, symbols)
                && IsFirstState(type, symbols)
                && !new OrphanSearch(type, symbols, context.CancellationToken).IsTarget())
            {
                Location location = new SymbolPlace(type).GetLocation(symbols, context.CancellationToken);
                string advice = type.ContainingType switch
                {
                    { } container when symbols.Has(container, AttributeKind.Parallel) => "nest it in a class with [Branch]",
                    { } container when !symbols.IsState(container) => $"add [StateMachine] to '{container.Name}'",
                    _ => "nest it directly in the class with [StateMachine]",
                };
                Report(context, CSharpRules.StateWithoutMachine, location, [type.Name, kind.ToString(), advice]);
                return;
            }
        }
    }

    /// <summary>Of the attributes of base classes only [Retry] and [Catch] are passed on. Among the states of a machine, a class with other ones is taken for a state.</summary>
    private static void ReportAttributesOfBaseClasses(SymbolAnalysisContext context, INamedTypeSymbol type, KnownSymbols symbols)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (attributes.Any(attribute => KnownSymbols.IsStateType(symbols.GetKind(attribute))) || HoldsStates(type.ContainingType, symbols) || HoldsStates(type, symbols))
        {
            return;
        }

        foreach (AttributeData attribute in attributes)
        {
            if (IsOfStatesOnly(symbols.GetKind(attribute)) && attribute.ApplicationSyntaxReference is { } written)
            {
                Location location = Location.Create(written.SyntaxTree, written.Span);
                Report(context, CSharpRules.MisplacedAttribute, location, [symbols.GetKind(attribute).ToString(), "a class that is no state", "of the attributes of a base class, only [Retry] and [Catch] apply to the states that derive from it"]);
            }
        }
    }

    /// <summary>Properties with rules are looked for in syntax: to ask for the attributes of all properties of a program would be dear.</summary>
    private static void ReportRulesOutsideOfChoices(SymbolAnalysisContext context, INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (symbols.Has(type, AttributeKind.Choice))
        {
            return;
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (PropertyDeclarationSyntax property in declaration.Members.OfType<PropertyDeclarationSyntax>().Where(static member => member.AttributeLists.Count > 0))
            {
                foreach (AttributeData data in type.GetMembers(property.Identifier.ValueText).SelectMany(static member => member.GetAttributes()))
                {
                    if (symbols.GetKind(data) == AttributeKind.When && data.ApplicationSyntaxReference is { } written)
                    {
                        Location location = Location.Create(written.SyntaxTree, written.Span);
                        Report(context, CSharpRules.MisplacedAttribute, location, ["When", "a property of a class that is no Choice", "put the property into the class of the Choice"]);
                    }
                }
            }
        }
    }

    private static bool ReportStatesWithoutType(SymbolAnalysisContext context, AuthoredMachine machine, KnownSymbols symbols)
    {
        bool isReported = false;
        foreach (INamedTypeSymbol nested in FindClassesInScopes(machine))
        {
            if (!symbols.IsState(nested)
                && !symbols.Has(nested, AttributeKind.Branch)
                && symbols.FindStateMachine(nested) is null
                && nested.GetAttributes().FirstOrDefault(attribute => IsOfStatesOnly(symbols.GetKind(attribute))) is { } attribute)
            {
                Location location = new SymbolPlace(nested).GetLocation(symbols, context.CancellationToken);
                Report(context, CSharpRules.StateWithoutType, location, [nested.Name, symbols.GetKind(attribute).ToString()]);
                isReported = true;
            }
        }

        return isReported;
    }

    private static IEnumerable<INamedTypeSymbol> FindClassesInScopes(AuthoredMachine machine) =>
        machine.States.SelectMany(static state => state.Scopes).Prepend(machine.Scope)
            .Where(static scope => scope.Body is null)
            .SelectMany(static scope => scope.Type.GetTypeMembers());

    /// <summary>Base classes share [Retry] and [Catch] with their states; a branch and a machine have what ClassChecks grants them.</summary>
    private static bool IsOfStatesOnly(AttributeKind kind) =>
        kind is not (AttributeKind.None or AttributeKind.Retry or AttributeKind.Catch or AttributeKind.Branch or AttributeKind.StateMachine);

    /// <summary>A class that lacks [StateMachine] lacks it once, however many states it holds.</summary>
    private static bool IsFirstState(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.ContainingType is not { } container
        || SymbolEqualityComparer.Default.Equals(container.GetTypeMembers().First(symbols.IsState), type);

    /// <summary>Whether the states nested in a class are in a definition: those of a machine, of a Map, and of a branch of a Parallel.</summary>
    private static bool HoldsStates(INamedTypeSymbol? type, KnownSymbols symbols) => type is not null
        && (symbols.FindStateMachine(type) is not null
            || (symbols.Has(type, AttributeKind.Map) && HoldsStates(type.ContainingType, symbols))
            || (symbols.Has(type, AttributeKind.Branch)
                && type.ContainingType is { } parallel
                && symbols.Has(parallel, AttributeKind.Parallel)
                && HoldsStates(parallel.ContainingType, symbols)));

    private static void Report(SymbolAnalysisContext context, Rule rule, Location location, ImmutableArray<string> arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.ByRule[rule], location, [.. arguments]));
}
