using System.Globalization;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what arrays hold.</summary>
internal static class ItemChecks
{
    /// <summary>Reports elements that are no objects.</summary>
    /// <param name="array">The array.</param>
    /// <param name="name">What an element is.</param>
    /// <param name="place">The part with the array.</param>
    /// <param name="field">The field with the array.</param>
    /// <param name="findings">Where findings go.</param>
    public static void RequireObjects(JsonArraySyntax array, string name, PartPlace place, string field, FindingCollector findings)
    {
        for (int i = 0; i < array.Items.Length; i++)
        {
            JsonSyntax item = array.Items[i];
            if (item is not JsonObjectSyntax)
            {
                string path = place.PathOf(field) + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                findings.Add(FieldRules.WrongTypeOfValue, item, path, name, "a JSON object", FindingCollector.Show(item));
            }
        }
    }

    /// <summary>Reports elements that are no strings.</summary>
    public static void RequireStrings(JsonArraySyntax array, string name, PartPlace place, string field, FindingCollector findings)
    {
        for (int i = 0; i < array.Items.Length; i++)
        {
            JsonSyntax item = array.Items[i];
            if (item is not JsonStringSyntax)
            {
                string path = place.PathOf(field) + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                findings.Add(FieldRules.WrongTypeOfValue, item, path, name, "a string", FindingCollector.Show(item));
            }
        }
    }
}
