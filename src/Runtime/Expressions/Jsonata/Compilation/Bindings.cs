using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>Finds the variables that expressions bind in the frame they are evaluated in.</summary>
internal static class Bindings
{
    /// <summary>Declares the variables that expressions bind themselves, rather than in blocks, functions or tuples of their own.</summary>
    public static void Declare(IEnumerable<Draft> drafts, LexicalScope scope)
    {
        foreach (Draft draft in drafts)
        {
            Declare(draft, scope, withStages: true);
        }
    }

    /// <summary>The same for the expression of a step that binds variables: what follows it is evaluated apart.</summary>
    public static void DeclareInStep(IEnumerable<Draft> drafts, LexicalScope scope)
    {
        foreach (Draft draft in drafts)
        {
            Declare(draft, scope, withStages: false);
        }
    }

    private static void Declare(Draft draft, LexicalScope scope, bool withStages)
    {
        if (draft.Steps is not null)
        {
            DeclareInPath(draft, scope);
            return;
        }

        if (draft.Syntax is JsonataBinding binding)
        {
            scope.Declare(binding.Variable.Name);
        }

        if (draft.Syntax is not (JsonataBlock or JsonataLambda))
        {
            Declare(draft.Parts, scope);
            Declare(draft.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }), scope);
        }

        Declare(draft.Predicates, scope);
        DeclareInGroup(draft, scope);
        if (withStages)
        {
            Declare(draft.Stages.Where(stage => stage.Condition is not null).Select(stage => stage.Condition!), scope);
        }
    }

    private static void DeclareInPath(Draft path, LexicalScope scope)
    {
        Declare(path.Steps!.TakeWhile(step => !step.IsTuple), scope);
        if (!path.Steps!.Any(step => step.IsTuple))
        {
            DeclareInGroup(path, scope);
        }
    }

    private static void DeclareInGroup(Draft draft, LexicalScope scope) =>
        Declare((draft.Group ?? []).SelectMany(pair => new[] { pair.Key, pair.Value }), scope);
}
