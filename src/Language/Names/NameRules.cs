using System.Text;

namespace StateMachineGen.Language.Names;

/// <summary>What is wrong with a name.</summary>
public enum NameFaultKind
{
    /// <summary>The name has no character.</summary>
    Empty,

    /// <summary>The name is longer than AWS allows.</summary>
    TooLong,

    /// <summary>The name holds a character that AWS refuses.</summary>
    InvalidCharacter,
}

/// <summary>A fault of a name, and where it is.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Index">The offset of the first refused character in UTF-16 units, or of the first character too many.</param>
/// <param name="Message">The fault as a part of a sentence: "is empty", "holds '*'" …</param>
public sealed record NameFault(NameFaultKind Kind, int Index, string Message);

/// <summary>
/// What AWS accepts as a name. State machines, executions and activities share one rule (CreateStateMachine, "name");
/// names of states have their own (ASL, "States").
/// </summary>
public static class NameRules
{
    /// <summary>The greatest length of every name, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>The greatest length of the <c>Label</c> of a Distributed Map, in characters.</summary>
    public const int MaxLabelLength = 40;

    private const string RefusedInLabels = "?*<>{}[]:;,\\|^~$#%&`\"";
    private const string RefusedInMachineNames = "?*<>{}[]\"#%\\^|~`$&,;:/";

    /// <summary>Checks the name of a state machine, an execution or an activity.</summary>
    /// <returns>The first fault, or null when AWS accepts the name.</returns>
    public static NameFault? CheckMachineName(string name)
    {
        if (name.Length == 0)
        {
            return new NameFault(NameFaultKind.Empty, 0, "is empty");
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (IsRefusedInMachineName(name[i]))
            {
                return new NameFault(NameFaultKind.InvalidCharacter, i, $"holds {Show(name[i])}");
            }
        }

        return CheckLength(name);
    }

    /// <summary>Checks the name of a state.</summary>
    /// <returns>The first fault, or null when AWS accepts the name.</returns>
    public static NameFault? CheckStateName(string name) =>
        name.Length == 0 ? new NameFault(NameFaultKind.Empty, 0, "is empty") : CheckLength(name);

    /// <summary>Checks the <c>Label</c> of a Distributed Map.</summary>
    /// <returns>The first fault, or null when AWS accepts the label.</returns>
    public static NameFault? CheckLabel(string label)
    {
        if (label.Length == 0)
        {
            return new NameFault(NameFaultKind.Empty, 0, "is empty");
        }

        for (int i = 0; i < label.Length; i++)
        {
            if (IsRefusedInLabel(label[i]))
            {
                return new NameFault(NameFaultKind.InvalidCharacter, i, $"holds {Show(label[i])}");
            }
        }

        return CheckLength(label, MaxLabelLength);
    }

    /// <summary>The nearest name that <see cref="CheckMachineName"/> accepts: refused characters become hyphens, the rest is cut off.</summary>
    public static string ToMachineName(string name) => ToValid(name, IsRefusedInMachineName, MaxLength, "StateMachine");

    /// <summary>The nearest label that <see cref="CheckLabel"/> accepts: refused characters become hyphens, the rest is cut off.</summary>
    public static string ToLabel(string label) => ToValid(label, IsRefusedInLabel, MaxLabelLength, "Map");

    /// <summary>The nearest name that <see cref="CheckStateName"/> accepts.</summary>
    public static string ToStateName(string name) => name.Length == 0 ? "State" : CutTo(name, MaxLength);

    private static string ToValid(string name, System.Func<char, bool> isRefused, int greatest, string otherwise)
    {
        var valid = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            valid.Append(isRefused(c) ? '-' : c);
        }

        string cut = CutTo(valid.ToString(), greatest).Trim('-');
        return cut.Length == 0 ? otherwise : cut;
    }

    private static bool IsRefusedInLabel(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || RefusedInLabels.IndexOf(c) >= 0;

    private static NameFault? CheckLength(string name, int greatest = MaxLength)
    {
        int length = CountCharacters(name);
        return length <= greatest
            ? null
            : new NameFault(NameFaultKind.TooLong, CutTo(name, greatest).Length, $"has {length} characters, at most {greatest} are allowed");
    }

    /// <summary>Characters are Unicode code points: the specification's wording. AWS's own way of counting is not known.</summary>
    private static int CountCharacters(string name)
    {
        int count = name.Length;
        for (int i = 1; i < name.Length; i++)
        {
            if (char.IsSurrogatePair(name[i - 1], name[i]))
            {
                count--;
            }
        }

        return count;
    }

    private static string CutTo(string name, int characters)
    {
        int end = 0;
        for (int count = 0; end < name.Length && count < characters; count++)
        {
            end += end + 1 < name.Length && char.IsSurrogatePair(name[end], name[end + 1]) ? 2 : 1;
        }

        return name.Substring(0, end);
    }

    /// <summary>Whether a name is ASCII. AWS takes others, which CloudWatch does not know.</summary>
    public static bool IsAscii(string name)
    {
        foreach (char c in name)
        {
            if (c > 0x7F)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What nobody sees of a name, as a part of a sentence; null when all of it is seen.</summary>
    public static string? FindInvisible(string name)
    {
        foreach (char c in name)
        {
            if (char.IsControl(c))
            {
                return $"has the control character U+{(int)c:X4}";
            }
        }

        return name.Trim().Length == name.Length ? null : "has blanks at its ends";
    }

    private static bool IsRefusedInMachineName(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || RefusedInMachineNames.IndexOf(c) >= 0;

    private static string Show(char c) => c switch
    {
        ' ' => "a blank",
        _ when char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' => $"the character U+{(int)c:X4}",
        _ => $"'{c}'",
    };
}
