using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>The style and the script of the page, and the policy that lets nothing else run or load.</summary>
internal static class PageResources
{
    public static string Style { get; } = Read("report.css");

    /// <summary>The script, without what is for those who read its source: comments, indents, and ends of lines that end nothing.</summary>
    public static string Script { get; } = string.Concat(
        Read("report.js").Split('\n')
            .Select(static line => line.TrimStart())
            .Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .Select(static line => line[^1] is ';' or ',' or '{' or '(' or '[' ? line : line + "\n"));

    public static string Policy { get; } = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script))) + "'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using Stream stream = typeof(PageResources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);

        // The hash is that of what the browser sees, which knows no carriage returns.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
