using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Completion;

namespace StateMachineGen.Completion;

/// <summary>The names of errors that C# knows: what a handler throws, and the catalogue of the runtime.</summary>
internal static class KnownErrors
{
    /// <summary>The errors of a state's task.</summary>
    /// <param name="type">The state's class, or the class whose policy it is.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="model">The model of the file at the caret; throws in other files are left out, as they would have to be bound anew.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static ImmutableArray<Suggestion> Of(INamedTypeSymbol type, KnownSymbols symbols, SemanticModel model, CancellationToken cancellationToken) =>
    [
        .. type.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == model.SyntaxTree)
            .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<ObjectCreationExpressionSyntax>()
            .Where(static creation => creation.Parent is ThrowStatementSyntax or ThrowExpressionSyntax)
            .Select(creation => model.GetTypeInfo(creation, cancellationToken).Type)
            .OfType<INamedTypeSymbol>()
            .Select(exception => new Suggestion(exception.MetadataName, SuggestionKind.Error, "", $"is thrown by {type.Name}")),
        .. Catalogue(symbols),
    ];

    private static ImmutableArray<Suggestion> Catalogue(KnownSymbols symbols) =>
    [
        .. (symbols.Compilation.GetTypeByMetadataName(KnownSymbols.Namespace + ".Errors")?.GetTypeMembers() ?? ImmutableArray<INamedTypeSymbol>.Empty)
            .SelectMany(static group => group.GetMembers().OfType<IFieldSymbol>())
            .Where(static constant => constant.ConstantValue is string)
            .Select(static constant => new Suggestion((string)constant.ConstantValue!, SuggestionKind.Error, "", Documentation.SummaryOf(constant))),
    ];
}
