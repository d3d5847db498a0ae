using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>
/// Reads a class that carries <c>[StateMachine]</c> into a definition. Generator, analyzers and code fixes all read
/// through it, so they can never disagree about what a class says.
/// </summary>
public sealed class MachineReader
{
    private static readonly ImmutableArray<string> s_machineFields = FieldTable.StateMachine;

    private readonly INamedTypeSymbol _type;
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _cancellationToken;
    private readonly List<AuthoringFault> _faults = [];
    private bool _learns = true;

    private MachineReader(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        _type = type;
        _symbols = symbols;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a machine.</summary>
    /// <param name="type">A class that carries <c>[StateMachine]</c>.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="keepPlaces">Whether <see cref="AuthoredMachine.Locate"/> will be asked; the generator never does.</param>
    /// <returns>The machine, or null when the class does not carry the attribute.</returns>
    public static AuthoredMachine? Read(
        INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken, bool keepPlaces = true) =>
        new MachineReader(type, symbols, cancellationToken).Read(keepPlaces ? new SourceMap() : null);

    /// <summary>Reads a machine with every attribute bound by the compiler: right by definition, for tests to compare with.</summary>
    internal static AuthoredMachine? ReadBound(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        new MachineReader(type, symbols, cancellationToken) { _learns = false }.Read(map: null);

    private AuthoredMachine? Read(SourceMap? map)
    {
        if (_type.GetAttributes().FirstOrDefault(attribute => _symbols.GetKind(attribute) == AttributeKind.StateMachine) is not { } data
            || AnnotationReader.Read(data, _symbols, _cancellationToken) is not { } attribute)
        {
            return null;
        }

        SourcePlace place = new SymbolPlace(_type);
        FieldBuilder fields = new(map);
        var machine = new AuthoredMachine(_type, attribute, ReadName(attribute) ?? _type.Name) { Map = map };
        ReadContract(machine, data);
        ReadMachineFields(machine, fields);
        CheckClass(machine);
        machine.States = ReadStates(machine);

        StateReader reader = new(machine, _symbols, map, _faults, _cancellationToken);
        reader.ReadDocument(fields, place);
        machine.Faults = [.. _faults];
        if (_faults.Count == 0 && !reader.IsIncomplete)
        {
            machine.Document = new StateMachine(fields.Build(name => s_machineFields.IndexOf(name) is >= 0 and var order ? order : int.MaxValue, place));
        }

        return machine;
    }

    private static void ReadContract(AuthoredMachine machine, AttributeData attribute)
    {
        if (attribute.AttributeClass is { TypeArguments.Length: 2 } contract)
        {
            machine.Input = contract.TypeArguments[0];
            machine.Output = contract.TypeArguments[1];
        }
    }

    private static void ReadMachineFields(AuthoredMachine machine, FieldBuilder fields)
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
                    machine.Json = argument.Value.Type as INamedTypeSymbol;
                    break;
                default:
                    fields.AddConstant(argument.Key, argument.Value, new ArgumentPlace(machine.Attribute, argument.Key));
                    break;
            }
        }
    }

    private ImmutableArray<AuthoredState> ReadStates(AuthoredMachine machine)
    {
        AnnotationReader attributes = new(_type, _symbols, _cancellationToken);
        List<AuthoredState> states = [];
        AuthoredState? first = null;
        foreach (INamedTypeSymbol nested in InSourceOrder(_type.GetTypeMembers()))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (ReadState(nested, _learns ? attributes.Read(nested) : attributes.ReadBound(nested)) is { } state)
            {
                states.Add(state);
                first = CheckStartAt(machine, state, first);
            }
        }

        return [.. states];
    }

    private AuthoredState? ReadState(INamedTypeSymbol type, ImmutableArray<Annotation> attributes)
    {
        Annotation? found = null;
        foreach (Annotation attribute in attributes)
        {
            if (!KnownSymbols.IsStateType(attribute.Kind))
            {
                continue;
            }

            if (found is not null)
            {
                _faults.Add(new AuthoringFault(
                    AuthoringRules.SeveralStateTypes, new AttributePlace(attribute), type.Name, found.Kind.ToString(), attribute.Kind.ToString()));
                continue;
            }

            found = attribute;
        }

        if (found is null)
        {
            return null;
        }

        var stateType = (StateType)Enum.Parse(typeof(StateType), found.Kind.ToString());
        var state = new AuthoredState(type, stateType, found, attributes, ReadName(found) ?? type.Name);
        CheckClass(state);
        return state;
    }

    private AuthoredState? CheckStartAt(AuthoredMachine machine, AuthoredState state, AuthoredState? first)
    {
        if (state.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.StartAt) is not { } startAt)
        {
            return first;
        }

        if (first is not null)
        {
            _faults.Add(new AuthoringFault(
                AuthoringRules.SeveralStartAt, new AttributePlace(startAt), machine.Type.Name, first.Type.Name, state.Type.Name));
        }

        return first ?? state;
    }

    private void CheckClass(AuthoredMachine machine)
    {
        INamedTypeSymbol type = machine.Type;
        string? reason = type switch
        {
            { IsGenericType: true } => "it is generic, or nested in a generic type",
            { IsStatic: true } => "it is static",
            { IsFileLocal: true } => "it is local to its file",
            _ => null,
        };
        machine.CanBeExtended = reason is null;
        if (reason is not null)
        {
            _faults.Add(new AuthoringFault(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "state machine", reason));
        }

        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
        {
            if (FindDeclarationWithoutPartial(container) is { } declaration)
            {
                machine.CanBeExtended = false;
                _faults.Add(new AuthoringFault(AuthoringRules.MachineNotPartial, new DeclarationPlace(declaration), container.Name, type.Name));
            }
        }

        foreach (string name in new[] { ReservedMembers.Definition, ReservedMembers.Manifest })
        {
            machine.TakenNames = CheckTaken(type, name, machine.TakenNames, hookParameter: null);
        }

        machine.TakenNames = CheckTaken(type, ReservedMembers.LambdaServices, machine.TakenNames, "IServiceProvider");
    }

    private void CheckClass(AuthoredState state)
    {
        INamedTypeSymbol type = state.Type;
        string? reason = type switch
        {
            // A generic machine is reported once, at the machine.
            { TypeParameters.Length: > 0 } => "it is generic",
            { IsStatic: true } => "it is static",
            { IsAbstract: true } => "it is abstract",
            { TypeKind: not TypeKind.Class } => "it is no class",
            _ => null,
        };
        state.CanBeExtended = reason is null;
        if (reason is not null)
        {
            _faults.Add(new AuthoringFault(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "state", reason));
        }
        else if (FindDeclarationWithoutPartial(type) is { } declaration)
        {
            state.CanBeExtended = false;
            _faults.Add(new AuthoringFault(AuthoringRules.StateNotPartial, new DeclarationPlace(declaration), type.Name));
        }

        if (state.StateType == StateType.Task)
        {
            state.Handler = HandlerReader.Read(type, _symbols, out bool isAmbiguous);
            if (isAmbiguous)
            {
                _faults.Add(new AuthoringFault(AuthoringRules.SeveralHandlers, new SymbolPlace(type), type.Name));
            }
        }

        foreach ((StateHooks hook, string name, string parameter) in ReservedMembers.Hooks)
        {
            ImmutableArray<ISymbol> written = ReservedMembers.FindWritten(type, name);
            if (written.Length == 1 && ReservedMembers.IsImplementation(written[0], parameter, _cancellationToken))
            {
                state.ImplementedHooks |= hook;
            }
            else if (!written.IsEmpty)
            {
                state.TakenNames = CheckTaken(type, name, state.TakenNames, parameter);
            }
        }

        if (state.Handler is not null)
        {
            state.TakenNames = CheckTaken(type, ReservedMembers.LambdaHandler, state.TakenNames, hookParameter: null);
        }
    }

    private ImmutableHashSet<string> CheckTaken(INamedTypeSymbol type, string name, ImmutableHashSet<string> taken, string? hookParameter)
    {
        foreach (ISymbol member in ReservedMembers.FindWritten(type, name))
        {
            if (hookParameter is not null && ReservedMembers.IsImplementation(member, hookParameter, _cancellationToken))
            {
                continue;
            }

            taken = taken.Add(name);
            string advice = hookParameter switch
            {
                null => "choose another name",
                "IServiceProvider" => $"implement it as 'static partial void {name}(ref IServiceProvider? services)' or choose another name",
                _ => $"implement it as 'static partial void {name}({hookParameter} state)' or choose another name",
            };
            _faults.Add(new AuthoringFault(AuthoringRules.ReservedMember, new SymbolPlace(member), name, type.Name, advice));
        }

        return taken;
    }

    private SyntaxReference? FindDeclarationWithoutPartial(INamedTypeSymbol type)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return reference;
            }
        }

        return null;
    }

    /// <summary>
    /// Source order over several partial declarations: by file path, then position. The compiler's own order follows the
    /// order of its arguments, which differs between machines.
    /// </summary>
    private IEnumerable<INamedTypeSymbol> InSourceOrder(ImmutableArray<INamedTypeSymbol> types) =>
        _type.DeclaringSyntaxReferences.Length > 1 ? types.OrderBy(Position, SourcePosition.Comparer) : types;

    private static SourcePosition Position(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Where(static reference => !GeneratedSource.IsGenerated(reference.SyntaxTree))
            .Select(static reference => new SourcePosition(reference))
            .OrderBy(static position => position, SourcePosition.Comparer)
            .FirstOrDefault();

    private static string? ReadName(Annotation attribute) => attribute.Find("Name").Text;
}
