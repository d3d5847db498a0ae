using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Authoring;

/// <summary>The hooks of a state, as a set.</summary>
[Flags]
public enum StateHooks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>OnEntered</c>.</summary>
    Entered = 1,

    /// <summary><c>OnExited</c>.</summary>
    Exited = 2,

    /// <summary><c>OnFailed</c>.</summary>
    Failed = 4,

    /// <summary><c>OnRetried</c>.</summary>
    Retried = 8,
}

/// <summary>A parameter of a handler's constructor.</summary>
/// <param name="Type">The type.</param>
/// <param name="Default">The default as C#, or null when there is none.</param>
public sealed record HandlerParameter(ITypeSymbol Type, string? Default);

/// <summary>The C# work of a Task state.</summary>
/// <param name="Input">What the handler takes.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Parameters">What its constructor asks for.</param>
/// <param name="Obstacle">Why no generated code can make a handler; null when it can.</param>
public sealed record Handler(ITypeSymbol Input, ITypeSymbol Output, ImmutableArray<HandlerParameter> Parameters, string? Obstacle);

/// <summary>A class that is a state of a machine.</summary>
public sealed class AuthoredState
{
    internal AuthoredState(INamedTypeSymbol type, StateType stateType, Annotation attribute, ImmutableArray<Annotation> attributes, string name)
    {
        Type = type;
        StateType = stateType;
        Attribute = attribute;
        Attributes = attributes;
        Name = name;
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The type of the state.</summary>
    public StateType StateType { get; }

    /// <summary>Whether a branch of the Parallel is faulty and left out.</summary>
    internal bool LacksBranches { get; set; }

    /// <summary>The attribute that says so.</summary>
    public Annotation Attribute { get; }

    /// <summary>Our attributes on the class, in the order of the source.</summary>
    public ImmutableArray<Annotation> Attributes { get; }

    /// <summary>The state's name in the definition.</summary>
    public string Name { get; }

    /// <summary>The scopes nested in the state: the branches of a Parallel in order, or the one of a Map.</summary>
    public ImmutableArray<AuthoredScope> Scopes { get; internal set; } = ImmutableArray<AuthoredScope>.Empty;

    /// <summary>The entries of Retry and Catch that apply to the state, its own and those of its base classes, in the order in which they are tried.</summary>
    public ImmutableArray<Annotation> ErrorHandling { get; internal set; } = ImmutableArray<Annotation>.Empty;

    /// <summary>Whether members can be generated into the class.</summary>
    public bool CanBeExtended { get; internal set; }

    /// <summary>The state's C# work, or null.</summary>
    public Handler? Handler { get; internal set; }

    /// <summary>Whether the handler is deployed with the machine, as a Lambda function whose ARN is a <see cref="Placeholder"/>.</summary>
    public bool IsDeployedWithMachine =>
        Handler is not null && Attribute.Positional.IsEmpty && Attributes.All(static attribute => attribute.Kind != AttributeKind.StartExecution);

    /// <summary>The hooks that the class implements.</summary>
    public StateHooks ImplementedHooks { get; internal set; }

    /// <summary>The names of generated members that the class itself uses for something else; they are not generated.</summary>
    public ImmutableHashSet<string> TakenNames { get; internal set; } = ImmutableHashSet<string>.Empty;
}
