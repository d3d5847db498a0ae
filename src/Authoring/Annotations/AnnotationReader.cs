using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>
/// Reads the attributes of the states of a scope. Binding attributes is by far the dearest thing that is asked of the
/// compiler, and the states of one machine say the same things over and over. So what a name or an expression means is
/// learned from the compiler where it first occurs, and from then on an attribute that consists of learned names, literals
/// and states of the scope is read from its syntax. The states of one declaration share one scope, in which equal
/// text has equal meaning; whatever is not plainly so is left to the compiler.
/// </summary>
internal sealed class AnnotationReader(INamedTypeSymbol scope, KnownSymbols symbols, CancellationToken cancellationToken)
{
    private readonly Dictionary<SyntaxNode, Scope> _scopes = [];
    private readonly Dictionary<string, INamedTypeSymbol> _siblings = FindSiblings(scope);

    /// <summary>Whether an attribute was met whose name means nothing.</summary>
    public bool HasUnknownNames { get; private set; }

    /// <summary>Our attributes on a class, in the order of the source: by file path, then position.</summary>
    public ImmutableArray<Annotation> Read(INamedTypeSymbol type)
    {
        List<AttributeSyntax> written = FindAttributes(type);
        if (written.Count == 0)
        {
            return ImmutableArray<Annotation>.Empty;
        }

        ImmutableArray<Annotation>.Builder attributes = ImmutableArray.CreateBuilder<Annotation>(written.Count);
        foreach (AttributeSyntax syntax in written)
        {
            if (!TryRead(syntax, out Annotation? attribute))
            {
                return ReadBound(type);
            }

            if (attribute is not null)
            {
                attributes.Add(attribute);
            }
        }

        return attributes.ToImmutable();
    }

    /// <summary>Reads what the compiler bound.</summary>
    public static Annotation? Read(AttributeData data, KnownSymbols symbols, CancellationToken cancellationToken) =>
        data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax ? Read(data, syntax, symbols) : null;

    /// <summary>Reads what the compiler bound on a base class, which may be of another assembly and without syntax.</summary>
    public static Annotation? ReadInherited(AttributeData data, AttributeSyntax carrier, KnownSymbols symbols, CancellationToken cancellationToken) =>
        Read(data, symbols, cancellationToken) ?? (Read(data, carrier, symbols) is { } read ? read with { IsForeign = true } : null);

