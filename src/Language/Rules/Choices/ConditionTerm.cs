using System.Collections.Generic;
using System.Globalization;
using System.Text;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Language.Rules;

/// <summary>What a term says of one variable.</summary>
/// <param name="Variable">The variable; paths to one value are written in one way.</param>
/// <param name="Possible">The values for which the term can be true.</param>
/// <param name="Required">The values for which its exact comparisons are true; the others are among <see cref="ConditionTerm.Keys"/>.</param>
internal readonly record struct VariableConstraint(string Variable, ValueSet Possible, ValueSet Required);

/// <summary>Comparisons that must all hold: what remains of a condition when its Or and Not are resolved.</summary>
internal sealed class ConditionTerm
{
    /// <summary>A condition with more alternatives than this is not analysed.</summary>
    private const int MaxTerms = 32;

    private ConditionTerm(List<VariableConstraint> variables, List<string> keys)
    {
        Variables = variables;
        Keys = keys;
    }

    /// <summary>A term that always holds.</summary>
    private static ConditionTerm Always { get; } = new([], []);

    public List<VariableConstraint> Variables { get; }

    /// <summary>What must hold besides and is not looked into; conditions of one key are true together, and <c>!</c> marks the opposite.</summary>
    public List<string> Keys { get; }

    public bool IsAlways => Variables.Count == 0 && Keys.Count == 0;

    /// <summary>The only variable that the term is about, when it says exactly for which values it is true; otherwise null.</summary>
    public string? OnlyVariable => Variables.Count == 1 && Keys.Count == 0 ? Variables[0].Variable : null;

    public bool IsImpossible
    {
        get
        {
            foreach (VariableConstraint variable in Variables)
            {
                if (variable.Possible.IsEmpty)
                {
                    return true;
                }
            }

            foreach (string key in Keys)
            {
                if (Keys.Contains("!" + key))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The alternatives of a condition; none when it is never true; null when it is too complex or has a fault.</summary>
    public static List<ConditionTerm>? Expand(Condition condition, bool isNegated = false)
    {
        switch (condition)
        {
            case LiteralCondition literal:
                return literal.Value != isNegated ? [Always] : [];
            case OpaqueCondition { IsSteady: true } opaque:
                return [new ConditionTerm([], [Key(opaque.Text, isNegated)])];
            case OpaqueCondition opaque:
                // It may come out differently each time, so nothing follows from it.
                return null;
            case NotCondition not:
                return Expand(not.Inner, !isNegated);
            case CombinedCondition combined:
                return combined.IsAnd != isNegated ? ExpandAll(combined, isNegated) : ExpandAny(combined, isNegated);
            case ComparisonCondition comparison:
                return ExpandComparison(comparison, isNegated);
            default:
                return null;
        }
    }

    /// <summary>Whether the other term holds whenever this one does.</summary>
    public bool Implies(ConditionTerm other)
    {
        foreach (string key in other.Keys)
        {
            if (!Keys.Contains(key))
            {
                return false;
            }
        }

        foreach (VariableConstraint constraint in other.Variables)
        {
            if (!PossibleOf(constraint.Variable).IsIn(constraint.Required))
            {
                return false;
            }
        }

        return true;
    }

    private ValueSet PossibleOf(string variable)
    {
        foreach (VariableConstraint constraint in Variables)
        {
            if (constraint.Variable == variable)
            {
                return constraint.Possible;
            }
        }

        return ValueSet.All;
    }

    private static List<ConditionTerm>? ExpandAny(CombinedCondition combined, bool isNegated)
    {
        List<ConditionTerm> terms = [];
        foreach (Condition part in combined.Parts)
        {
            if (Expand(part, isNegated) is not { } more || terms.Count + more.Count > MaxTerms)
            {
                return null;
            }

            terms.AddRange(more);
        }

        return terms;
    }

    private static List<ConditionTerm>? ExpandAll(CombinedCondition combined, bool isNegated)
    {
        List<ConditionTerm> terms = [Always];
        foreach (Condition part in combined.Parts)
        {
            if (Expand(part, isNegated) is not { } more || terms.Count * more.Count > MaxTerms)
            {
                return null;
            }

            List<ConditionTerm> joined = [];
            foreach (ConditionTerm first in terms)
            {
                foreach (ConditionTerm second in more)
                {
                    joined.Add(first.Join(second));
                }
            }

            terms = joined;
        }

        return terms;
    }

    private static List<ConditionTerm>? ExpandComparison(ComparisonCondition condition, bool isNegated)
    {
        if (ComparedValues.Find(condition.Comparison) is not { } found)
        {
            return null;
        }

        string variable = Normalize(condition.Variable);
        ValueSet domain = condition.TestsPresence is null ? ValueSet.Present : ValueSet.All;
        if (found.IsExact)
        {
            ValueSet values = isNegated ? domain.Intersect(found.Values.Invert()) : found.Values;
            return [new ConditionTerm([new VariableConstraint(variable, values, values)], [])];
        }

        string key = variable + "\n" + condition.Comparison.Operator.Name + "\n" + Json.JsonWriter.WriteCompact(condition.Comparison.Member.Value);
        return [new ConditionTerm([new VariableConstraint(variable, isNegated ? domain : found.Values, ValueSet.All)], [Key(key, isNegated)])];
    }

    private ConditionTerm Join(ConditionTerm other)
    {
        if (IsAlways)
        {
            return other;
        }

        List<VariableConstraint> variables = [.. Variables];
        foreach (VariableConstraint constraint in other.Variables)
        {
            int index = variables.FindIndex(known => known.Variable == constraint.Variable);
            if (index < 0)
            {
                variables.Add(constraint);
            }
            else
            {
                variables[index] = new VariableConstraint(
                    constraint.Variable, variables[index].Possible.Intersect(constraint.Possible), variables[index].Required.Intersect(constraint.Required));
            }
        }

        List<string> keys = [.. Keys];
        foreach (string key in other.Keys)
        {
            if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        return new ConditionTerm(variables, keys);
    }

    private static string Key(string text, bool isNegated) => isNegated ? "!" + text : text;

    /// <summary>One way to write a path: <c>$['a']</c> is <c>$.a</c>.</summary>
    internal static string Normalize(string path)
    {
        if (path.IndexOf('[') < 0 || ReferencePath.Parse(path, out _) is not { } reference)
        {
            return path;
        }

        var text = new StringBuilder(reference.Root == PathRoot.Context ? "$$" : "$" + reference.Variable);
        foreach (PathStep step in reference.Steps)
        {
            text.Append(step.Name is null ? "[" + step.Index.ToString(CultureInfo.InvariantCulture) + "]" : "." + step.Name);
        }

        return text.ToString();
    }
}
