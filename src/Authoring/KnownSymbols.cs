using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
    private readonly INamedTypeSymbol? _definitionAttribute;
    private readonly Dictionary<ISymbol, AttributeKind> _attributes = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<(SyntaxNode Scope, string Name), bool> _conditionFunctions = new();
    private readonly INamedTypeSymbol? _conditions;

    /// <param name="compilation">The compilation.</param>
    /// <param name="runtime">The assembly of the runtime. It is asked directly: a compilation looks through all of its references, which is felt in small projects.</param>
    private KnownSymbols(Compilation compilation, IAssemblySymbol runtime)
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
        Add("ParallelAttribute", AttributeKind.Parallel);
        Add("BranchAttribute", AttributeKind.Branch);
        Add("BranchAttribute`1", AttributeKind.Branch);
        Add("MapAttribute", AttributeKind.Map);
        Add("ItemProcessorAttribute", AttributeKind.ItemProcessor);
        Add("ItemProcessorAttribute`1", AttributeKind.ItemProcessor);
        Add("IteratorAttribute", AttributeKind.Iterator);
        Add("ItemReaderAttribute", AttributeKind.ItemReader);
        Add("ItemBatcherAttribute", AttributeKind.ItemBatcher);
        Add("ResultWriterAttribute", AttributeKind.ResultWriter);
        Add("StartExecutionAttribute`1", AttributeKind.StartExecution);
        for (AttributeKind payload = AttributeKind.Parameters; payload <= AttributeKind.ItemSelector; payload++)
        {
            Add(payload + "Attribute", payload);
        }

        _definitionAttribute = runtime.GetTypeByMetadataName(Namespace + ".CompilerServices.StateMachineDefinitionAttribute");
        Condition = runtime.GetTypeByMetadataName(Namespace + ".Condition");
        _conditions = runtime.GetTypeByMetadataName(Namespace + ".Conditions");
        TaskHandler = runtime.GetTypeByMetadataName(Namespace + ".ITask`2");
        Exception = compilation.GetTypeByMetadataName("System.Exception");
        _jsonContext = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializerContext");

        void Add(string name, AttributeKind kind)
        {
            if (runtime.GetTypeByMetadataName(name.StartsWith(Namespace, System.StringComparison.Ordinal) ? name : Namespace + "." + name) is { } type)
            {
                _attributes.Add(type, kind);
            }
        }
    }

    /// <summary>The compilation that the symbols belong to.</summary>
    public Compilation Compilation { get; }

    /// <summary><c>ITask&lt;TInput, TOutput&gt;</c>.</summary>
    public INamedTypeSymbol? TaskHandler { get; }

    /// <summary><c>Condition</c>, which a rule of a Choice is written as.</summary>
    public INamedTypeSymbol? Condition { get; }

    /// <summary><c>System.Exception</c>.</summary>
    public INamedTypeSymbol? Exception { get; }

    /// <summary>The symbols of a compilation, or null when it does not reference the runtime.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation)
    {
        if (s_cache.TryGetValue(compilation, out KnownSymbols? known))
        {
            return known;
        }

        return compilation.GetTypeByMetadataName(StateMachineAttribute) is { } attribute
            ? s_cache.GetValue(compilation, key => new KnownSymbols(key, attribute.ContainingAssembly))
            : null;
    }

    /// <summary>The semantic model of a file, for constants and names inside members; made once, since each model binds anew.</summary>
    internal SemanticModel GetSemanticModel(SyntaxTree tree) => _models.GetOrAdd(tree, GetModel);

    /// <summary>Which attribute of ours it is.</summary>
    public AttributeKind GetKind(AttributeData attribute) => attribute.AttributeClass is { } type ? GetKind(type) : AttributeKind.None;

    /// <summary>Which attribute of ours a class is.</summary>
    public AttributeKind GetKind(INamedTypeSymbol attributeClass) =>
        _attributes.TryGetValue(attributeClass.OriginalDefinition, out AttributeKind kind) ? kind : AttributeKind.None;

    /// <summary>Whether a type carries an attribute.</summary>
    public bool Has(ITypeSymbol type, AttributeKind kind)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (GetKind(attribute) == kind)
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>
    /// The definition and the manifest of a machine of another assembly, as its build emitted them. They are read from an attribute: the constants that the
    /// build task reads are private, and the reference assemblies that projects are compiled against have no private members.
    /// </summary>
    public (string? Definition, string? Manifest) FindDefinition(INamedTypeSymbol machine)
    {
        foreach (AttributeData attribute in machine.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _definitionAttribute) && attribute.ConstructorArguments.Length == 2)
            {
                return (attribute.ConstructorArguments[0].Value as string, attribute.ConstructorArguments[1].Value as string);
            }
        }

        return default;
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

    /// <summary>Whether a method is one that conditions begin with.</summary>
    public bool IsConditionFunction(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, _conditions);

    /// <summary>Whether a simple name means a function that conditions begin with, where no class around has a member of this name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it stands; it means the same in the whole namespace declaration.</param>
    internal bool IsConditionFunction(string name, SyntaxNode place)
    {
        SyntaxNode scope = place.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
        return _conditionFunctions.GetOrAdd((scope, name), key =>
        {
            ImmutableArray<ISymbol> found = GetSemanticModel(key.Scope.SyntaxTree).LookupSymbols(FindPosition(key.Scope), name: key.Name);
            return found.Length > 0 && found.All(symbol => symbol is IMethodSymbol method && IsConditionFunction(method));
        });
    }

    /// <summary>A place in a namespace declaration that sees its using directives, and is in no class.</summary>
    private static int FindPosition(SyntaxNode scope) => scope switch
    {
        BaseNamespaceDeclarationSyntax { Members.Count: > 0 } declaration => declaration.Members[0].SpanStart,
        CompilationUnitSyntax { Members.Count: > 0 } unit => unit.Members[0].SpanStart,
        _ => scope.SpanStart,
    };

    // RS1030 is for analyzers, which are handed a model for the member they look at; here members of other classes are read, in the generator too.
#pragma warning disable RS1030
    private SemanticModel GetModel(SyntaxTree tree) => Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    /// <summary>Whether an attribute says of which type a state is.</summary>
    public static bool IsStateType(AttributeKind kind) => kind is >= AttributeKind.Task and <= AttributeKind.Map;

    /// <summary>Whether an attribute sets the payload whose field it is called as.</summary>
    public static bool IsPayload(AttributeKind kind) => kind is >= AttributeKind.Parameters and <= AttributeKind.ItemSelector;

    /// <summary>The attribute that makes a type a state machine, or null.</summary>
    public AttributeData? FindStateMachine(ITypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (GetKind(attribute) == AttributeKind.StateMachine)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The name of the machine that a type is: the one that its attribute gives, or its own; null when it is no machine.</summary>
    public string? FindMachineName(ITypeSymbol type) => FindStateMachine(type) is { } attribute
        ? attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Name").Value.Value as string ?? type.Name
        : null;

    /// <summary>The type that a declaration declares.</summary>
    public INamedTypeSymbol? FindDeclared(TypeDeclarationSyntax declaration, System.Threading.CancellationToken cancellationToken) =>
        GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) as INamedTypeSymbol;
}
