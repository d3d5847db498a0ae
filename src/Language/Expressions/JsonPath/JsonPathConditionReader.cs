using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>Reads the condition of a filter, and literals. The methods return null after an error, which the cursor keeps.</summary>
internal sealed class JsonPathConditionReader(ExpressionCursor cursor, JsonPathReader paths)
{
    public JsonPathCondition? ReadInParentheses()
    {
        cursor.Position++;
        if (ReadOr() is not { } condition)
        {
            return null;
        }

        cursor.SkipWhiteSpace();
        return cursor.Take(")") ? condition : cursor.Fail<JsonPathCondition>($"'&&', '||' or ')' was expected, not {cursor.Shown()}");
    }

    private JsonPathCondition? ReadOr()
    {
        cursor.SkipWhiteSpace();
        int start = cursor.Position;
        TextRange range;
        List<JsonPathCondition> operands = [];
        do
        {
            if (ReadAnd() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
            range = cursor.RangeSince(start);
            cursor.SkipWhiteSpace();
        }
        while (cursor.Take("||"));

        return operands.Count == 1 ? operands[0] : new JsonPathOr(operands.ToImmutableArray()) { Range = range };
    }

    private JsonPathCondition? ReadAnd()
    {
        cursor.SkipWhiteSpace();
        int start = cursor.Position;
        TextRange range;
        List<JsonPathCondition> operands = [];
        do
        {
            cursor.SkipWhiteSpace();
            if (ReadUnary() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
            range = cursor.RangeSince(start);
            cursor.SkipWhiteSpace();
        }
        while (cursor.Take("&&"));

        return operands.Count == 1 ? operands[0] : new JsonPathAnd(operands.ToImmutableArray()) { Range = range };
    }

    private JsonPathCondition? ReadUnary()
    {
        if (!cursor.Enter(JsonPathParser.MaxDepth))
        {
            return null;
        }

        int start = cursor.Position;
        JsonPathCondition? condition;
        if (cursor.Take("!"))
        {
            cursor.SkipWhiteSpace();
            JsonPathCondition? operand = ReadUnary();
            condition = operand is null ? null : new JsonPathNot(operand) { Range = cursor.RangeSince(start) };
        }
        else
        {
            condition = cursor.Current == '(' ? ReadInParentheses() : ReadComparison();
        }

        cursor.Leave();
        return condition;
    }

    private JsonPathCondition? ReadComparison()
    {
        int start = cursor.Position;
        if (ReadOperand() is not { } left)
        {
            return null;
        }

        cursor.SkipWhiteSpace();
        if (JsonPathOperators.Take(cursor) is not { } @operator)
        {
            if (left is JsonPathQuery path)
            {
                cursor.Position = path.Range.End;
                return new JsonPathExists(path) { Range = path.Range };
            }

            return cursor.Fail<JsonPathCondition>($"A comparison operator was expected, not {cursor.Shown()}");
        }

        cursor.SkipWhiteSpace();
        return ReadOperand() is { } right
            ? new JsonPathComparison(left, @operator, right) { Range = cursor.RangeSince(start) }
            : null;
    }

    /// <summary>Reads a path or a literal.</summary>
    public JsonPathOperand? ReadOperand() => cursor.Current is '$' or '@' ? ReadPath() : ReadLiteral();

    private JsonPathQuery? ReadPath()
    {
        if (!cursor.Enter(JsonPathParser.MaxDepth))
        {
            return null;
        }

        JsonPathQuery? path = paths.ReadQuery();
        cursor.Leave();
        return path;
    }

    private JsonPathOperand? ReadLiteral()
    {
        if (!cursor.Enter(JsonPathParser.MaxDepth))
        {
            return null;
        }

        int start = cursor.Position;
        JsonPathOperand? literal = cursor.Current switch
        {
            '\'' or '"' => paths.ReadQuoted() is { } value ? new JsonPathString(value) : null,
            '-' or (>= '0' and <= '9') => cursor.ReadNumber() is { } number ? new JsonPathNumber(number) : null,
            '/' => ReadRegex(),
            '[' => ReadArray(),
            '{' => ReadObject(),
            char c when IsInWord(c) && c != '-' => ReadWord(),
            _ => cursor.Fail<JsonPathOperand>($"A path or a literal was expected, not {cursor.Shown()}"),
        };
        cursor.Leave();
        return literal is null ? null : literal with { Range = cursor.RangeSince(start) };
    }

    private JsonPathOperand ReadWord()
    {
        int start = cursor.Position;
        while (IsInWord(cursor.Current))
        {
            cursor.Position++;
        }

        return cursor.Text.Substring(start, cursor.Position - start) switch
        {
            "true" => new JsonPathBoolean(true),
            "false" => new JsonPathBoolean(false),
            "null" => new JsonPathNull(),
            string word => new JsonPathWord(word),
        };
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    private JsonPathRegex? ReadRegex()
    {
        int start = ++cursor.Position;
        while (!cursor.IsAtEnd && cursor.Current != '/')
        {
            cursor.Position += cursor.Current == '\\' && cursor.Position + 1 < cursor.Text.Length ? 2 : 1;
        }

        if (cursor.IsAtEnd)
        {
            return cursor.Fail<JsonPathRegex>("The regular expression has no closing '/'", start - 1, cursor.Position - start + 1);
        }

        string pattern = cursor.Text.Substring(start, cursor.Position - start);
        int flags = ++cursor.Position;
        while (cursor.Current is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            cursor.Position++;
        }

        return new JsonPathRegex(pattern, cursor.Text.Substring(flags, cursor.Position - flags));
    }

    private JsonPathArray? ReadArray()
    {
        cursor.Position++;
        ImmutableArray<JsonPathOperand>.Builder items = ImmutableArray.CreateBuilder<JsonPathOperand>();
        cursor.SkipWhiteSpace();
        while (!cursor.Take("]"))
        {
            if (items.Count > 0 && !paths.TakeSeparator(']'))
            {
                return null;
            }

            if (ReadLiteral() is not { } item)
            {
                return null;
            }

            items.Add(item);
            cursor.SkipWhiteSpace();
        }

        return new JsonPathArray(items.ToImmutable());
    }

    private JsonPathObject? ReadObject()
    {
        cursor.Position++;
        ImmutableArray<JsonPathMember>.Builder members = ImmutableArray.CreateBuilder<JsonPathMember>();
        cursor.SkipWhiteSpace();
        while (!cursor.Take("}"))
        {
            if (members.Count > 0 && !paths.TakeSeparator('}'))
            {
                return null;
            }

            if (ReadMember() is not { } member)
            {
                return null;
            }

            members.Add(member);
            cursor.SkipWhiteSpace();
        }

        return new JsonPathObject(members.ToImmutable());
    }

    private JsonPathMember? ReadMember()
    {
        int start = cursor.Position;
        if (paths.ReadQuoted() is not { } name)
        {
            return null;
        }

        cursor.SkipWhiteSpace();
        if (!cursor.Take(":"))
        {
            return cursor.Fail<JsonPathMember>($"':' was expected after the name, not {cursor.Shown()}");
        }

        cursor.SkipWhiteSpace();
        return ReadLiteral() is { } value ? new JsonPathMember(name, value) { Range = cursor.RangeSince(start) } : null;
    }
}
