using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>For which values a comparison is true.</summary>
internal static class ComparedValues
{
    /// <summary>
    /// The values for which a comparison is true, or some more than these when it cannot be told exactly, as with patterns and with operands that
    /// are paths. Null when the comparison has a fault.
    /// </summary>
    public static (ValueSet Values, bool IsExact)? Find(Comparison comparison)
    {
        ComparisonOperator @operator = comparison.Operator;
        if (@operator.TakesPath)
        {
            return comparison.Member.Value is JsonStringSyntax ? (OfFamily(@operator.Family), false) : null;
        }

        return (@operator.Family, comparison.Member.Value) switch
        {
            (ComparisonFamily.String, JsonStringSyntax text) when !Substitutions.IsIn(text.Value) => (Strings(@operator.Relation, text.Value), true),
            (ComparisonFamily.String or ComparisonFamily.StringMatches or ComparisonFamily.Timestamp, JsonStringSyntax) => (ValueSet.AnyString, false),
            (ComparisonFamily.Numeric, JsonNumberSyntax number)
                when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => (Numbers(@operator.Relation, value), true),
            (ComparisonFamily.Boolean, JsonBooleanSyntax boolean) => (ValueSet.Of(boolean.Value ? ValueKinds.True : ValueKinds.False), true),
            (ComparisonFamily.TypeTest, JsonBooleanSyntax test) => OfTest(@operator.Name, test.Value),
            _ => null,
        };
    }

    private static ValueSet OfFamily(ComparisonFamily family) => family switch
    {
        ComparisonFamily.Numeric => ValueSet.AnyNumber,
        ComparisonFamily.Boolean => ValueSet.AnyBoolean,
        _ => ValueSet.AnyString,
    };

    private static (ValueSet Values, bool IsExact) OfTest(string name, bool isAskedFor)
    {
        ValueSet values = name switch
        {
            "IsPresent" => ValueSet.Present,
            "IsNull" => ValueSet.Of(ValueKinds.Null),
            "IsNumeric" => ValueSet.AnyNumber,
            "IsBoolean" => ValueSet.AnyBoolean,
            _ => ValueSet.AnyString,
        };
        if (name == "IsTimestamp")
        {
            return (isAskedFor ? values : ValueSet.Present, false);
        }

        return (isAskedFor ? values : values.Invert().Intersect(name == "IsPresent" ? ValueSet.All : ValueSet.Present), true);
    }

    private static ValueSet Numbers(ComparisonRelation relation, double value)
    {
        (bool hasFrom, bool hasTo, bool isIncluded) = Shape(relation);
        return ValueSet.Of(
            hasFrom ? new Bound<double>(value, true, isIncluded) : Bound<double>.None, hasTo ? new Bound<double>(value, true, isIncluded) : Bound<double>.None);
    }

    private static ValueSet Strings(ComparisonRelation relation, string value)
    {
        (bool hasFrom, bool hasTo, bool isIncluded) = Shape(relation);
        return ValueSet.Of(
            hasFrom ? new Bound<string>(value, true, isIncluded) : Bound<string>.None, hasTo ? new Bound<string>(value, true, isIncluded) : Bound<string>.None);
    }

    private static (bool HasFrom, bool HasTo, bool IsIncluded) Shape(ComparisonRelation relation) => relation switch
    {
        ComparisonRelation.Equal => (true, true, true),
        ComparisonRelation.LessThan => (false, true, false),
        ComparisonRelation.LessThanEqual => (false, true, true),
        ComparisonRelation.GreaterThan => (true, false, false),
        _ => (true, false, true),
    };
}
