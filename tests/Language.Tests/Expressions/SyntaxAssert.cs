using System;
using System.Text;
using System.Text.Json;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Expressions;

/// <summary>What must hold for every text in every one of the languages, and texts that try it.</summary>
internal static class SyntaxAssert
{
    /// <summary>A tree or an error, never both, and both with positions inside the text.</summary>
    public static void IsTreeOrError<T>(string text, ExpressionParseResult<T> result)
        where T : ExpressionSyntax
    {
        string shown = Shown(text);
        (result.Root is null).ShouldBe(result.Error is not null, shown);
        if (result.Error is { } error)
        {
            error.Range.Start.ShouldBeInRange(0, text.Length, shown);
            error.Range.End.ShouldBeInRange(error.Range.Start, text.Length, shown);
            error.Message.ShouldNotEndWith(".");
            return;
        }

        result.Root!.Range.End.ShouldBeLessThanOrEqualTo(text.Length, shown);
        foreach (ExpressionSyntax node in result.Root.DescendantsAndSelf())
        {
            int end = node.Range.Start;
            foreach (ExpressionSyntax child in node.Children)
            {
                child.Range.Start.ShouldBeGreaterThanOrEqualTo(end, shown);
                child.Range.End.ShouldBeLessThanOrEqualTo(node.Range.End, shown);
                end = child.Range.End;
            }
        }
    }

    /// <summary>What is printed is read as an equal tree, and printed as the same text.</summary>
    public static void IsPrintedAndReadBack<T>(string text, T root, Func<string, ExpressionParseResult<T>> parse)
        where T : ExpressionSyntax
    {
        string printed = root.ToString();
        string shown = $"{Shown(text)}, printed as {Shown(printed)}";
        ExpressionParseResult<T> again = parse(printed);
        again.Error.ShouldBeNull(shown);
        again.Root.ShouldBe(root, shown);
        again.Root!.ToString().ShouldBe(printed, shown);
        again.Root.GetHashCode().ShouldBe(root.GetHashCode());
    }

    /// <summary>Checks what must hold for a text, of which nothing is known.</summary>
    /// <returns>Whether it was read.</returns>
    public static bool Judge<T>(string text, Func<string, ExpressionParseResult<T>> parse)
        where T : ExpressionSyntax
    {
        ExpressionParseResult<T> result = parse(text);
        IsTreeOrError(text, result);
        if (result.Root is not { } root)
        {
            return false;
        }

        IsPrintedAndReadBack(text, root, parse);
        return true;
    }

    /// <summary>A text of pieces drawn by chance.</summary>
    public static string Garbage(Random random, string[] pieces, int maxPieces)
    {
        var text = new StringBuilder();
        for (int count = random.Next(maxPieces); count > 0; count--)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    /// <summary>The text with one to three pieces put in, put over others or taken out.</summary>
    public static string Damage(Random random, string original, string[] pieces)
    {
        var text = new StringBuilder(original);
        for (int edits = random.Next(1, 4); edits > 0 && text.Length > 0; edits--)
        {
            int place = random.Next(text.Length);
            string piece = pieces[random.Next(pieces.Length)];
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(place, Math.Min(random.Next(1, 3), text.Length - place));
                    break;
                case 1:
                    text.Insert(place, piece);
                    break;
                default:
                    text.Remove(place, 1).Insert(place, piece);
                    break;
            }
        }

        return text.ToString();
    }

    public static string At(string text, ExpressionSyntax node) => text.Substring(node.Range.Start, node.Range.Length);

    public static void FailsAt<T>(ExpressionParseResult<T> result, int start, int length, string message)
        where T : ExpressionSyntax
    {
        result.Root.ShouldBeNull();
        ExpressionError error = result.Error.ShouldNotBeNull();
        error.Message.ShouldContain(message);
        error.Range.ShouldBe(new TextRange(start, length), error.Message);
    }

    public static string Shown(string text) => "for " + JsonSerializer.Serialize(text);
}
