using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Language.Names;

/// <summary>What a comparison operator compares.</summary>
public enum ComparisonFamily
{
    /// <summary>Strings, by UTF-16 units.</summary>
    String,

    /// <summary>A string with a pattern in which <c>*</c> stands for any characters.</summary>
    StringMatches,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Booleans.</summary>
    Boolean,

    /// <summary>RFC 3339 timestamps, as instants.</summary>
    Timestamp,

    /// <summary>The presence or type of a value; the operand <c>false</c> inverts the test.</summary>
    TypeTest,
}

/// <summary>How the two sides of a comparison must relate.</summary>
public enum ComparisonRelation
{
    /// <summary>Both are equal.</summary>
    Equal,

    /// <summary>The variable is less.</summary>
    LessThan,

    /// <summary>The variable is greater.</summary>
    GreaterThan,

    /// <summary>The variable is less or equal.</summary>
    LessThanEqual,

    /// <summary>The variable is greater or equal.</summary>
    GreaterThanEqual,
}

/// <summary>A comparison operator of choice rules.</summary>
/// <param name="Name">Its name, a field of the rule.</param>
/// <param name="Family">What it compares.</param>
/// <param name="Relation">How the sides must relate; <see cref="ComparisonRelation.Equal"/> where there is nothing to order.</param>
/// <param name="TakesPath">Whether the operand is the path to a value instead of the value.</param>
public sealed record ComparisonOperator(string Name, ComparisonFamily Family, ComparisonRelation Relation, bool TakesPath)
{
    /// <summary>What the operand is.</summary>
    public FieldValue Operand => TakesPath ? FieldValue.Path : Family switch
    {
        ComparisonFamily.String or ComparisonFamily.StringMatches => FieldValue.Text,
        ComparisonFamily.Numeric => FieldValue.Number,
        ComparisonFamily.Timestamp => FieldValue.Timestamp,
        _ => FieldValue.Boolean,
    };
}

/// <summary>The 39 comparison operators (ASL, "Choice State").</summary>
public static class ComparisonOperators
{
    private static readonly ImmutableDictionary<string, ComparisonOperator> s_byName = Build();

    /// <summary>All operators.</summary>
    public static IEnumerable<ComparisonOperator> All => s_byName.Values;

    /// <summary>The operator of this name, or null.</summary>
    public static ComparisonOperator? Find(string name) => s_byName.TryGetValue(name, out ComparisonOperator? found) ? found : null;

    /// <summary>The operator that a misspelt one was meant to be, <c>StringEquals</c> for <c>StringEqual</c>; null when none is near.</summary>
    public static string? FindNearest(string name) => SpellingSuggestion.Find(name, s_byName.Keys);

    private static ImmutableDictionary<string, ComparisonOperator> Build()
    {
        ImmutableDictionary<string, ComparisonOperator>.Builder operators =
            ImmutableDictionary.CreateBuilder<string, ComparisonOperator>(StringComparer.Ordinal);
        foreach (ComparisonFamily family in new[] { ComparisonFamily.String, ComparisonFamily.Numeric, ComparisonFamily.Timestamp })
        {
            Add(family + "Equals", family, ComparisonRelation.Equal, hasPathForm: true);
            Add(family + "LessThan", family, ComparisonRelation.LessThan, hasPathForm: true);
            Add(family + "GreaterThan", family, ComparisonRelation.GreaterThan, hasPathForm: true);
            Add(family + "LessThanEquals", family, ComparisonRelation.LessThanEqual, hasPathForm: true);
            Add(family + "GreaterThanEquals", family, ComparisonRelation.GreaterThanEqual, hasPathForm: true);
        }

        Add("BooleanEquals", ComparisonFamily.Boolean, ComparisonRelation.Equal, hasPathForm: true);
        Add("StringMatches", ComparisonFamily.StringMatches, ComparisonRelation.Equal, hasPathForm: false);
        foreach (string test in new[] { "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp" })
        {
            Add(test, ComparisonFamily.TypeTest, ComparisonRelation.Equal, hasPathForm: false);
        }

        return operators.ToImmutable();

        void Add(string name, ComparisonFamily family, ComparisonRelation relation, bool hasPathForm)
        {
            operators.Add(name, new ComparisonOperator(name, family, relation, TakesPath: false));
            if (hasPathForm)
            {
                operators.Add(name + "Path", new ComparisonOperator(name + "Path", family, relation, TakesPath: true));
            }
        }
    }
}