    private static Annotation? Read(AttributeData data, AttributeSyntax syntax, KnownSymbols symbols)
    {
        AttributeKind kind = symbols.GetKind(data);
        if (kind == AttributeKind.None)
        {
            return null;
        }

        bool takesMany = kind is AttributeKind.Catch or AttributeKind.Retry;
        ImmutableArray<AnnotationValue> positional = takesMany && data.ConstructorArguments.Length == 1 && data.ConstructorArguments[0] is { Kind: TypedConstantKind.Array } errors
            ? (errors.IsNull ? ImmutableArray<AnnotationValue>.Empty : [.. errors.Values.Select(AnnotationValue.From)])
            : [.. data.ConstructorArguments.Select(AnnotationValue.From)];
        ImmutableArray<KeyValuePair<string, AnnotationValue>> named =
            [.. data.NamedArguments.Select(static argument => new KeyValuePair<string, AnnotationValue>(argument.Key, AnnotationValue.From(argument.Value)))];
        return new Annotation(
            kind,
            syntax,
            data.AttributeClass is { IsGenericType: true, TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null,
            positional,
            named,
            IsComplete: data.AttributeConstructor is not null
                && !named.Any(static argument => argument.Value.IsError)
                && (data.ApplicationSyntaxReference is null || named.Length == CountNamed(syntax)));
    }

    /// <summary>The compiler leaves out arguments whose names no property has.</summary>
    private static int CountNamed(AttributeSyntax syntax) =>
        syntax.ArgumentList?.Arguments.Count(static argument => argument.NameEquals is not null) ?? 0;

    /// <summary>Our attributes on a class, each bound by the compiler.</summary>
    public ImmutableArray<Annotation> ReadBound(INamedTypeSymbol type)
    {
        ImmutableArray<Annotation>.Builder attributes = ImmutableArray.CreateBuilder<Annotation>();
        foreach (AttributeData data in type.GetAttributes())
        {
            Annotation? attribute = Read(data, symbols, cancellationToken);
            if (HalfWrittenTypes.HasUnknownName(data))
            {
                HasUnknownNames = true;
            }
            else if (data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax)
            {
                Learn(syntax, symbols.GetKind(data), attribute);
            }

            if (attribute is not null)
            {
                attributes.Add(attribute);
            }
        }

        return type.DeclaringSyntaxReferences.Length > 1
            ? [.. attributes.OrderBy(static attribute => new SourcePosition(attribute.Syntax.GetReference()), SourcePosition.Comparer)]
            : attributes.ToImmutable();
    }

    private List<AttributeSyntax> FindAttributes(INamedTypeSymbol type)
    {
        List<AttributeSyntax> attributes = [];
        IEnumerable<SyntaxReference> references = type.DeclaringSyntaxReferences.Length > 1
            ? type.DeclaringSyntaxReferences.OrderBy(static reference => new SourcePosition(reference), SourcePosition.Comparer)
            : type.DeclaringSyntaxReferences;
        foreach (SyntaxReference reference in references)
        {
            if (reference.GetSyntax(cancellationToken) is MemberDeclarationSyntax declaration)
            {
                foreach (AttributeListSyntax list in declaration.AttributeLists)
                {
                    attributes.AddRange(list.Attributes);
                }
            }
        }

        return attributes;
    }

    private bool TryRead(AttributeSyntax syntax, out Annotation? attribute)
    {
        attribute = null;
        Scope scope = GetScope(syntax);
        if (syntax.Parent is AttributeListSyntax { Target: not null } || !scope.Kinds.TryGetValue(KeyOf(syntax.Name), out AttributeKind kind))
        {
            return false;
        }

        if (kind == AttributeKind.None)
        {
            return true;
        }

        if (!TryReadTarget(syntax.Name, out ITypeSymbol? target)
            || !TryReadArguments(syntax, scope, out ImmutableArray<AnnotationValue> positional, out ImmutableArray<KeyValuePair<string, AnnotationValue>> named))
        {
            return false;
        }

        Annotation read = new(kind, syntax, target, positional, named, IsComplete: true);
        if (!scope.Shapes.Contains(PositionalShape(read)) || !read.Named.All(argument => scope.Shapes.Contains(NamedShape(read, argument))))
        {
            return false;
        }

        attribute = read;
        return true;
    }

    private bool TryReadTarget(NameSyntax name, out ITypeSymbol? target)
    {
        target = null;
        if (name is IdentifierNameSyntax)
        {
            return true;
        }

        // A class's own nested types come before everything else that a simple name could mean in it.
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0] is IdentifierNameSyntax argument
            && _siblings.TryGetValue(argument.Identifier.ValueText, out INamedTypeSymbol? sibling))
        {
            target = sibling;
            return true;
        }

