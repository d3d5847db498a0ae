using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Authoring;

/// <summary>A change of the C# source.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">The characters that are replaced.</param>
/// <param name="Text">What is written in their place.</param>
public sealed record SourceEdit(SyntaxTree Tree, TextSpan Span, string Text);
