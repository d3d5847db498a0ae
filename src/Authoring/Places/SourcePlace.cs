using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>
/// Where something of the definition stands in the C# source. Syntax is only looked at when a diagnostic asks for the
/// location, so that the generator, which never does, pays nothing for it.
/// </summary>
public abstract class SourcePlace
{
    /// <summary>The characters to point at.</summary>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public abstract Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken);

    /// <summary>The place of characters inside a value that stands here.</summary>
    /// <param name="range">The characters, counted in the value.</param>
    public virtual SourcePlace Within(TextRange range) => this;

    /// <summary>The place of characters of the string that a node here is.</summary>
    /// <param name="range">The characters, counted in the node's value.</param>
    public virtual SourcePlace WithinText(TextRange range) => this;

    /// <summary>The change of the source that a correction of a node here is; null when the source does not spell out what is corrected.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public virtual SourceEdit? Rewrite(Correction correction, KnownSymbols symbols, CancellationToken cancellationToken) => null;
}

/// <summary>The name of a declared symbol.</summary>
/// <param name="symbol">The symbol.</param>
public sealed class SymbolPlace(ISymbol symbol) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) =>
        symbol.Locations.FirstOrDefault(static location => !GeneratedSource.IsGenerated(location.SourceTree)) ?? Location.None;
}

/// <summary>A place that is known already.</summary>
/// <param name="location">The place.</param>
public sealed class FixedPlace(Location location) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) => location;
}

/// <summary>The name in one declaration of a type that has several.</summary>
/// <param name="declaration">The declaration.</param>
public sealed class DeclarationPlace(SyntaxReference declaration) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) =>
        declaration.GetSyntax(cancellationToken) is BaseTypeDeclarationSyntax type ? type.Identifier.GetLocation() : Location.None;
}

/// <summary>The name of the class that carries an attribute, in the declaration where the attribute stands.</summary>
/// <param name="attribute">The attribute.</param>
public sealed class CarrierPlace(Annotation attribute) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) =>
        attribute.Syntax.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation() ?? attribute.Syntax.GetLocation();
}

/// <summary>An attribute as a whole, without its brackets.</summary>
/// <param name="attribute">The attribute.</param>
public sealed class AttributePlace(Annotation attribute) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) => attribute.Syntax.GetLocation();
}

/// <summary>Something in the states of another machine that were copied; it is pointed at where that machine is named.</summary>
/// <param name="attribute">The attribute that names the machine.</param>
public sealed class BodyPlace(Annotation attribute) : SourcePlace
{
    /// <summary>The class of the other machine.</summary>
    public INamedTypeSymbol? Machine => attribute.Target as INamedTypeSymbol;

    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) => new TargetPlace(attribute).GetLocation(symbols, cancellationToken);
}

/// <summary>The type argument of an attribute: the target of a transition, or a machine.</summary>
/// <param name="attribute">The attribute.</param>
public sealed class TargetPlace(Annotation attribute) : SourcePlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (attribute.IsForeign)
        {
            return attribute.Syntax.GetLocation();
        }

        NameSyntax name = attribute.Syntax.Name;
        GenericNameSyntax? generic = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right as GenericNameSyntax,
            AliasQualifiedNameSyntax qualified => qualified.Name as GenericNameSyntax,
            _ => name as GenericNameSyntax,
        };
        return generic?.TypeArgumentList.Arguments.FirstOrDefault()?.GetLocation() ?? attribute.Syntax.GetLocation();
    }
}

/// <summary>An expression, whose value may be a string with characters of its own to point at.</summary>
public abstract class ExpressionPlace : SourcePlace
{
    /// <inheritdoc/>
    public override SourcePlace Within(TextRange range) => new LiteralPlace(this, range);

    /// <inheritdoc/>
    public override SourcePlace WithinText(TextRange range) => new LiteralPlace(this, node: null, range);

    /// <inheritdoc/>
    public override SourceEdit? Rewrite(Correction correction, KnownSymbols symbols, CancellationToken cancellationToken) =>
        new LiteralPlace(this, node: null, within: null).Rewrite(correction, symbols, cancellationToken);

    /// <summary>
    /// The expression's text as it is meant: a literal over several lines has the newlines of its file, which differ from
    /// checkout to checkout, while a definition is the same everywhere. Escapes of a literal stay what they are; in a constant or a
    /// concatenation they cannot be told from the file's newlines.
    /// </summary>
    internal string Normalize(string text) => KeepsNewlines(text) ? text : text.Replace("\r\n", "\n");

