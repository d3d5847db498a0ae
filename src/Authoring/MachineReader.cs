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
using StateMachineGen.Language.Rules;

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
    private bool _isIncomplete;

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

        SourcePlace place = new CarrierPlace(attribute);
        FieldBuilder fields = new(map);
        var machine = new AuthoredMachine(_type, attribute, ReadName(attribute) ?? _type.Name) { Map = map };
        ReadContract(machine, data);
        ReadMachineFields(machine, fields);
        CheckClass(machine);
        machine.States = ReadStates(machine);

        int faultsOfClasses = _faults.Count;
        StateReader reader = new(machine, _symbols, map, _faults, _cancellationToken);
        reader.ReadDocument(fields, place);
        machine.Faults = [.. _faults];
        if (_faults.Count == faultsOfClasses && !reader.IsIncomplete && !_isIncomplete)
        {
            machine.Draft = new StateMachine(fields.Build(name => s_machineFields.IndexOf(name) is >= 0 and var order ? order : int.MaxValue, place));
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
            _isIncomplete |= value.IsError;
        }
        else if (context is INamedTypeSymbol { IsUnboundGenericType: false } named && _symbols.IsJsonContext(named))
        {
            machine.Json = named;
        }
        else
        {
            _faults.Add(new AuthoringFault(
                AuthoringRules.NoJsonContext, new ArgumentPlace(machine.Attribute, "Json"), context.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
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

            if (found?.Kind == attribute.Kind)
            {
                // The compiler refuses the second one.
                _isIncomplete = true;
                continue;
            }

            if (found is not null)
            {
                _isIncomplete = true;
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
            _isIncomplete = true;
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
            machine.CanBeExtended &= IsPartial(container, AuthoringRules.MachineNotPartial, container.Name, type.Name);
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
            _ => null,
        };
        state.CanBeExtended = reason is null;
        if (reason is not null)
        {
            // Transitions can hardly name such a class, so that it would be called unreachable as well.
            _isIncomplete = true;
            _faults.Add(new AuthoringFault(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "state", reason));
        }
        else
        {
            state.CanBeExtended = type.TypeKind == TypeKind.Class && IsPartial(type, AuthoringRules.StateNotPartial, type.Name);
        }

        if (state.StateType == StateType.Task)
        {
            state.Handler = HandlerReader.Read(type, _symbols, out bool isAmbiguous);
            if (isAmbiguous)
            {
                _faults.Add(new AuthoringFault(AuthoringRules.SeveralHandlers, new SymbolPlace(type), type.Name));
            }
            else if (state.Handler is { Obstacle: { } obstacle })
            {
                _faults.Add(new AuthoringFault(AuthoringRules.HandlerCannotBeMade, new SymbolPlace(type), type.Name, obstacle));
            }
        }

        foreach ((StateHooks hook, string name, string parameter) in ReservedMembers.Hooks)
        {
            state.TakenNames = CheckTaken(type, name, state.TakenNames, parameter);
            if (!state.TakenNames.Contains(name) && ReservedMembers.Implements(type, name, parameter, _cancellationToken))
            {
                state.ImplementedHooks |= hook;
            }
        }

        if (state.Handler is not null)
        {
            state.TakenNames = CheckTaken(type, ReservedMembers.LambdaHandler, state.TakenNames, hookParameter: null);
        }
    }

    private ImmutableHashSet<string> CheckTaken(INamedTypeSymbol type, string name, ImmutableHashSet<string> taken, string? hookParameter)
    {
        if (type.Name == name)
        {
            // A member cannot be called as its class. OnFailed is a good name for a state, which then goes without that hook.
            return taken.Add(name);
        }

        foreach (ISymbol member in ReservedMembers.FindCollisions(type, name, hookParameter, _cancellationToken))
        {
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

    /// <summary>Whether members can be added to a class. Where some of its declarations are partial and others not, the compiler has spoken.</summary>
    private bool IsPartial(INamedTypeSymbol type, Rule rule, params string[] arguments)
    {
        List<SyntaxReference> closed = [.. type.DeclaringSyntaxReferences.Where(reference =>
            reference.GetSyntax(_cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))];
        if (closed.Count == 0)
        {
            return true;
        }

        if (type.DeclaringSyntaxReferences.Count(static reference => !GeneratedSource.IsGenerated(reference.SyntaxTree)) == 1)
        {
            _faults.Add(new AuthoringFault(rule, new DeclarationPlace(closed[0]), arguments));
        }
        else
        {
            _isIncomplete = true;
        }

        return false;
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