        return false;
    }

    private static bool TryReadArguments(
        AttributeSyntax syntax,
        Scope scope,
        out ImmutableArray<AnnotationValue> positional,
        out ImmutableArray<KeyValuePair<string, AnnotationValue>> named)
    {
        positional = ImmutableArray<AnnotationValue>.Empty;
        named = ImmutableArray<KeyValuePair<string, AnnotationValue>>.Empty;
        if (syntax.ArgumentList is not { Arguments.Count: > 0 and var count } list)
        {
            return true;
        }

        ImmutableArray<AnnotationValue>.Builder values = ImmutableArray.CreateBuilder<AnnotationValue>(count);
        ImmutableArray<KeyValuePair<string, AnnotationValue>>.Builder properties = ImmutableArray.CreateBuilder<KeyValuePair<string, AnnotationValue>>(count);
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameColon is not null || !TryReadValue(argument, scope, out AnnotationValue value))
            {
                return false;
            }

            if (argument.NameEquals is { } property)
            {
                properties.Add(new(property.Name.Identifier.ValueText, value));
            }
            else
            {
                values.Add(value);
            }
        }

        positional = values.ToImmutable();
        named = properties.ToImmutable();
        return true;
    }

    private static bool TryReadValue(AttributeArgumentSyntax argument, Scope scope, out AnnotationValue value)
    {
        switch (argument.Expression.Kind())
        {
            case SyntaxKind.StringLiteralExpression:
                value = AnnotationValue.Constant(((LiteralExpressionSyntax)argument.Expression).Token.ValueText);
                return true;
            case SyntaxKind.NumericLiteralExpression when ((LiteralExpressionSyntax)argument.Expression).Token.Value is int or double:
                value = AnnotationValue.Constant(((LiteralExpressionSyntax)argument.Expression).Token.Value);
                return true;
            default:
                return scope.Values.TryGetValue(KeyOf(argument), out value);
        }
    }

    /// <summary>Remembers what the compiler made of an attribute's name and of those of its arguments that are no literals.</summary>
    private void Learn(AttributeSyntax syntax, AttributeKind kind, Annotation? attribute)
    {
        Scope scope = GetScope(syntax);
        scope.Kinds[KeyOf(syntax.Name)] = kind;
        if (attribute is not { IsComplete: true })
        {
            return;
        }

        if (syntax.ArgumentList is not { } list)
        {
            LearnShapes(scope, syntax, attribute);
            return;
        }

        if (list.Arguments.Any(static argument => argument.NameColon is not null))
        {
            return;
        }

        AttributeArgumentSyntax[] positional = [.. list.Arguments.Where(static argument => argument.NameEquals is null)];
        for (int i = 0; i < positional.Length && positional.Length == attribute.Positional.Length; i++)
        {
            Learn(scope, positional[i], attribute.Positional[i]);
        }

        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameEquals is { } property)
            {
                Learn(scope, argument, attribute.Find(property.Name.Identifier.ValueText));
            }
        }

        LearnShapes(scope, syntax, attribute);
    }

    /// <summary>
    /// Remembers which kinds of arguments the compiler took as they stand. A literal that it converts to something else, or
    /// refuses, is not read from syntax the next time either.
    /// </summary>
    private static void LearnShapes(Scope scope, AttributeSyntax syntax, Annotation bound)
    {
        if (!TryReadArguments(syntax, scope, out ImmutableArray<AnnotationValue> positional, out ImmutableArray<KeyValuePair<string, AnnotationValue>> named))
        {
            return;
        }

        Annotation read = bound with { Positional = positional, Named = named };
        if (positional.Length == bound.Positional.Length && positional.Zip(bound.Positional, static (one, other) => one.SaysTheSameAs(other)).All(static same => same))
        {
            scope.Shapes.Add(PositionalShape(read));
        }

        foreach (KeyValuePair<string, AnnotationValue> argument in named)
        {
            if (argument.Value.SaysTheSameAs(bound.Find(argument.Key)))
            {
                scope.Shapes.Add(NamedShape(read, argument));
            }
        }
    }

    private static string PositionalShape(Annotation attribute) => attribute.Kind + "(" + string.Join(",", attribute.Positional.Select(static value => value.Shape)) + ")";

    private static string NamedShape(Annotation attribute, KeyValuePair<string, AnnotationValue> argument) => attribute.Kind + "." + argument.Key + "=" + argument.Value.Shape;

    private static void Learn(Scope scope, AttributeArgumentSyntax argument, AnnotationValue value)
    {
        // One null as the only argument of a params array is the array itself, so the same text can mean two things.
        if (value.IsPresent && !value.IsError && !(value.IsNull && argument.NameEquals is null))
        {
            scope.Values[KeyOf(argument)] = value;
        }
    }

    private Scope GetScope(AttributeSyntax syntax)
    {
        SyntaxNode declaration = syntax.Parent!.Parent!.Parent!;
        if (!_scopes.TryGetValue(declaration, out Scope? scope))
        {
            _scopes.Add(declaration, scope = new Scope());
        }

        return scope;
    }

    /// <summary>The name without its type argument, which is read for itself.</summary>
    private static string KeyOf(NameSyntax name) => name is GenericNameSyntax generic
        ? generic.Identifier.ValueText + "`" + generic.Arity
        : name.ToString();

    /// <summary>An expression is converted to the type of its property, so the property's name belongs to its meaning.</summary>
    private static string KeyOf(AttributeArgumentSyntax argument) => argument.NameEquals is null
        ? argument.Expression.ToString()
        : argument.NameEquals.Name.Identifier.ValueText + "=" + argument.Expression;

    private static Dictionary<string, INamedTypeSymbol> FindSiblings(INamedTypeSymbol scope)
    {
        Dictionary<string, INamedTypeSymbol> siblings = new(System.StringComparer.Ordinal);
        foreach (INamedTypeSymbol nested in scope.GetTypeMembers())
        {
            if (nested.Arity == 0)
            {
                siblings[nested.Name] = nested;
            }
        }

        return siblings;
    }

    /// <summary>What the names and expressions of one declaration mean.</summary>
    private sealed class Scope
    {
        public Dictionary<string, AttributeKind> Kinds { get; } = new(System.StringComparer.Ordinal);

        public Dictionary<string, AnnotationValue> Values { get; } = new(System.StringComparer.Ordinal);

        public HashSet<string> Shapes { get; } = new(System.StringComparer.Ordinal);
    }
}
