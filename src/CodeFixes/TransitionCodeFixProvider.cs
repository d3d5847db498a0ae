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
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Adds what is missing of <c>[StartAt]</c>, <c>[Next]</c> and <c>[End]</c>, and removes what is too much.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TransitionCodeFixProvider)), Shared]
public sealed class TransitionCodeFixProvider() : MachineCodeFixProvider(
    TransitionRules.MissingStartAt.Id, AuthoringRules.SeveralStartAt.Id, TransitionRules.MissingTransition.Id, TransitionRules.NextAndEnd.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        List<Offer> offers = [];
        if (diagnostic.Id == TransitionRules.MissingStartAt.Id)
        {
            if (context.Scope?.States.FirstOrDefault() is { } first && context.Find(first.Attribute) is { } type)
            {
                AttributeSyntax startAt = AttributeEdits.CreateLike(type, SyntaxFactory.IdentifierName("StartAt"));
                offers.Add(new Offer($"Start at '{first.Type.Name}'", "AddStartAt", edits => AttributeEdits.AddBeside(edits, type, startAt, isFirst: true), MayReveal: true));
            }
        }
        else if (diagnostic.Id == AuthoringRules.SeveralStartAt.Id)
        {
            AddRemoval(AttributeKind.StartAt, "[StartAt]", "RemoveStartAt");
        }
        else if (diagnostic.Id == TransitionRules.NextAndEnd.Id)
        {
            AddRemoval(AttributeKind.End, "[End]", "RemoveEnd");
            AddRemoval(AttributeKind.Next, "[Next]", "RemoveNext");
        }
        else if (context.State is { } state && context.Find(state.Attribute) is { } type)
        {
            ImmutableArray<AuthoredState> siblings = context.Machine.FindScope(state).States;
            if (siblings.IndexOf(state) + 1 is var following && following < siblings.Length)
            {
                string target = siblings[following].Type.Name;
                AttributeSyntax next = AttributeEdits.CreateLike(type, AttributeEdits.Generic("Next", target));
                offers.Add(new Offer($"Go on from '{state.Type.Name}' to '{target}'", "AddNext", edits => AttributeEdits.AddBeside(edits, type, next, isFirst: false), MayReveal: true));
            }

            AttributeSyntax end = AttributeEdits.CreateLike(type, SyntaxFactory.IdentifierName("End"));
            offers.Add(new Offer($"End after '{state.Type.Name}'", "AddEnd", edits => AttributeEdits.AddBeside(edits, type, end, isFirst: false), MayReveal: true));
        }

        return offers;

        void AddRemoval(AttributeKind kind, string shown, string key)
        {
            if (context.State is { } state && context.Find(state, kind) is { } attribute)
            {
                offers.Add(new Offer($"Remove {shown} from '{state.Type.Name}'", key, edits => AttributeEdits.Remove(edits, attribute)));
            }
        }
    }
}