    /// <summary>Where a range of a normalized text stands in the text as it was, of which it is what follows a start.</summary>
    internal TextRange Denormalize(string text, int start, TextRange range)
    {
        if (KeepsNewlines(text))
        {
            return new TextRange(start + range.Start, range.Length);
        }

        int first = Denormalize(text, start, range.Start);
        return new TextRange(first, Denormalize(text, first, range.Length) - first);
    }

    private static int Denormalize(string text, int start, int count)
    {
        int position = start;
        for (int i = 0; i < count; i++)
        {
            position += position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n' ? 2 : 1;
        }

        return position;
    }

    private bool KeepsNewlines(string text) =>
        text.IndexOf('\r') < 0 || (GetExpression() is LiteralExpressionSyntax { Token: var token }
            && !token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
            && !token.Text.StartsWith("@", System.StringComparison.Ordinal));

    internal abstract ExpressionSyntax? GetExpression();
}

/// <summary>An expression in a member of a class.</summary>
/// <param name="expression">The expression.</param>
public sealed class MemberExpressionPlace(ExpressionSyntax expression) : ExpressionPlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) => expression.GetLocation();

    internal override ExpressionSyntax GetExpression() => expression;
}

/// <summary>An argument of an attribute, or one of several that make up a params array.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="property">The property that the argument sets, or null for a constructor's argument.</param>
/// <param name="index">The number of the constructor's argument.</param>
public sealed class ArgumentPlace(Annotation attribute, string? property, int index = 0) : ExpressionPlace
{
    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) =>
        GetExpression()?.GetLocation() ?? attribute.Syntax.GetLocation();

    internal override ExpressionSyntax? GetExpression()
    {
        if (attribute.IsForeign || attribute.Syntax.ArgumentList is not { Arguments: var arguments })
        {
            return null;
        }

        if (property is not null)
        {
            return arguments.LastOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression;
        }

        int position = 0;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (argument.NameEquals is null && (argument.NameColon is { } named ? FindParameter(named) : position++) == index)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    /// <summary>Only <c>[Field]</c> has more than one parameter.</summary>
    private static int FindParameter(NameColonSyntax named) => named.Name.Identifier.ValueText == "json" ? 1 : 0;
}

/// <summary>Characters inside the string that an expression writes.</summary>
public sealed class LiteralPlace : SourcePlace
{
    private readonly ExpressionPlace _expression;
    private readonly TextRange? _node;
    private readonly TextRange? _within;

    /// <summary>A node that was read from the literal's value.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="range">Where the node stands in the literal's value.</param>
    public LiteralPlace(ExpressionPlace expression, TextRange range)
        : this(expression, range, within: null)
    {
    }

    /// <summary>Characters of a string.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="node">Where the string stands in the literal's value as JSON or as an expression; null when it is the literal's value.</param>
    /// <param name="within">The characters, counted in the string.</param>
    internal LiteralPlace(ExpressionPlace expression, TextRange? node, TextRange? within)
    {
        _expression = expression;
        _node = node;
        _within = within;
    }

    /// <inheritdoc/>
    public override SourcePlace WithinText(TextRange range) => new LiteralPlace(_expression, _node, range);

    /// <inheritdoc/>
    public override Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (_expression.GetExpression() is not { } expression)
        {
            return _expression.GetLocation(symbols, cancellationToken);
        }

        var map = StringExpressionMap.Create(expression, symbols, cancellationToken);
        return _node is { } node && node.End > map.Value.Length
            ? _expression.GetLocation(symbols, cancellationToken)
            : Location.Create(expression.SyntaxTree, map.ToSource(FindRange(map.Value, _within)));
    }

    /// <inheritdoc/>
    public override SourceEdit? Rewrite(Correction correction, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (_expression.GetExpression() is not { } expression)
        {
            return null;
        }

        var map = StringExpressionMap.Create(expression, symbols, cancellationToken);
        if (_node is { } node && node.End > map.Value.Length)
        {
            return null;
        }

        bool isJson = IsJsonString(map.Value);
        TextRange range = FindRange(map.Value, correction.Within);
        // The expression at a member's place can be its value, in which nothing of its name is written.
        bool isWritten = isJson || (range.End <= map.Value.Length && map.Value.Substring(range.Start, range.Length) == correction.Before);
        return isWritten && map.Rewrite(range, isJson ? correction.JsonText : correction.Text) is { } edit
            ? new SourceEdit(expression.SyntaxTree, edit.Span, edit.Text)
            : null;
    }

    private bool IsJsonString(string value) => _node is { } node && value[node.Start] == '"';

    private TextRange FindRange(string value, TextRange? within) => (_node, within) switch
    {
        ({ } node, null) => node,
        ({ } node, { } part) when IsJsonString(value) => JsonStringMap.Locate(value, node, part),
        _ => _expression.Denormalize(value, _node?.Start ?? 0, within!.Value),
    };
}
