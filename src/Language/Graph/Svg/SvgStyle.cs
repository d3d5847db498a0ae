using System.Linq;
using System.Text;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>
/// Makes rules of CSS for pictures of one class, so that several in one page do not disturb each other or the page. On a screen, dark is what the reader's
/// system asks for, or the page with <c>data-theme</c> on an element around the picture.
/// </summary>
internal static class SvgStyle
{
    /// <summary>Makes a style.</summary>
    /// <param name="root">The class of the pictures.</param>
    /// <param name="light">The rules, one a line; their selectors are those of parts of a picture.</param>
    /// <param name="dark">What is different in the dark.</param>
    public static string Of(string root, string light, string dark)
    {
        var css = new StringBuilder();
        Append(css, "." + root, light);
        css.Append("@media screen and (prefers-color-scheme:dark){\n");
        Append(css, "." + root + ":not([data-theme=light] *)", dark);
        css.Append("}\n");
        css.Append("@media screen{\n");
        Append(css, "[data-theme=dark] ." + root, dark);
        css.Append("}\n");
        return css.ToString();
    }

    private static void Append(StringBuilder css, string scope, string rules)
    {
        foreach (string rule in rules.Split('\n'))
        {
            int brace = rule.IndexOf('{');
            css.Append(string.Join(",", rule.Substring(0, brace).Split(',').Select(selector => scope + " " + selector)).TrimEnd())
                .Append(rule, brace, rule.Length - brace).Append('\n');
        }
    }
}
