namespace StateMachineGen.Language.Names;

/// <summary>
/// The substitutions of a deployment, <c>${Name}</c>, which CloudFormation and SAM fill before AWS sees the definition. What a text with
/// one of them will say is not known.
/// </summary>
public static class Substitutions
{
    /// <summary>Whether a text holds a substitution.</summary>
    public static bool IsIn(string text)
    {
        for (int start = text.IndexOf("${", System.StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start + 2, System.StringComparison.Ordinal))
        {
            int end = start + 2;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or ':' or '-'))
            {
                end++;
            }

            if (end > start + 2 && end < text.Length && text[end] == '}')
            {
                return true;
            }
        }

        return false;
    }
}
