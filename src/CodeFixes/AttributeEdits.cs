using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.CodeFixes;

/// <summary>Changes of attributes that keep the layout of the user.</summary>
internal static class AttributeEdits
{
    private static SyntaxToken Comma => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>Another attribute of ours, qualified as an existing one is: <c>X.Pass</c> makes <c>X.End</c>.</summary>
    public static AttributeSyntax CreateLike(AttributeSyntax model, SimpleNameSyntax name) => SyntaxFactory.Attribute(model.Name switch
    {
        QualifiedNameSyntax qualified => qualified.WithRight(name),
        AliasQualifiedNameSyntax alias => alias.WithName(name),
        _ => name,
    });

    /// <summary>An expression that begins with a type of ours, qualified as an attribute is.</summary>
    public static ExpressionSyntax ExpressionLike(AttributeSyntax model, string expression) =>
        SyntaxFactory.ParseExpression((model.Name is QualifiedNameSyntax qualified ? qualified.Left + "." : "") + expression);

    /// <summary>The name of an attribute without what qualifies it.</summary>
    public static SimpleNameSyntax NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        var name => (SimpleNameSyntax)name,
    };

    /// <summary>The attribute under another name.</summary>
    public static AttributeSyntax Rename(AttributeSyntax attribute, string name) =>
        attribute.ReplaceToken(NameOf(attribute).Identifier, SyntaxFactory.Identifier(name).WithTriviaFrom(NameOf(attribute).Identifier));

    /// <summary>A name with a type argument, such as <c>Next&lt;Second&gt;</c>.</summary>
    public static GenericNameSyntax Generic(string name, string argument) => SyntaxFactory.GenericName(
        SyntaxFactory.Identifier(name),
        SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(SyntaxFactory.IdentifierName(argument))));

    /// <summary>An argument that sets a property.</summary>
    public static AttributeArgumentSyntax Property(string name, ExpressionSyntax value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
        nameColon: null,
        value);

    /// <summary>The attribute with one more argument.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="added">The argument.</param>
    /// <param name="index">Where it is put; at the end when not given.</param>
    public static AttributeSyntax Insert(AttributeSyntax attribute, AttributeArgumentSyntax added, int? index = null)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        int at = index ?? list.Arguments.Count;
        SyntaxToken[] commas = [.. list.Arguments.GetSeparators()];
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(
            [.. list.Arguments.Take(at), added, .. list.Arguments.Skip(at)],
            list.Arguments.Count == 0 ? [] : at == 0 ? [Comma, .. commas] : [.. commas.Take(at - 1), Comma, .. commas.Skip(at - 1)])));
    }

    /// <summary>Adds an attribute to the brackets that an existing one stands in.</summary>
    public static void AddBeside(DocumentEdits edits, AttributeSyntax existing, AttributeSyntax added, bool isFirst) =>
        edits.Replace((AttributeListSyntax)existing.Parent!, list => list.WithAttributes(isFirst
            // A comma is followed by a blank, and the first attribute carries none.
            ? SyntaxFactory.SeparatedList([added, .. list.Attributes], [Comma, .. list.Attributes.GetSeparators()])
            : SyntaxFactory.SeparatedList([.. list.Attributes, added], [.. list.Attributes.GetSeparators(), Comma])));

    /// <summary>Removes an attribute, with its brackets when it stands there alone.</summary>
    public static void Remove(DocumentEdits edits, params AttributeSyntax[] attributes)
    {
        foreach (IGrouping<SyntaxNode, AttributeSyntax> list in attributes.GroupBy(static attribute => attribute.Parent!))
        {
            var brackets = (AttributeListSyntax)list.Key;
            if (brackets.Attributes.All(attribute => list.Contains(attribute) || edits.IsRemoved(attribute)))
            {
                // What precedes the brackets (documentation, the indentation) belongs to the class; the line ends after them.
                bool endsLine = brackets.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
                bool isFirst = (brackets.Parent as MemberDeclarationSyntax)?.AttributeLists.FirstOrDefault() == brackets;
                edits.Remove(brackets, endsLine && !isFirst ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepLeadingTrivia);
                continue;
            }

            foreach (AttributeSyntax attribute in list)
            {
                edits.Remove(attribute, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }
    }

    /// <summary>Removes an argument, with the parentheses when it stands there alone.</summary>
    public static void Remove(DocumentEdits edits, AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        bool isLast = list.Arguments.All(other => other == argument || edits.IsRemoved(other));
        edits.Remove(isLast ? list : argument, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
