using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Says where a Choice goes when no rule is true: to a state that fails, to the next one, or to a new one that fails.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DefaultCodeFixProvider)), Shared]
public sealed class DefaultCodeFixProvider() : MachineCodeFixProvider(ChoiceAnalysisRules.ChoiceWithoutDefault.Id)
{
    /// <summary>A list that is longer than this is no help.</summary>
    private const int MaxTargets = 4;

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.State is not { } choice || context.Find(choice.Attribute) is not { } attribute)
        {
            yield break;
        }

        ImmutableArray<AuthoredState> siblings = context.Machine.FindScope(choice).States;
        IEnumerable<AuthoredState> targets = siblings.Where(static state => state.StateType == StateType.Fail)
            .Concat(siblings.Skip(siblings.IndexOf(choice) + 1).Take(1))
            .Distinct()
            .Take(MaxTargets);
        foreach (AuthoredState target in targets)
        {
            yield return new Offer(
                $"Go to '{target.Type.Name}' when no rule is true",
                "AddDefault:" + target.Type.Name,
                edits => AddDefault(edits, attribute, target.Type.Name));
        }

        string name = choice.Type.Name + "Unmatched";
        if (attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && NameRules.CheckStateName(name) is null
            && choice.Type.ContainingType.GetMembers(name).IsEmpty
            && context.Machine.States.All(state => state.Name != name))
        {
            yield return new Offer("Fail when no rule is true", "AddFail", edits =>
            {
                AddDefault(edits, attribute, name);
                edits.InsertAfter(declaration, CreateFail(attribute, declaration, choice.Type.Name, name));
            });
        }
    }

    private static void AddDefault(DocumentEdits edits, AttributeSyntax choice, string target) =>
        AttributeEdits.AddBeside(edits, choice, AttributeEdits.CreateLike(choice, AttributeEdits.Generic("Default", target)), isFirst: false);

    /// <summary>A Fail state that is declared as the Choice is, in lines of its own when that is.</summary>
    private static ClassDeclarationSyntax CreateFail(AttributeSyntax choice, TypeDeclarationSyntax declaration, string choiceName, string name)
    {
        AttributeSyntax fail = AttributeEdits.CreateLike(choice, SyntaxFactory.IdentifierName("Fail"));
        string source = $"[{fail.Name}(Error = \"NoRuleMatched\", Cause = \"No rule of {choiceName} is true.\")] {declaration.Modifiers.ToString()} class {name};";
        var created = (ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(source, options: declaration.SyntaxTree.Options)!;
        SyntaxTriviaList trailing = declaration.GetTrailingTrivia();
        SyntaxTrivia lineEnd = trailing.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lineEnd.IsKind(SyntaxKind.EndOfLineTrivia)
            ? created.WithLeadingTrivia(Indentation(declaration).Insert(0, lineEnd)).WithTrailingTrivia(lineEnd)
            : created.WithTrailingTrivia(SyntaxFactory.Space);
    }

    private static SyntaxTriviaList Indentation(TypeDeclarationSyntax declaration) =>
        [.. declaration.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)];
}
