using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Generator.Caching;

/// <summary>
/// A hash of a file without the bodies of its methods. Nothing in a body changes a declaration, an attribute or a
/// constant, so files of one hash declare the same. Everything else counts, blanks and remarks included: a hash that
/// differs without need costs a little time, one that agrees without right would be a wrong definition.
/// </summary>
internal static class DeclarationHash
{
    // Weak keys: trees live as long as the IDE holds them.
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> s_hashes = new();

    /// <summary>The hash of a file.</summary>
    public static byte[] Get(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_hashes.TryGetValue(tree, out byte[]? hash) ? hash : s_hashes.GetValue(tree, _ => Compute(tree, cancellationToken));

    private static byte[] Compute(SyntaxTree tree, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        SourceText text = tree.GetText(cancellationToken);
        char[] characters = new char[4096];
        byte[] bytes = new byte[characters.Length * sizeof(char)];
        int position = 0;
        List<TextSpan> bodies = [];
        CollectBodies(tree.GetRoot(cancellationToken), bodies);
        foreach (TextSpan body in bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Append(TextSpan.FromBounds(position, body.Start));

            // That there is a body counts: a partial method with one is an implementation.
            characters[0] = '\0';
            AppendCharacters(1);
            position = body.End;
        }

        Append(TextSpan.FromBounds(position, text.Length));
        return hash.GetHashAndReset();

        void Append(TextSpan span)
        {
            for (int start = span.Start; start < span.End; start += characters.Length)
            {
                int count = Math.Min(characters.Length, span.End - start);
                text.CopyTo(start, characters, 0, count);
                AppendCharacters(count);
            }
        }

        void AppendCharacters(int count)
        {
            Buffer.BlockCopy(characters, 0, bytes, 0, count * sizeof(char));
            hash.AppendData(bytes, 0, count * sizeof(char));
        }
    }

    /// <summary>Bodies in the order of the text; none lies inside another, because bodies are not entered.</summary>
    private static void CollectBodies(SyntaxNode node, List<TextSpan> bodies)
    {
        foreach (SyntaxNode child in node.ChildNodes())
        {
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax:
                    CollectBodies(child, bodies);
                    break;
                // Directives reach out of a body: an #if in one may hide declarations after it.
                case BaseMethodDeclarationSyntax method when ((SyntaxNode?)method.Body ?? method.ExpressionBody) is { ContainsDirectives: false } body:
                    bodies.Add(body.Span);
                    break;
            }
        }
    }
}
