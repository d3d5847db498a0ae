using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Harness;

/// <summary>Shows diagnostics under the lines that they point at, so that a failure explains itself.</summary>
public static class AnnotatedSource
{
    /// <summary>The lines of all diagnostics, each with a mark and a message below.</summary>
    public static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            text.Append('\n');
            if (diagnostic.Location.SourceTree is { } tree)
            {
                TextLine line = tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
                int column = diagnostic.Location.SourceSpan.Start - line.Start;
                int length = System.Math.Max(1, System.Math.Min(diagnostic.Location.SourceSpan.Length, line.End - diagnostic.Location.SourceSpan.Start));
                text.Append(tree.FilePath).Append(':').Append((line.LineNumber + 1).ToString(CultureInfo.InvariantCulture)).Append('\n')
                    .Append(line.ToString()).Append('\n').Append(' ', column).Append('^', length).Append(' ');
            }

            text.Append(diagnostic.Id).Append(": ").Append(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }
}
