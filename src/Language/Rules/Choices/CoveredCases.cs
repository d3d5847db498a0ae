using System;
using System.Collections.Generic;

namespace StateMachineGen.Language.Rules;

/// <summary>The cases that the rules of a Choice take, from the first rule to the one that is looked at.</summary>
internal sealed class CoveredCases
{
    /// <summary>How many terms are remembered, so that a Choice with very many rules costs what it has rules.</summary>
    private const int MaxTerms = 64;

    private readonly Dictionary<string, (ValueSet Values, int Terms)> _byVariable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<ConditionTerm> _others = [];

    /// <summary>Whether a term can only be true where a rule before it is true.</summary>
    public bool Covers(ConditionTerm term)
    {
        foreach (VariableConstraint constraint in term.Variables)
        {
            if (_byVariable.TryGetValue(constraint.Variable, out (ValueSet Values, int Terms) covered) && constraint.Possible.IsIn(covered.Values))
            {
                return true;
            }
        }

        foreach (string key in term.Keys)
        {
            if (_keys.Contains(key))
            {
                return true;
            }
        }

        foreach (ConditionTerm other in _others)
        {
            if (term.Implies(other))
            {
                return true;
            }
        }

        return false;
    }

    public void Add(ConditionTerm term)
    {
        if (term.OnlyVariable is { } variable)
        {
            (ValueSet values, int terms) = _byVariable.TryGetValue(variable, out (ValueSet, int) known) ? known : (ValueSet.None, 0);
            if (terms < MaxTerms)
            {
                _byVariable[variable] = (values.Unite(term.Variables[0].Required), terms + 1);
            }
        }
        else if (term.Keys.Count == 1 && (term.Variables.Count == 0 || (term.Variables.Count == 1 && term.Variables[0].Required == ValueSet.All)))
        {
            _keys.Add(term.Keys[0]);
        }
        else if (_others.Count < MaxTerms)
        {
            _others.Add(term);
        }
    }

    /// <summary>Whether the cases are all there are, given that what is compared is of the type that it is compared with.</summary>
    /// <param name="testsPresence">Whether the presence of a variable is asked for, so that it may be missing.</param>
    public bool IsExhaustive(Func<string, bool> testsPresence)
    {
        foreach (string key in _keys)
        {
            if (_keys.Contains("!" + key))
            {
                return true;
            }
        }

        foreach (KeyValuePair<string, (ValueSet Values, int Terms)> variable in _byVariable)
        {
            if (IsWhole(variable.Value.Values) && ((variable.Value.Values.Kinds & ValueKinds.Missing) != 0 || !testsPresence(variable.Key)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether numbers, strings and booleans are each there as a whole or not at all.</summary>
    private static bool IsWhole(ValueSet values)
    {
        const ValueKinds booleans = ValueKinds.True | ValueKinds.False;
        ValueKinds covered = values.Kinds & booleans;
        bool isNone = covered == ValueKinds.None && values.Numbers.IsEmpty && values.Strings.IsEmpty;
        return !isNone
            && (covered == ValueKinds.None || covered == booleans)
            && (values.Numbers.IsEmpty || values.Numbers.IsAll)
            && (values.Strings.IsEmpty || values.Strings.IsAll);
    }
}
