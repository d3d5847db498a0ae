using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// Reads JSONata (the full grammar of 2.x) into a tree with positions. What JSONata's own parser refuses is refused with the same code.
/// Whether a regular expression is one that the engine takes is not looked at.
/// </summary>
public static class JsonataParser
{
    /// <summary>
    /// How deep expressions may nest. They are read by recursion, also inside compilers and IDEs, whose threads have small stacks;
    /// a test holds this against 512 KiB. AWS evaluates about 100 levels at most.
    /// </summary>
    public const int MaxDepth = 128;

    /// <summary>
    /// How many levels a tree may have. It grows without nesting too, since <c>a + b + c</c> puts one operation into the other; who
    /// walks the tree by recursion can rely on this.
    /// </summary>
    public const int MaxLevels = 256;

    /// <summary>Reads an expression that fills the whole text.</summary>
    /// <param name="text">The expression without <c>{%</c> and <c>%}</c>; any string is accepted, faulty text gives an error.</param>
    public static ExpressionParseResult<JsonataSyntax> Parse(string text) => Parse(text, new TextRange(0, text.Length));

    /// <summary>Reads an expression that is a part of a text. All positions are those in the whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">Where the expression stands.</param>
    public static ExpressionParseResult<JsonataSyntax> Parse(string text, TextRange part)
    {
        var reader = new JsonataReader(text, part);
        JsonataSyntax? root = reader.ReadToEnd();
        ExpressionError? error = root is null ? reader.Error : CheckTree(root, reader.Missing);
        return new ExpressionParseResult<JsonataSyntax>(root, error);
    }

    private static ExpressionError? CheckTree(JsonataSyntax root, ExpressionError? missing)
    {
        if (root.CountLevels() > MaxLevels)
        {
            return new ExpressionError($"The expression has more than {MaxLevels} levels", root.Range, JsonataErrorCodes.TooDeep);
        }

        return JsonataStructure.Check(root, missing);
    }
}
