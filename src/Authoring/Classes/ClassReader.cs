using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>Reads the classes of machines, states and branches: whether members can be generated into them, their handlers and hooks.</summary>
internal sealed class ClassReader(ReadingContext context)
{
    /// <summary>Reads the class of a machine.</summary>
    public void Read(AuthoredMachine machine)
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
            context.Report(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "state machine", reason);
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

    /// <summary>Reads the class of a state.</summary>
    public void Read(AuthoredState state)
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
            context.IsIncomplete = true;
            context.Report(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "state", reason);
        }
        else
        {
            state.CanBeExtended = type.TypeKind == TypeKind.Class && IsPartial(type, AuthoringRules.StateNotPartial, type.Name);
        }

        if (state.StateType == StateType.Task)
        {
            state.Handler = HandlerReader.Read(type, context.Symbols, context.CancellationToken, out bool isAmbiguous);
            if (isAmbiguous)
            {
                context.Report(AuthoringRules.SeveralHandlers, new SymbolPlace(type), type.Name);
            }
            else if (state.Handler is { Obstacle: { } obstacle })
            {
                context.Report(AuthoringRules.HandlerCannotBeMade, new SymbolPlace(type), type.Name, obstacle);
            }
        }

        foreach ((StateHooks hook, string name, string parameter) in ReservedMembers.Hooks)
        {
            state.TakenNames = CheckTaken(type, name, state.TakenNames, parameter);
            if (!state.TakenNames.Contains(name) && ReservedMembers.Implements(type, name, parameter, context.CancellationToken))
            {
                state.ImplementedHooks |= hook;
            }
        }

        if (state.Handler is not null)
        {
            state.TakenNames = CheckTaken(type, ReservedMembers.LambdaHandler, state.TakenNames, hookParameter: null);
        }
    }

    /// <summary>Reads the class of a branch.</summary>
    public void ReadBranch(AuthoredScope branch)
    {
        INamedTypeSymbol type = branch.Type;
        branch.CanBeExtended = type.TypeParameters.Length == 0;
        if (!branch.CanBeExtended)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.WrongKindOfClass, new SymbolPlace(type), type.Name, "branch", "it is generic");
        }
        else
        {
            branch.CanBeExtended = type.TypeKind == TypeKind.Class && IsPartial(type, AuthoringRules.BranchNotPartial, type.Name);
        }
    }

    private ImmutableHashSet<string> CheckTaken(INamedTypeSymbol type, string name, ImmutableHashSet<string> taken, string? hookParameter)
    {
        if (type.Name == name)
        {
            // A member cannot be called as its class. OnFailed is a good name for a state, which then goes without that hook.
            return taken.Add(name);
        }

        foreach (ISymbol member in ReservedMembers.FindCollisions(type, name, hookParameter, context.CancellationToken))
        {
            taken = taken.Add(name);
            string advice = hookParameter switch
            {
                null => "choose another name",
                "IServiceProvider" => $"implement it as 'static partial void {name}(ref IServiceProvider? services)' or choose another name",
                _ => $"implement it as 'static partial void {name}({hookParameter} state)' or choose another name",
            };
            context.Report(AuthoringRules.ReservedMember, new SymbolPlace(member), name, type.Name, advice);
        }

        return taken;
    }

    /// <summary>Whether members can be added to a class. Where some of its declarations are partial and others not, the compiler has spoken.</summary>
    private bool IsPartial(INamedTypeSymbol type, Rule rule, params string[] arguments)
    {
        List<SyntaxReference> closed = [.. type.DeclaringSyntaxReferences.Where(reference =>
            reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))];
        if (closed.Count == 0)
        {
            return true;
        }

        if (type.DeclaringSyntaxReferences.Count(static reference => !GeneratedSource.IsGenerated(reference.SyntaxTree)) == 1)
        {
            context.Report(rule, new DeclarationPlace(closed[0]), arguments);
        }
        else
        {
            context.IsIncomplete = true;
        }

        return false;
    }
}
