using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>A change of a text that mends what was found. Lines and columns count from 1.</summary>
/// <param name="Start">Where the first character is that is replaced.</param>
/// <param name="End">Where the first character is that stays.</param>
/// <param name="Text">What is written in their place.</param>
internal sealed record SuggestedChange((int Line, int Column) Start, (int Line, int Column) End, string Text)
{
    public static SuggestedChange Of(Correction correction, string text, LineMap lines)
    {
        TextRange range = correction.Locate(text);
        return new SuggestedChange(lines.Locate(range.Start), lines.Locate(range.End), correction.JsonText);
    }
}
