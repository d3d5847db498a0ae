using System.Linq;
using System.Text.RegularExpressions;

namespace StateMachineGen.Harness;

/// <summary>Sources of several files in one text: a line <c>// file Name.cs</c> begins the next one.</summary>
public static partial class SourceFiles
{
    /// <summary>The files' texts in order; the text as a whole when there is no such line.</summary>
    public static string[] Split(string text) => [.. Separator().Split(text).Where(static part => part.Trim().Length > 0)];

    [GeneratedRegex(@"^// file .*\n", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
