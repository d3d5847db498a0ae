using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>
/// The symbols of the runtime, resolved once for each compilation. A compilation that does not reference the runtime has
/// none, and then there is nothing for any of our components to do.
/// </summary>
public sealed class KnownSymbols
{
    /// <summary>The namespace of the authoring vocabulary.</summary>
    public const string Namespace = "StateMachineGen";

    /// <summary>The metadata name of the attribute of a machine without a declared contract.</summary>
    public const string StateMachineAttribute = Namespace + ".StateMachineAttribute";

    /// <summary>The metadata name of the attribute of a machine with a declared contract.</summary>
    public const string TypedStateMachineAttribute = StateMachineAttribute + "`2";

    // Weak keys: a compilation that the IDE drops takes its symbols along.
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> s_cache = new();

    private readonly INamedTypeSymbol? _jsonContext;
    private readonly Dictionary<ISymbol, AttributeKind> _attributes = new(SymbolEqualityComparer.Default);

    private KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Add(StateMachineAttribute, AttributeKind.StateMachine);
        Add(TypedStateMachineAttribute, AttributeKind.StateMachine);
        Add("TaskAttribute", AttributeKind.Task);
        Add("PassAttribute", AttributeKind.Pass);
        Add("ChoiceAttribute", AttributeKind.Choice);
        Add("WaitAttribute", AttributeKind.Wait);
        Add("SucceedAttribute", AttributeKind.Succeed);
        Add("FailAttribute", AttributeKind.Fail);
        Add("StartAtAttribute", AttributeKind.StartAt);
        Add("NextAttribute`1", AttributeKind.Next);
        Add("EndAttribute", AttributeKind.End);
        Add("DefaultAttribute`1", AttributeKind.Default);
        Add("WhenAttribute`1", AttributeKind.When);
        Add("CatchAttribute`1", AttributeKind.Catch);
        Add("RetryAttribute", AttributeKind.Retry);
        Add("FieldAttribute", AttributeKind.Field);
        TaskHandler = compilation.GetTypeByMetadataName(Namespace + ".ITask`2");
        Exception = compilation.GetTypeByMetadataName("System.Exception");
        _jsonContext = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializerContext");

        void Add(string name, AttributeKind kind)
        {
            if (compilation.GetTypeByMetadataName(name.StartsWith(Namespace, System.StringComparison.Ordinal) ? name : Namespace + "." + name) is { } type)
            {
                _attributes.Add(type, kind);
            }
        }
    }

    /// <summary>The compilation that the symbols belong to.</summary>
    public Compilation Compilation { get; }

    /// <summary><c>ITask&lt;TInput, TOutput&gt;</c>.</summary>
    public INamedTypeSymbol? TaskHandler { get; }

    /// <summary><c>System.Exception</c>.</summary>
    public INamedTypeSymbol? Exception { get; }

    /// <summary>The symbols of a compilation, or null when it does not reference the runtime.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation)
    {
        if (s_cache.TryGetValue(compilation, out KnownSymbols? known))
        {
            return known;
        }

        return compilation.GetTypeByMetadataName(StateMachineAttribute) is null
            ? null
            : s_cache.GetValue(compilation, static key => new KnownSymbols(key));
    }

    /// <summary>Which attribute of ours it is.</summary>
    public AttributeKind GetKind(AttributeData attribute) =>
        attribute.AttributeClass is { } type && _attributes.TryGetValue(type.OriginalDefinition, out AttributeKind kind) ? kind : AttributeKind.None;

    /// <summary>Whether a type carries the attribute of a type of state.</summary>
    public bool IsState(ITypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsStateType(GetKind(attribute)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is a serializer context.</summary>
    public bool IsJsonContext(INamedTypeSymbol type) => type is { IsAbstract: false } && _jsonContext is not null && DerivesFrom(type, _jsonContext);

    /// <summary>Whether a type is a class or derives from it.</summary>
    public static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol @base)
    {
        for (ITypeSymbol? current = type.OriginalDefinition; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, @base.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute says of which type a state is.</summary>
    public static bool IsStateType(AttributeKind kind) => kind is >= AttributeKind.Task and <= AttributeKind.Fail;
}
