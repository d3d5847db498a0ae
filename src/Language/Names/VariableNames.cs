using System.Globalization;

namespace StateMachineGen.Language.Names;

/// <summary>What a variable can be called (ASL, "Variables").</summary>
public static class VariableNames
{
    /// <summary>The variable that the language itself provides, and that cannot be assigned.</summary>
    public const string Reserved = "states";

    /// <summary>Why a name cannot be a variable's, as a part of a sentence, or null when it can.</summary>
    public static string? FindFault(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (name == Reserved)
        {
            return "is the one that Step Functions itself provides";
        }

        int length = 0;
        for (int i = 0; i < name.Length; i += char.IsSurrogatePair(name, i) ? 2 : 1)
        {
            if (!IsInName(name, i, isFirst: i == 0))
            {
                return i == 0 ? $"cannot begin with '{name[0]}'" : $"cannot hold '{name[i]}'";
            }

            length++;
        }

        return length > NameRules.MaxLength ? $"has {length} characters, at most {NameRules.MaxLength} are allowed" : null;
    }

    /// <summary>The identifiers of Unicode (UAX #31), which ASL asks for, and the low line at the start as AWS takes it.</summary>
    internal static bool IsInName(string text, int index, bool isFirst) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !isFirst,
        UnicodeCategory.ConnectorPunctuation => !isFirst || text[index] == '_',
        _ => false,
    };
}
