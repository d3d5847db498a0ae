using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>Checks the exception types that entries of Retry and Catch name: Step Functions compares names, and knows nothing of what derives from what.</summary>
internal sealed class ErrorTypeChecks(AuthoredMachine machine, Action<Rule, SourcePlace, ImmutableArray<string>> report, CancellationToken cancellationToken)
{
    public void Check()
    {
        // An entry of a base class belongs to many states.
        HashSet<SyntaxNode> seen = [];
        foreach (Annotation entry in machine.States.SelectMany(static state => state.ErrorHandling))
        {
            if (entry.IsForeign || !seen.Add(entry.Syntax))
            {
                continue;
            }

            for (int i = 0; i < entry.Positional.Length; i++)
            {
                if (entry.Positional[i].Type is INamedTypeSymbol type && ErrorNameReader.IsException(type, machine.Symbols))
                {
                    Check(type, new ArgumentPlace(entry, property: null, i));
                }
            }
        }
    }

    private void Check(INamedTypeSymbol type, SourcePlace place)
    {
        if (IsOfEverything(type))
        {
            report(CSharpRules.BaseOfAllExceptions, place, [type.Name]);
        }
        else if (type.IsAbstract && ErrorNameReader.GetNames(type, machine.Symbols, cancellationToken).Take(2).Count() == 1)
        {
            report(CSharpRules.AbstractException, place, [type.Name]);
        }
    }

    /// <summary>The types that all exceptions derive from, or all of the platform. Nobody throws them themselves.</summary>
    private bool IsOfEverything(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, machine.Symbols.Exception)
        || (type.Name == "SystemException" && SymbolEqualityComparer.Default.Equals(type.BaseType, machine.Symbols.Exception) && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
}
