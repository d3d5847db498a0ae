using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator.Caching;

/// <summary>
/// Remembers the last model of each machine. Roslyn runs an attribute's transform again at every edit of any file, since
/// anything might have changed; nearly always only a body has, and binding a thousand states' attributes for that would
/// be felt while typing. Models are held weakly: they live as long as the pipeline that emits from them.
/// </summary>
internal sealed class MachineModelCache
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<Key, Entry> _entries = new();

    /// <summary>The model of a class: the remembered one when no declaration of the compilation has changed since.</summary>
    public MachineModel? Get(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        string fingerprint = CompilationFingerprint.Get(compilation, cancellationToken);
        Key key = new(
            compilation.AssemblyName ?? "",
            context.TargetSymbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            context.Attributes[0].AttributeClass?.MetadataName ?? "",
            FindDeclaration(context));
        if (_entries.TryGetValue(key, out Entry? entry)
            && entry.Fingerprint == fingerprint
            && entry.TryGet(out MachineModel? remembered))
        {
            return remembered;
        }

        MachineModel? model = MachineModelBuilder.Build(context, cancellationToken);
        if (_entries.Count >= MaxEntries)
        {
            // Each name that a class had for a keystroke leaves an entry; starting over costs one reading each.
            _entries.Clear();
        }

        _entries[key] = new Entry(fingerprint, model is null ? null : new WeakReference<MachineModel>(model));
        return model;
    }

    /// <summary>The number of the declaration that the attribute stands on: a position would move with the bodies before it.</summary>
    private static int FindDeclaration(GeneratorAttributeSyntaxContext context)
    {
        var declarations = context.TargetSymbol.DeclaringSyntaxReferences;
        for (int i = 0; i < declarations.Length; i++)
        {
            if (declarations[i].SyntaxTree == context.TargetNode.SyntaxTree && declarations[i].Span == context.TargetNode.Span)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed record Key(string Assembly, string Type, string Attribute, int Declaration);

    /// <summary>What is remembered of a declaration.</summary>
    /// <param name="Fingerprint">The compilation that the model was built from.</param>
    /// <param name="Model">The model; null when the declaration gives none.</param>
    private sealed record Entry(string Fingerprint, WeakReference<MachineModel>? Model)
    {
        public bool TryGet(out MachineModel? model)
        {
            model = null;
            return Model is null || Model.TryGetTarget(out model);
        }
    }
}
