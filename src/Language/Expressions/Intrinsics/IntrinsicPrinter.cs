using System.Text;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Expressions.Intrinsics;

/// <summary>Writes calls of intrinsic functions in canonical text, which the parser reads back as an equal tree.</summary>
public static class IntrinsicPrinter
{
    /// <summary>Writes a node.</summary>
    public static string Print(IntrinsicSyntax node)
    {
        var text = new StringBuilder();
        Print(text, node);
        return text.ToString();
    }

    private static void Print(StringBuilder text, IntrinsicSyntax node)
    {
        switch (node)
        {
            case IntrinsicCall call:
                text.Append(call.Name).Append('(');
                for (int i = 0; i < call.Arguments.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Print(text, call.Arguments[i]);
                }

                text.Append(')');
                break;
            case IntrinsicPath path:
                JsonPathPrinter.Print(text, path.Path);
                break;
            case IntrinsicString @string:
                text.Append('\'').Append(@string.RawText).Append('\'');
                break;
            case IntrinsicNumber number:
                text.Append(number.Text);
                break;
            case IntrinsicBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }
}
