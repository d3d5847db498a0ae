using System;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Generator.Caching;

/// <summary>
/// A hash of a file's text and structure without comments and without what only says what code does: bodies of methods and
/// accessors, top-level statements, initializers of what is no constant. Nothing there changes a declaration, an attribute or
/// a constant, so files of one hash declare the same. In doubt a character counts: a hash that differs without need costs a
/// little time, one that agrees without right would be a wrong definition.
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
        using Hasher hasher = new(tree.GetText(cancellationToken));
        hasher.Visit(tree.GetRoot(cancellationToken), cancellationToken);
        return hasher.GetHash();
    }

    private static bool IsCode(SyntaxNode node) => node switch
    {
        // Directives reach out of what they stand in: an #if in a body may hide declarations after it.
        { ContainsDirectives: true } => false,
        GlobalStatementSyntax => true,
        // A static property may be a condition, which is read as it is written, whatever its type is called; a keyword is no name for it.
        ArrowExpressionClauseSyntax when node.Parent is PropertyDeclarationSyntax { Type: not PredefinedTypeSyntax } property
            && property.Modifiers.Any(SyntaxKind.StaticKeyword) => false,
        BlockSyntax or ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    /// <summary>What may have code in it. Everything else is taken as the text that it is, without the trivia around it.</summary>
    private static bool MayHoldCode(SyntaxNode node) => node is MemberDeclarationSyntax
        or AccessorListSyntax
        or AccessorDeclarationSyntax
        or VariableDeclarationSyntax { Parent: FieldDeclarationSyntax }
        or VariableDeclaratorSyntax;

    private sealed class Hasher(SourceText text) : IDisposable
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
            // Text alone does not tell broken source apart: a stray word can end a declaration before its class.
            Append((char)node.RawKind);
            foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
            {
                SyntaxNode? inner = child.AsNode();
                if (inner is not null && IsCode(inner))
                {
                    // That there is a body counts: a partial method with one is an implementation.
                    Append(Code);
                }
                else if (inner is not null && MayHoldCode(inner))
                {
                    Visit(inner, cancellationToken);
                }
                else
                {
                    Append(ContainsDirectives(child) ? child.FullSpan : child.Span);
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

        private static bool ContainsDirectives(SyntaxNodeOrToken child) =>
            child.AsNode() is { } node ? node.ContainsDirectives : child.AsToken().ContainsDirectives;

        private void Append(TextSpan span)
        {
            for (int position = span.Start; position < span.End;)
            {
                if (_count == _characters.Length)
                {
                    Flush();
                }

                int count = Math.Min(span.End - position, _characters.Length - _count);
                text.CopyTo(position, _characters, _count, count);
                position += count;
                _count += count;
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
