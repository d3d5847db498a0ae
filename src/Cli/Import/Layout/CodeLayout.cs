namespace StateMachineGen.Cli.Import;

/// <summary>The measures of imported source.</summary>
internal static class CodeLayout
{
    /// <summary>Where lines are broken if they can be.</summary>
    public const int Width = 120;

    /// <summary>The blanks of one level.</summary>
    public const int Indent = 4;

    /// <summary>How many levels are indented; deeper ones stand as these.</summary>
    public const int MaxDepth = 20;

    /// <summary>How much of a line is left at least for text that is deep inside, however deep.</summary>
    public const int MinimalWidth = 60;

    /// <summary>The length that a line may have which begins at a column.</summary>
    public static int WidthAt(int column) => System.Math.Max(Width - column, MinimalWidth);
}
