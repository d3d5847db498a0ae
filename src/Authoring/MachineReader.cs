using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>
/// Reads a class that carries <c>[StateMachine]</c> into a definition. Generator, analyzers and code fixes all read
/// through it, so they can never disagree about what a class says.
/// </summary>
public sealed class MachineReader
{
    private readonly INamedTypeSymbol _type;
    private readonly ReadingContext _context;

    private MachineReader(INamedTypeSymbol type, ReadingContext context)
    {
        _type = type;
        _context = context;
    }

    /// <summary>Reads a machine.</summary>
    /// <param name="type">A class that carries <c>[StateMachine]</c>.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="keepPlaces">Whether <see cref="AuthoredMachine.Locate"/> will be asked; for the definition the generator does not.</param>
    /// <returns>The machine, or null when the class does not carry the attribute.</returns>
    public static AuthoredMachine? Read(
        INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken, bool keepPlaces = true) =>
        new MachineReader(type, new ReadingContext(symbols, keepPlaces ? new SourceMap(symbols) : null, cancellationToken)).Read();

    /// <summary>Reads the machine that a type is nested in, at whatever depth, or that it is itself; null when there is none.</summary>
    public static AuthoredMachine? ReadAround(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        Read(type, symbols, cancellationToken)
            ?? (type.ContainingType is { } container ? ReadAround(container, symbols, cancellationToken) : null);

    /// <summary>Reads a machine with every attribute bound by the compiler: right by definition, for tests to compare with.</summary>
    internal static AuthoredMachine? ReadBound(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        new MachineReader(type, new ReadingContext(symbols, map: null, cancellationToken) { Learns = false }).Read();

    /// <summary>Reads a machine as the body of another.</summary>
    internal static AuthoredMachine? ReadBody(INamedTypeSymbol type, INamedTypeSymbol host, ReadingContext context) =>
        new MachineReader(type, context.Within(host)).Read();

    private AuthoredMachine? Read()
    {
        if (_context.Symbols.FindStateMachine(_type) is not { } data
            || AnnotationReader.Read(data, _context.Symbols, _context.CancellationToken) is not { } attribute)
        {
            return null;
        }

        FieldBuilder fields = new(_context.Map);
        var machine = new AuthoredMachine(_type, attribute, attribute.Find("Name").Text ?? _type.Name, _context.Symbols) { Map = _context.Map };
        machine.Scope.Attributes = ReadAttributes();
        _context.IsIncomplete |= !attribute.IsComplete;
        _context.IsHalfWritten |= _type.IsHalfWritten(_context.CancellationToken);
        ReadContract(machine, data);
        ReadMachineFields(machine, fields);
        ClassReader classes = new(_context);
        classes.Read(machine);
        new ScopeReader(machine, _context, classes).Read(machine.Scope);
        machine.States = [.. machine.Scope.AllStates];

        int faultsOfClasses = _context.Faults.Count;
        new ScopeBuilder(machine, _context).AddStates(fields, machine.Scope);
        machine.Faults = [.. _context.Faults];
        machine.Outline = new StateMachine(fields.Build(FieldTable.StateMachine, new CarrierPlace(attribute)));
        machine.IsHalfWritten = _context.IsHalfWritten;
        if (!_context.IsIncomplete)
        {
            machine.Sketch = machine.Outline;
            machine.Draft = _context.Faults.Count == faultsOfClasses && machine.FaultyStates.Count == 0 ? machine.Sketch : null;
        }

        return machine;
    }

    private ImmutableArray<Annotation> ReadAttributes()
    {
        ImmutableArray<Annotation>.Builder attributes = ImmutableArray.CreateBuilder<Annotation>();
        foreach (AttributeData data in _type.GetAttributes())
        {
            if (AnnotationReader.Read(data, _context.Symbols, _context.CancellationToken) is { } attribute)
            {
                attributes.Add(attribute);
            }
        }

        return attributes.ToImmutable();
    }

    private static void ReadContract(AuthoredMachine machine, AttributeData attribute)
    {
        if (attribute.AttributeClass is { TypeArguments.Length: 2 } contract)
        {
            machine.Input = contract.TypeArguments[0];
            machine.Output = contract.TypeArguments[1];
        }
    }

    private void ReadMachineFields(AuthoredMachine machine, FieldBuilder fields)
    {
        foreach (KeyValuePair<string, AnnotationValue> argument in machine.Attribute.Named)
        {
            switch (argument.Key)
            {
                case "Name":
                    break;
                case "Type":
                    machine.IsExpress = argument.Value.EnumMember == "Express";
                    break;
                case "Tracing":
                    machine.Tracing = argument.Value.IsTrue;
                    break;
                case "Json":
                    ReadJson(machine, argument.Value);
                    break;
                default:
                    fields.AddConstant(argument.Key, argument.Value, new ArgumentPlace(machine.Attribute, argument.Key));
                    break;
            }
        }
    }

    private void ReadJson(AuthoredMachine machine, AnnotationValue value)
    {
        if (value.Type is not { } context)
        {
            _context.IsIncomplete |= value.IsError;
        }
        else if (context is INamedTypeSymbol { IsUnboundGenericType: false } named && _context.Symbols.IsJsonContext(named))
        {
            machine.Json = named;
        }
        else
        {
            _context.ReportUnfit(
                context, AuthoringRules.NoJsonContext, new ArgumentPlace(machine.Attribute, "Json"), context.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }
    }
}
