using System;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Generator.Caching;

/// <summary>
/// Stands for everything in a compilation that a definition can depend on: the declarations of all files, the references
/// and the options. Two compilations of one fingerprint give every machine the same model.
/// </summary>
internal static class CompilationFingerprint
{
    private static readonly ConditionalWeakTable<Compilation, string> s_fingerprints = new();

    // References and options are compared by identity, which a number stands for that is never given twice.
    private static readonly ConditionalWeakTable<object, object> s_identities = new();
    private static long s_lastIdentity;

    /// <summary>The fingerprint of a compilation.</summary>
    public static string Get(Compilation compilation, CancellationToken cancellationToken) =>
        s_fingerprints.TryGetValue(compilation, out string? fingerprint)
            ? fingerprint
            : s_fingerprints.GetValue(compilation, _ => Compute(compilation, cancellationToken));

    private static string Compute(Compilation compilation, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendIdentity(compilation.Options);
        foreach (MetadataReference reference in compilation.References)
        {
            AppendIdentity(reference);
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            AppendIdentity(tree.Options);
            byte[] path = System.Text.Encoding.Unicode.GetBytes(tree.FilePath);
            hash.AppendData(path);
            hash.AppendData(DeclarationHash.Get(tree, cancellationToken));
        }

        return Convert.ToBase64String(hash.GetHashAndReset());

        void AppendIdentity(object value) =>
            hash.AppendData(BitConverter.GetBytes((long)s_identities.GetValue(value, static _ => Interlocked.Increment(ref s_lastIdentity))));
    }
}
