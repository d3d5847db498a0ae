namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>Reads a JSONPath into a tree with positions.</summary>
public static class JsonPathParser
{
    /// <summary>
    /// How deep filters, parentheses and literals may nest. They are read and walked by recursion, also inside compilers and IDEs,
    /// whose threads have small stacks; paths that people write nest two or three levels.
    /// </summary>
    public const int MaxDepth = 64;

    /// <summary>Reads one path that fills the whole text, but for white space after it, which AWS takes too.</summary>
    /// <param name="text">The path; any string is accepted, faulty text gives an error.</param>
    public static ExpressionParseResult<JsonPathQuery> Parse(string text)
    {
        var cursor = new ExpressionCursor(text);
        JsonPathQuery? path = cursor.Current == '$'
            ? new JsonPathReader(cursor).ReadQuery()
            : cursor.Fail<JsonPathQuery>($"A path starts with '$', not with {cursor.Shown()}");
        if (path is not null)
        {
            cursor.SkipWhiteSpace();
            if (!cursor.IsAtEnd)
            {
                cursor.Fail<JsonPathQuery>($"'.' or '[' was expected, not {cursor.Shown()}");
            }
        }

        return new ExpressionParseResult<JsonPathQuery>(path, cursor.Error);
    }
}
