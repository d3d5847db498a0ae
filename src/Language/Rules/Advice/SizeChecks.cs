using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the length of a definition.</summary>
internal static class SizeChecks
{
    public static void Check(StateMachine machine, FindingCollector findings)
    {
        // A definition that was read is as long as its text; one that was built, as what will be written.
        int length = machine.Syntax.Range.Length > 0 ? machine.Syntax.Range.Length
            : Estimate(machine.Syntax, depth: 1) < Quotas.DefinitionLength / 2 ? 0
            : JsonWriter.Write(machine.Syntax).Length;
        if (length > Quotas.DefinitionLength)
        {
            findings.Add(
                AdviceRules.DefinitionTooLong,
                machine.Syntax,
                machine.Path,
                length.ToString("N0", CultureInfo.InvariantCulture),
                Quotas.DefinitionLength.ToString("N0", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The length but for escapes, which make a string six times as long at most and are rare.</summary>
    private static int Estimate(JsonSyntax value, int depth)
    {
        int length = 4 + (2 * depth);
        switch (value)
        {
            case JsonStringSyntax text:
                return length + text.Value.Length;
            case JsonNumberSyntax number:
                return length + number.Text.Length;
            case JsonArraySyntax array:
                foreach (JsonSyntax item in array.Items)
                {
                    length += Estimate(item, depth + 1);
                }

                return length;
            case JsonObjectSyntax part:
                foreach (JsonMemberSyntax member in part.Members)
                {
                    length += member.Name.Length + Estimate(member.Value, depth + 1);
                }

                return length;
            default:
                return length;
        }
    }
}
