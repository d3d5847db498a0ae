using System.Collections.Immutable;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Expressions.Intrinsics;

/// <summary>Reads calls of intrinsic functions into a tree with positions.</summary>
public static class IntrinsicParser
{
    /// <summary>
    /// How deep calls may nest, the paths in them included. AWS allows 10 levels, which is a rule's business; this limit keeps the
    /// reading itself safe on the small stacks of compilers and IDEs.
    /// </summary>
    public const int MaxDepth = JsonPathParser.MaxDepth;

    /// <summary>Reads one call that fills the whole text. Like AWS it takes blanks after the call, but none before it.</summary>
    /// <param name="text">The call; any string is accepted, faulty text gives an error.</param>
    public static ExpressionParseResult<IntrinsicCall> Parse(string text)
    {
        var cursor = new ExpressionCursor(text);
        IntrinsicCall? call = ReadToEnd(cursor, new Reader(cursor).ReadCall());
        return new ExpressionParseResult<IntrinsicCall>(call, cursor.Error);
    }

    /// <summary>
    /// Reads the value of a field with the suffix <c>.$</c>: an <see cref="IntrinsicPath"/> if it begins with <c>$</c>, an
    /// <see cref="IntrinsicCall"/> otherwise.
    /// </summary>
    /// <param name="text">The value; any string is accepted, faulty text gives an error.</param>
    public static ExpressionParseResult<IntrinsicSyntax> ParseFieldValue(string text)
    {
        var cursor = new ExpressionCursor(text);
        var reader = new Reader(cursor);
        IntrinsicSyntax? value = ReadToEnd(cursor, cursor.Current == '$' ? reader.ReadArgument() : reader.ReadCall());
        return new ExpressionParseResult<IntrinsicSyntax>(value, cursor.Error);
    }

    private static T? ReadToEnd<T>(ExpressionCursor cursor, T? node)
        where T : IntrinsicSyntax
    {
        if (node is null)
        {
            return null;
        }

        cursor.SkipWhiteSpace();
        return cursor.IsAtEnd ? node : cursor.Fail<T>($"The expression was expected to end, not to go on with {cursor.Shown()}");
    }

    private sealed class Reader(ExpressionCursor cursor)
    {
        public IntrinsicCall? ReadCall()
        {
            int start = cursor.Position;
            if (!char.IsLetter(cursor.Current))
            {
                return cursor.Fail<IntrinsicCall>($"A path or the name of a function was expected, not {cursor.Shown()}");
            }

            while (char.IsLetterOrDigit(cursor.Current) || cursor.Current is '.' or '_')
            {
                cursor.Position++;
            }

            string name = cursor.Text.Substring(start, cursor.Position - start);
            if (cursor.Current != '(')
            {
                return cursor.Fail<IntrinsicCall>($"'(' was expected after the name of the function, not {cursor.Shown()}");
            }

            if (!cursor.Enter(MaxDepth))
            {
                return null;
            }

            cursor.Position++;
            ImmutableArray<IntrinsicSyntax>.Builder arguments = ImmutableArray.CreateBuilder<IntrinsicSyntax>();
            cursor.SkipWhiteSpace();
            while (!cursor.Take(")"))
            {
                if (arguments.Count > 0 && !cursor.Take(","))
                {
                    return cursor.Fail<IntrinsicCall>($"',' or ')' was expected, not {cursor.Shown()}");
                }

                cursor.SkipWhiteSpace();
                if (ReadArgument() is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
                cursor.SkipWhiteSpace();
            }

            cursor.Leave();
            return new IntrinsicCall(name, arguments.ToImmutable()) { Range = cursor.RangeSince(start) };
        }

        public IntrinsicSyntax? ReadArgument()
        {
            int start = cursor.Position;
            switch (cursor.Current)
            {
                case '$':
                    return new JsonPathReader(cursor).ReadQuery() is { } path ? new IntrinsicPath(path) { Range = path.Range } : null;
                case '\'':
                    return ReadString();
                case '-' or (>= '0' and <= '9'):
                    return cursor.ReadNumber() is { } number ? new IntrinsicNumber(number) { Range = cursor.RangeSince(start) } : null;
                case '"':
                    return cursor.Fail<IntrinsicSyntax>("A string of an intrinsic function stands in single quotes");
            }

            if (TakeWord("null"))
            {
                return new IntrinsicNull { Range = cursor.RangeSince(start) };
            }

            if (TakeWord("true"))
            {
                return new IntrinsicBoolean(true) { Range = cursor.RangeSince(start) };
            }

            if (TakeWord("false"))
            {
                return new IntrinsicBoolean(false) { Range = cursor.RangeSince(start) };
            }

            return char.IsLetter(cursor.Current)
                ? ReadCall()
                : cursor.Fail<IntrinsicSyntax>($"A string, a number, a path or a call was expected, not {cursor.Shown()}");
        }

        private bool TakeWord(string word)
        {
            char next = cursor.Peek(word.Length);
            return !char.IsLetterOrDigit(next) && next is not ('.' or '_' or '(') && cursor.Take(word);
        }

        private IntrinsicString? ReadString()
        {
            int start = cursor.Position++;
            while (!cursor.IsAtEnd && cursor.Current != '\'')
            {
                if (cursor.Current != '\\')
                {
                    cursor.Position++;
                }
                else if (IntrinsicString.Escapable.IndexOf(cursor.Peek(1)) >= 0)
                {
                    cursor.Position += 2;
                }
                else
                {
                    return cursor.Fail<IntrinsicString>(
                        "A backslash escapes only ' { } and itself; a backslash that is meant must be doubled", cursor.Position, 2);
                }
            }

            if (cursor.IsAtEnd)
            {
                return cursor.Fail<IntrinsicString>("The string has no closing quote", start, cursor.Position - start);
            }

            string raw = cursor.Text.Substring(start + 1, cursor.Position - start - 1);
            cursor.Position++;
            return new IntrinsicString(raw) { Range = cursor.RangeSince(start) };
        }
    }
}
