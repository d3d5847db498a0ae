using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Reads which states a class holds, and what is nested in them: nesting in C# is scope in ASL.</summary>
internal sealed class ScopeReader(AuthoredMachine machine, ReadingContext context, ClassReader classes)
{
    /// <summary>Reads the states nested in a scope's class.</summary>
    public void Read(AuthoredScope scope)
    {
        AnnotationReader attributes = new(scope.Type, context.Symbols, context.CancellationToken);
        List<AuthoredState> states = [];
        AuthoredState? first = null;
        foreach (INamedTypeSymbol nested in InSourceOrder(scope.Type))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<Annotation> written = Read(attributes, nested);
            if (ReadState(nested, written) is { } state)
            {
                states.Add(state);
                first = CheckStartAt(scope, state, first);
            }
            else if (written.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.Branch) is { } branch)
            {
                context.ReportUnfit(nested, AuthoringRules.MisplacedBranch, new AttributePlace(branch), $"'{nested.Name}' is nested in '{scope.Type.Name}', which is no Parallel state");
            }
        }

        scope.States = [.. states];
    }

    private ImmutableArray<Annotation> Read(AnnotationReader attributes, INamedTypeSymbol type)
    {
        ImmutableArray<Annotation> read = context.Learns ? attributes.Read(type) : attributes.ReadBound(type);
        context.IsHalfWritten |= attributes.HasUnknownNames || HalfWrittenTypes.HasUnknownBase(type, context.CancellationToken);
        return read;
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
                context.IsIncomplete = true;
                continue;
            }

            if (found is not null)
            {
                context.IsIncomplete = true;
                context.Report(AuthoringRules.SeveralStateTypes, new AttributePlace(attribute), type.Name, found.Kind.ToString(), attribute.Kind.ToString());
                continue;
            }

            found = attribute;
        }

        if (found is null)
        {
            return null;
        }

        var stateType = (StateType)Enum.Parse(typeof(StateType), found.Kind.ToString());
        var state = new AuthoredState(type, stateType, found, attributes, found.Find("Name").Text ?? type.Name);
        classes.Read(state);
        state.ErrorHandling = PolicyReader.Read(type, found, attributes, context);
        state.Scopes = stateType switch
        {
            StateType.Parallel => ReadBranches(state),
            StateType.Map => ReadProcessor(state),
            _ => ImmutableArray<AuthoredScope>.Empty,
        };
        foreach (Annotation branch in attributes.Where(attribute => attribute.Kind == AttributeKind.Branch && (attribute.Target is null || stateType != StateType.Parallel)))
        {
            string reason = branch.Target is null ? $"'{type.Name}' is a state, and a branch is none" : $"'{type.Name}' is a {stateType} state, and only a Parallel state has branches";
            context.Report(AuthoringRules.MisplacedBranch, new AttributePlace(branch), reason);
        }

        return state;
    }

    private AuthoredState? CheckStartAt(AuthoredScope scope, AuthoredState state, AuthoredState? first)
    {
        if (state.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.StartAt) is not { } startAt)
        {
            return first;
        }

        if (first is not null)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.SeveralStartAt, new AttributePlace(startAt), scope.Type.Name, first.Type.Name, state.Type.Name);
        }

        return first ?? state;
    }

    private ImmutableArray<AuthoredScope> ReadBranches(AuthoredState parallel)
    {
        List<AuthoredScope> branches = [.. parallel.Attributes
            .Where(static attribute => attribute is { Kind: AttributeKind.Branch, Target: not null })
            .Select(attribute => new AuthoredScope(parallel.Type, attribute) { Body = ReadBody(attribute) })];
        AnnotationReader attributes = new(parallel.Type, context.Symbols, context.CancellationToken);
        foreach (INamedTypeSymbol nested in InSourceOrder(parallel.Type))
        {
            ImmutableArray<Annotation> written = Read(attributes, nested);
            if (written.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.Branch) is not { } attribute)
            {
                continue;
            }

            if (written.Any(static attribute => KnownSymbols.IsStateType(attribute.Kind)))
            {
                parallel.LacksBranches = true;
                context.Report(AuthoringRules.MisplacedBranch, new AttributePlace(attribute), $"'{nested.Name}' is a state, and a branch is none");
            }
            else
            {
                var branch = new AuthoredScope(nested, attribute) { Attributes = written };
                classes.ReadBranch(branch);
                Read(branch);
                branches.Add(branch);
            }
        }

        return [.. branches.OrderBy(static branch => new SourcePosition(branch.Attribute.Syntax.GetReference()), SourcePosition.Comparer)];
    }

    private ImmutableArray<AuthoredScope> ReadProcessor(AuthoredState map)
    {
        Annotation[] processors = [.. map.Attributes.Where(static attribute => attribute.Kind is AttributeKind.ItemProcessor or AttributeKind.Iterator)];
        bool hasStates = map.Type.GetTypeMembers().Any(context.Symbols.IsState);
        if (processors.Length == 0 && !hasStates)
        {
            return ImmutableArray<AuthoredScope>.Empty;
        }

        var scope = new AuthoredScope(map.Type, map.Attribute) { Processor = processors.FirstOrDefault() };
        if (processors.Length > 1)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.SeveralProcessors, new AttributePlace(processors[1]), map.Type.Name, "more than one of [ItemProcessor] and [Iterator]");
        }
        else if (scope.Processor is not { Target: not null } body)
        {
            Read(scope);
        }
        else if (hasStates)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.SeveralProcessors, new TargetPlace(body), map.Type.Name, "states of its own and those of another machine");
        }
        else
        {
            scope.Body = ReadBody(body);
        }

        return [scope];
    }

    private AuthoredBody? ReadBody(Annotation attribute)
    {
        if (attribute.Target is not INamedTypeSymbol { TypeKind: not TypeKind.Error } target)
        {
            context.IsIncomplete = true;
            return null;
        }

        if (context.Symbols.FindStateMachine(target) is null)
        {
            context.IsIncomplete = true;
            context.ReportUnfit(target, AuthoringRules.NoStateMachine, new TargetPlace(attribute), target.Name, "it lacks [StateMachine]");
            return null;
        }

        return SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, context.Symbols.Compilation.Assembly)
            ? ReadSource(attribute, target)
            : ReadMetadata(attribute, target);
    }

    private AuthoredBody? ReadSource(Annotation attribute, INamedTypeSymbol target)
    {
        bool isRecursive = SymbolEqualityComparer.Default.Equals(target, machine.Type) || context.Readings.Contains(target, SymbolEqualityComparer.Default);
        AuthoredMachine? body = isRecursive ? null : MachineReader.ReadBody(target, machine.Type, context);
        if (isRecursive || body?.Faults.Any(static fault => fault.Rule == AuthoringRules.RecursiveBody) == true)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.RecursiveBody, new TargetPlace(attribute), target.Name);
            return null;
        }

        // Machines that hold each other twice, and those again, grow without end; the compiler must not.
        if (body is { Document: { } document } && body.States.Any(static state => state.Scopes.Any(static scope => scope.Body is not null))
            && Definition.Write(document).Length > Quotas.DefinitionLength)
        {
            context.IsIncomplete = true;
            context.Report(AuthoringRules.NoStateMachine, new TargetPlace(attribute), target.Name, "its definition is longer than AWS takes");
            return null;
        }

        // What is wrong with the other machine is said there, and only there.
        context.IsIncomplete |= body?.Document is null;
        return body is null ? null : new AuthoredBody(target, attribute, body.Document?.Syntax, body, Manifest: null);
    }

    private AuthoredBody? ReadMetadata(Annotation attribute, INamedTypeSymbol target)
    {
        (string? definition, string? manifest) = context.Symbols.FindDefinition(target);
        DefinitionReadResult? read = definition is null ? null : Definition.Read(definition);
        if (read?.Machine is { } machineOfOther)
        {
            return new AuthoredBody(target, attribute, machineOfOther.Syntax, Source: null, manifest);
        }

        context.IsIncomplete = true;
        context.Report(
            AuthoringRules.NoStateMachine,
            new TargetPlace(attribute),
            target.Name,
            read is null ? $"the assembly '{target.ContainingAssembly.Name}' holds no definition of it; mend its errors and build it again with this version" : read.Error!.Message);
        return null;
    }

    /// <summary>
    /// Source order over several partial declarations: by file path, then position. The compiler's own order follows the
    /// order of its arguments, which differs between machines.
    /// </summary>
    private static IEnumerable<INamedTypeSymbol> InSourceOrder(INamedTypeSymbol container) =>
        container.DeclaringSyntaxReferences.Length > 1 ? container.GetTypeMembers().OrderBy(Position, SourcePosition.Comparer) : container.GetTypeMembers();

    private static SourcePosition Position(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Where(static reference => !GeneratedSource.IsGenerated(reference.SyntaxTree))
            .Select(static reference => new SourcePosition(reference))
            .OrderBy(static position => position, SourcePosition.Comparer)
            .FirstOrDefault();
}
