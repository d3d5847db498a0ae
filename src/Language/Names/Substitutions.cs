using System;

namespace StateMachineGen.Language.Names;

/// <summary>
/// The substitutions of a deployment, <c>${Name}</c>, which CloudFormation, SAM, the CDK and others fill before AWS sees the definition. What a text
/// with one of them will say is not known. Each of these tools has names of its own, some with blanks and brackets, so anything may stand between the
/// braces; nothing may not: <c>${}</c> is a place of <c>States.Format</c> behind a dollar.
/// </summary>
public static class Substitutions
{
    private const string Open = "${";

    /// <summary>Whether a text holds a substitution.</summary>
    public static bool IsIn(string text)
    {
        for (int start = text.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Open, start + Open.Length, StringComparison.Ordinal))
        {
            if (text.IndexOf('}', start) > start + Open.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is one substitution and nothing else.</summary>
    public static bool IsAllOf(string text) => text.StartsWith(Open, StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1 && IsIn(text);
}
