using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>The machine, and the state if there is one, that a diagnostic is about.</summary>
/// <param name="Document">The document of the diagnostic.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Machine">The machine.</param>
/// <param name="State">The state, or null when the diagnostic is about the machine itself.</param>
/// <param name="Scope">The scope whose states are nested in the class of the diagnostic, or null when it holds none.</param>
/// <param name="Findings">What the rules of the language find in the machine.</param>
internal sealed record MachineContext(
    Document Document, SyntaxNode Root, AuthoredMachine Machine, AuthoredState? State, AuthoredScope? Scope, Lazy<ImmutableArray<Finding>> Findings)
{
    /// <summary>The syntax of an attribute, or null when it stands in another document.</summary>
    public AttributeSyntax? Find(Annotation? attribute) => attribute?.Syntax is { } syntax && syntax.SyntaxTree == Root.SyntaxTree ? syntax : null;

    /// <summary>The syntax of the only attribute of a kind on a state, or null.</summary>
    public AttributeSyntax? Find(AuthoredState state, AttributeKind kind) =>
        Find(state.Attributes.FirstOrDefault(attribute => attribute.Kind == kind));

    /// <summary>The attribute that a diagnostic points at, or into.</summary>
    public AttributeSyntax? FindAttribute(Diagnostic diagnostic) =>
        Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The argument of an attribute that a diagnostic points at, or into.</summary>
    public AttributeArgumentSyntax? FindArgument(Diagnostic diagnostic) =>
        Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
}
