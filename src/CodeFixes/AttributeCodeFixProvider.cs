using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.CodeFixes;

/// <summary>Removes attributes that say nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeCodeFixProvider)), Shared]
public sealed class AttributeCodeFixProvider() : MachineCodeFixProvider(MisplacedAttribute, FieldTwice)
{
    // Rules of C# alone belong to the analyzers, which this assembly does not reference.
    private const string MisplacedAttribute = "SMG1023";
    private const string FieldTwice = "SMG1024";

    private protected override Task<IReadOnlyList<Offer>> GetOffersAsync(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Offer>>(context.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            ? [new Offer($"Remove [{attribute.Name}]", "RemoveAttribute", edits => AttributeEdits.Remove(edits, attribute))]
            : []);
}
