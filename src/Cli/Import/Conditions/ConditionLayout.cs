using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Cli.Import;

/// <summary>Lays a condition out: in one line if it fits, else broken at its operators.</summary>
internal static class ConditionLayout
{
    private static readonly string s_indent = new(' ', CodeLayout.Indent);

    /// <summary>The lines of a condition.</summary>
    public static IReadOnlyList<string> Write(ConditionText condition, int width) =>
        WriteLine(condition, width) is { } line ? [line] : condition switch
        {
            ConditionText.Leaf leaf => [leaf.Text],
            ConditionText.Raw raw => WriteRaw(raw, width),
            ConditionText.Chain chain => WriteChain(chain, width),
            ConditionText.Call call => WriteCall(call, width),
            ConditionText.Not not => WriteNot(not, width),
            _ => throw new InvalidOperationException("This is no condition."),
        };

    /// <summary>The condition in one line, or null when it is longer.</summary>
    private static string? WriteLine(ConditionText condition, int width)
    {
        string? line = condition switch
        {
            ConditionText.Leaf leaf => leaf.Text,
            ConditionText.Raw raw => raw.Json.Line is { } json ? "Rule(" + json + ")" : null,
            ConditionText.Chain chain => Join(chain.Parts, " " + chain.Operator + " ", isOperand: true, width),
            ConditionText.Call call => Join(call.Parts, ", ", isOperand: false, width) is { } parts ? call.Function + "(" + parts + ")" : null,
            ConditionText.Not { Operand: ConditionText.Leaf { Negated: { } negated } } => negated,
            ConditionText.Not not => WriteLine(not.Operand, width) is { } operand ? "!" + (NeedsParentheses(not.Operand) ? "(" + operand + ")" : operand) : null,
            _ => null,
        };
        return line?.Length <= width ? line : null;
    }

    private static string? Join(ImmutableArray<ConditionText> parts, string separator, bool isOperand, int width)
    {
        List<string> lines = [];
        int length = 0;
        foreach (ConditionText part in parts)
        {
            if (WriteLine(part, width) is not { } line || (length += line.Length) > width)
            {
                return null;
            }

            lines.Add(isOperand && part is ConditionText.Chain ? "(" + line + ")" : line);
        }

        return string.Join(separator, lines);
    }

    private static List<string> WriteChain(ConditionText.Chain chain, int width)
    {
        List<string> lines = [];
        foreach (ConditionText part in chain.Parts)
        {
            string start = lines.Count == 0 ? "" : chain.Operator + " ";
            bool isChain = part is ConditionText.Chain;
            IReadOnlyList<string> written = Write(part, width - CodeLayout.Indent);
            for (int i = 0; i < written.Count; i++)
            {
                string line = i == 0 ? start + (isChain ? "(" : "") + written[i] : Indent(written[i]);
                lines.Add(i + 1 == written.Count && isChain ? line + ")" : line);
            }
        }

        return lines;
    }

    private static List<string> WriteCall(ConditionText.Call call, int width)
    {
        List<string> lines = [call.Function + "("];
        for (int i = 0; i < call.Parts.Length; i++)
        {
            IReadOnlyList<string> written = Write(call.Parts[i], width - CodeLayout.Indent);
            lines.AddRange(written.SkipLast(1).Select(Indent));
            lines.Add(Indent(written[^1]) + (i + 1 < call.Parts.Length ? "," : ")"));
        }

        return lines;
    }

    private static List<string> WriteNot(ConditionText.Not not, int width)
    {
        // In one line it was too long, and nothing in it can be broken.
        if (not.Operand is ConditionText.Leaf { Negated: { } negated })
        {
            return [negated];
        }

        List<string> lines = [.. Write(not.Operand, width - CodeLayout.Indent)];
        bool needsParentheses = NeedsParentheses(not.Operand);
        lines[0] = "!" + (needsParentheses ? "(" : "") + lines[0];
        if (needsParentheses)
        {
            lines[^1] += ")";
        }

        return lines;
    }

    private static List<string> WriteRaw(ConditionText.Raw raw, int width)
    {
        string[] block = raw.Json.Block!(Math.Max(width - CodeLayout.Indent, CodeLayout.MinimalWidth));
        return ["Rule(" + block[0], .. block[1..^1], block[^1] + ")"];
    }

    private static bool NeedsParentheses(ConditionText operand) => operand is ConditionText.Chain or ConditionText.Leaf { IsComparison: true };

    private static string Indent(string line) => line.Length == 0 ? "" : s_indent + line;
}
