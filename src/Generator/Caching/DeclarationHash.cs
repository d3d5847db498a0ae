using System;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Generator.Caching;

/// <summary>
/// A hash of the nodes and tokens of a file without those that only say what code does: bodies of methods and accessors,
/// top-level statements, initializers of what is no constant. Nothing there changes a declaration, an attribute or a constant, so files of
/// one hash declare the same. In doubt a token counts: a hash that differs without need costs a little time, one that
/// agrees without right would be a wrong definition.
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
        using Hasher hasher = new();
        hasher.Visit(tree.GetRoot(cancellationToken), cancellationToken);
        return hasher.GetHash();
    }

    private static bool IsCode(SyntaxNode node) => node switch
    {
        // Directives reach out of what they stand in: an #if in a body may hide declarations after it.
        { ContainsDirectives: true } => false,
        GlobalStatementSyntax => true,
        BlockSyntax or ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private sealed class Hasher : IDisposable
    {
        private const char Separator = '\u0001';
        private const char Code = '\u0002';
        private const char End = '\u0003';

        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly char[] _characters = new char[4096];
        private readonly byte[] _bytes = new byte[4096 * sizeof(char)];
        private int _count;

        public void Visit(SyntaxNode node, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Tokens alone do not tell broken source apart: stray text, which is trivia, ends a declaration before its class.
            Append((char)node.RawKind);
            foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
            {
                if (child.AsNode() is not { } inner)
                {
                    Append(child.AsToken());
                }
                else if (IsCode(inner))
                {
                    // That there is a body counts: a partial method with one is an implementation.
                    Append(Code);
                }
                else
                {
                    Visit(inner, cancellationToken);
                }
            }

            Append(End);
        }

        public byte[] GetHash()
        {
            Flush();
            return _hash.GetHashAndReset();
        }

        public void Dispose() => _hash.Dispose();

        private void Append(SyntaxToken token)
        {
            if (token.ContainsDirectives)
            {
                foreach (SyntaxTrivia trivia in token.LeadingTrivia)
                {
                    if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
                    {
                        Append(trivia.ToFullString());
                    }
                }
            }

            Append(token.Text);
        }

        private void Append(string text)
        {
            foreach (char c in text)
            {
                Append(c);
            }

            Append(Separator);
        }

        private void Append(char c)
        {
            if (_count == _characters.Length)
            {
                Flush();
            }

            _characters[_count++] = c;
        }

        private void Flush()
        {
            Buffer.BlockCopy(_characters, 0, _bytes, 0, _count * sizeof(char));
            _hash.AppendData(_bytes, 0, _count * sizeof(char));
            _count = 0;
        }
    }
}
