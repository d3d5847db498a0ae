using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.CodeFixes;

/// <summary>Changes of attributes that keep the layout of the user.</summary>
internal static class AttributeEdits
{
    /// <summary>Another attribute of ours, qualified as an existing one is: <c>X.Pass</c> makes <c>X.End</c>.</summary>
    public static AttributeSyntax CreateLike(AttributeSyntax model, SimpleNameSyntax name) => SyntaxFactory.Attribute(model.Name switch
    {
        QualifiedNameSyntax qualified => qualified.WithRight(name),
        AliasQualifiedNameSyntax alias => alias.WithName(name),
        _ => name,
    });

    /// <summary>A name with a type argument, such as <c>Next&lt;Second&gt;</c>.</summary>
    public static GenericNameSyntax Generic(string name, string argument) => SyntaxFactory.GenericName(
        SyntaxFactory.Identifier(name),
        SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(SyntaxFactory.IdentifierName(argument))));

    /// <summary>Adds an attribute to the brackets that an existing one stands in.</summary>
    public static void AddBeside(DocumentEdits edits, AttributeSyntax existing, AttributeSyntax added, bool isFirst) =>
        edits.Replace((AttributeListSyntax)existing.Parent!, list =>
        {
            // A comma is followed by a blank, and the first attribute carries none.
            SeparatedSyntaxList<AttributeSyntax> attributes = isFirst
                ? Join([added, .. list.Attributes])
                : Join([.. list.Attributes, added]);
            return list.WithAttributes(attributes);

            SeparatedSyntaxList<AttributeSyntax> Join(AttributeSyntax[] all)
            {
                SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
                return SyntaxFactory.SeparatedList(
                    all,
                    isFirst ? [comma, .. list.Attributes.GetSeparators()] : [.. list.Attributes.GetSeparators(), comma]);
            }
        });

    /// <summary>Removes an attribute, with its brackets when it stands there alone.</summary>
    public static void Remove(DocumentEdits edits, params AttributeSyntax[] attributes)
    {
        foreach (IGrouping<SyntaxNode, AttributeSyntax> list in attributes.GroupBy(static attribute => attribute.Parent!))
        {
            var brackets = (AttributeListSyntax)list.Key;
            if (list.Count() == brackets.Attributes.Count)
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
}
