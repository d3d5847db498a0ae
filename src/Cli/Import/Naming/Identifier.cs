using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace StateMachineGen.Cli.Import;

/// <summary>Makes identifiers of C# from names that people gave.</summary>
internal static class Identifier
{
    /// <summary>Longer names are cut: metadata allows about a thousand bytes, readers far less.</summary>
    public const int MaxLength = 80;

    /// <summary>Whether a name can stay as it is: an identifier that begins as classes do.</summary>
    public static bool IsClassName(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsUpper(name[0]) && name.All(IsPart);

    /// <summary>Whether a text is a namespace: identifiers between dots, none of them a keyword.</summary>
    public static bool IsNamespace(string text) =>
        text.Split('.').All(static segment => segment.Length > 0 && (IsLetter(segment[0]) || segment[0] == '_') && segment.All(IsPart) && !Keywords.Contains(segment));

    /// <summary>The words of a name in PascalCase; empty when it has neither a letter nor a digit that identifiers may hold.</summary>
    public static string FromName(string name)
    {
        List<string> words = SplitWords(name);
        bool isShouted = words.Count > 1 && words.All(static word => !word.Any(char.IsLower));
        var identifier = new StringBuilder();
        foreach (string word in words)
        {
            // Step 1 2 and Step 12 are not the same.
            if (identifier.Length > 0 && IsDigit(identifier[^1]) && IsDigit(word[0]))
            {
                identifier.Append('_');
            }

            // As .NET writes acronyms: AWS is Aws and DB is DB, unless all is in capitals.
            bool isAcronym = word.Length > 2 && word.All(char.IsUpper);
            identifier.Append(char.ToUpperInvariant(word[0])).Append(isShouted || isAcronym ? word[1..].ToLowerInvariant() : word[1..]);
            if (identifier.Length > MaxLength)
            {
                break;
            }
        }

        return identifier.Length > MaxLength ? identifier.ToString(0, MaxLength) : identifier.ToString();
    }

    /// <summary>Whether an identifier may begin so: with a digit it may not.</summary>
    public static bool CanBegin(string identifier) => identifier.Length > 0 && IsLetter(identifier[0]);

    private static List<string> SplitWords(string name)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (char c in name)
        {
            if (IsDiacritic(c))
            {
                // A letter and its accent as two characters are still one letter; the accent alone is dropped.
                continue;
            }

            if (IsPart(c) && c != '_')
            {
                // Marks belong to the letter before; without one there is nothing to begin a word with.
                if (word.Length > 0 || IsLetter(c) || IsDigit(c))
                {
                    word.Append(c);
                }

                continue;
            }

            Flush();
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>What the compiler takes in identifiers, without the invisible characters that it takes and ignores.</summary>
    private static bool IsPart(char c) => !IsDiacritic(c) && (c == '_' || IsLetter(c) || IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool IsDigit(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsDiacritic(char c) => c is >= '\u0300' and <= '\u036F';
}
