using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>
/// Turns exception types into error names. The .NET Lambda runtime reports <c>GetType().Name</c> and Step Functions
/// compares exactly, so a base type stands for all the types derived from it that this compilation declares.
/// </summary>
public static class ErrorNameReader
{
    private static readonly ConditionalWeakTable<Compilation, ImmutableArray<INamedTypeSymbol>[]> s_exceptions = new();

    /// <summary>The names that an exception type stands for: its own first, then those of derived types in ordinal order.</summary>
    public static IEnumerable<string> GetNames(INamedTypeSymbol exception, KnownSymbols symbols, CancellationToken cancellationToken) =>
        new[] { exception.MetadataName }
            .Concat(GetDeclaredExceptions(symbols, cancellationToken)
                .Where(candidate => !SymbolEqualityComparer.Default.Equals(candidate, exception) && KnownSymbols.DerivesFrom(candidate, exception))
                .Select(static candidate => candidate.MetadataName)
                .OrderBy(static name => name, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a type is an exception.</summary>
    public static bool IsException(ITypeSymbol type, KnownSymbols symbols) =>
        symbols.Exception is { } exception && KnownSymbols.DerivesFrom(type, exception);

    private static ImmutableArray<INamedTypeSymbol> GetDeclaredExceptions(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        ImmutableArray<INamedTypeSymbol>[] holder = s_exceptions.GetValue(symbols.Compilation, static _ => new ImmutableArray<INamedTypeSymbol>[1]);
        if (holder[0].IsDefault)
        {
            ImmutableArray<INamedTypeSymbol>.Builder found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
            Collect(symbols.Compilation.Assembly.GlobalNamespace);
            holder[0] = found.ToImmutable();

            void Collect(INamespaceOrTypeSymbol container)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (ISymbol member in container.GetMembers())
                {
                    if (member is INamedTypeSymbol { IsAbstract: false } type && IsException(type, symbols))
                    {
                        found.Add(type);
                    }

                    if (member is INamespaceOrTypeSymbol nested)
                    {
                        Collect(nested);
                    }
                }
            }
        }

        return holder[0];
    }
}
