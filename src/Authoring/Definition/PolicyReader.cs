using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>
/// Reads the entries of Retry and Catch that apply to a state. A base class that is no state itself is a policy for the states that derive from it. C# does
/// not inherit attributes that may stand several times in an order that matters, so the base classes are walked here.
/// </summary>
internal static class PolicyReader
{
    public static ImmutableArray<Annotation> Read(INamedTypeSymbol type, Annotation stateType, ImmutableArray<Annotation> own, ReadingContext context)
    {
        ImmutableArray<Annotation> entries = [.. own.Where(static attribute => IsEntry(attribute.Kind))];
        return type.BaseType is { SpecialType: not SpecialType.System_Object } @base ? Merge(entries, ReadBase(@base, stateType, context)) : entries;
    }

    private static ImmutableArray<Annotation> ReadBase(INamedTypeSymbol type, Annotation stateType, ReadingContext context)
    {
        ImmutableArray<Annotation> entries = ImmutableArray<Annotation>.Empty;
        if (!context.Symbols.IsState(type))
        {
            entries =
            [
                .. type.GetAttributes()
                    .Where(attribute => IsEntry(context.Symbols.GetKind(attribute)))
                    .Select(attribute => AnnotationReader.ReadInherited(attribute, stateType.Syntax, context.Symbols, context.CancellationToken)!),
            ];
        }

        return type.BaseType is { SpecialType: not SpecialType.System_Object } @base ? Merge(entries, ReadBase(@base, stateType, context)) : entries;
    }

    /// <summary>
    /// The nearer class comes first, but an entry for States.ALL stays last, as AWS demands; one of the base class is then never reached and left out. The
    /// order in which one class writes its entries is not touched: a mistake in it is the user's to hear of.
    /// </summary>
    private static ImmutableArray<Annotation> Merge(ImmutableArray<Annotation> near, ImmutableArray<Annotation> far) =>
        [.. Merge(near, far, AttributeKind.Retry), .. Merge(near, far, AttributeKind.Catch)];

    private static List<Annotation> Merge(ImmutableArray<Annotation> near, ImmutableArray<Annotation> far, AttributeKind kind)
    {
        List<Annotation> merged = [.. near.Where(entry => entry.Kind == kind)];
        IEnumerable<Annotation> added = far.Where(entry => entry.Kind == kind);
        if (merged.Count > 0 && IsForAll(merged[merged.Count - 1]))
        {
            merged.InsertRange(merged.Count - 1, added.Where(static entry => !IsForAll(entry)));
        }
        else
        {
            merged.AddRange(added);
        }

        return merged;
    }

    private static bool IsEntry(AttributeKind kind) => kind is AttributeKind.Retry or AttributeKind.Catch;

    private static bool IsForAll(Annotation entry) => entry.Positional.Any(static error => error.Text == ErrorNames.All);
}
