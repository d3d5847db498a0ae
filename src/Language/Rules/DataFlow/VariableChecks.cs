using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>
/// Checks the variables of a machine. It takes in all states first, since a variable can be assigned after the place, in the text, where it
/// is read.
/// </summary>
internal sealed class VariableChecks(FindingCollector findings)
{
    private readonly List<VariableScope> _scopes = [];
    private readonly List<(VariableScope Scope, VariableRead Read)> _reads = [];
    private readonly HashSet<string> _guarded = new(StringComparer.Ordinal);
    private bool _areReadsKnown = true;
    private bool _areAssignmentsKnown = true;

    /// <summary>Takes in a scope.</summary>
    public VariableScope Add(StateContainer container, VariableScope? outer, State? owner)
    {
        var scope = new VariableScope(container, outer, owner);
        _scopes.Add(scope);
        return scope;
    }

    /// <summary>Takes in a state of which nothing is known.</summary>
    public void AddUnknown() => _areReadsKnown = _areAssignmentsKnown = false;

    /// <summary>Takes in a state.</summary>
    public void Add(State state, VariableScope scope, ExpressionSites sites)
    {
        // Whether the role of a JSONata state can be an expression is not known.
        _areReadsKnown &= !sites.IsIncomplete && (sites.Language == QueryLanguage.JSONPath || state.Field("Credentials") is null);
        foreach (ExpressionSite site in sites.Sites)
        {
            foreach (VariableRead read in VariableRead.Of(site))
            {
                _reads.Add((scope, read));
                if (read.IsGuarded)
                {
                    _guarded.Add(read.Name);
                }
            }
        }

        foreach (DocumentPart part in VariableScope.AssigningParts(state, sites.Language))
        {
            AddAssignments(part, scope, sites.Language);
        }
    }

    /// <summary>Says what is wrong once all states are taken in.</summary>
    public void Report()
    {
        foreach (VariableScope scope in _scopes)
        {
            CheckOuter(scope);
        }

        foreach ((VariableScope scope, VariableRead read) in _reads)
        {
            Check(scope, read);
        }

        if (_areReadsKnown)
        {
            foreach (VariableScope scope in _scopes)
            {
                foreach (Assignment variable in scope.Variables)
                {
                    if (scope.IndexOf(variable.Name) >= 0 && !scope.Read.Contains(variable.Name))
                    {
                        findings.Add(VariableRules.NeverRead, variable.Member, variable.Path, variable.Name);
                    }
                }
            }
        }
    }

    private void AddAssignments(DocumentPart part, VariableScope scope, QueryLanguage language)
    {
        JsonSyntax? value = part.Field("Assign")?.Value;
        if (value is not JsonObjectSyntax assign)
        {
            _areAssignmentsKnown &= value is null;
            return;
        }

        foreach (JsonMemberSyntax member in assign.Members)
        {
            var assignment = new Assignment(VariableScope.NameOf(member, language), member, part);
            if (Substitutions.IsIn(assignment.Name))
            {
                _areAssignmentsKnown = false;
            }
            else if (VariableNames.FindFault(assignment.Name) is { } fault)
            {
                findings.Add(VariableRules.InvalidName, member, assignment.Path, assignment.Name, fault);
            }
            else
            {
                scope.Add(assignment);
            }
        }
    }

    private void CheckOuter(VariableScope scope)
    {
        foreach (Assignment variable in scope.Variables)
        {
            for (VariableScope inner = scope; inner.Outer is { } outer && !inner.IsIsolated; inner = outer)
            {
                if (outer.IndexOf(variable.Name) is >= 0 and var index)
                {
                    findings.Add(VariableRules.AssignedOutside, variable.Member, variable.Path, variable.Name, outer.Variables[index].Part.Path);
                    scope.Remove(variable.Name);
                    break;
                }
            }
        }
    }

    private void Check(VariableScope scope, VariableRead read)
    {
        State point = read.Site.State;
        for (VariableScope? at = scope; at is not null; at = at.Outer)
        {
            if (at.IndexOf(read.Name) is >= 0 and var index)
            {
                at.Read.Add(read.Name);
                if (read.IsCertain && at.Flow.IsReached(point))
                {
                    CheckValue(at, index, point, read);
                }

                return;
            }

            if (at.IsIsolated)
            {
                break;
            }

            point = at.Owner ?? point;
        }

        if (read.IsCertain && !read.IsGuarded && _areAssignmentsKnown)
        {
            CheckUnknown(scope, read);
        }
    }

    private void CheckValue(VariableScope scope, int index, State point, VariableRead read)
    {
        bool isOwn = point == read.Site.State && Assigns(point, read.Name);
        string? reason = null;
        if (scope.Flow.IsAlwaysAssigned(point, index))
        {
            if (isOwn && read.Site.Field is { Place: { Name: "Output" or "OutputPath" } } field && (field.Members & StatesMembers.ErrorOutput) == 0)
            {
                findings.Add(VariableRules.OldValue, read.Site.Node, read.Range, read.Site.Place.ToString(), read.Name);
            }
        }
        else if (!scope.Flow.IsEverAssigned(point, index))
        {
            reason = read.IsGuarded ? null
                : isOwn ? "has no value here yet: what this state assigns is there for the states after it"
                : "has no value here: no state before this one assigns it";
        }
        else if (read.IsNeeded && !_guarded.Contains(read.Name))
        {
            reason = "may have no value here, for example " + scope.Flow.DescribePathWithout(point, index);
        }

        if (reason is not null)
        {
            findings.Add(VariableRules.Unassigned, read.Site.Node, read.Range, read.Site.Place.ToString(), read.Name, reason);
        }
    }

    private static bool Assigns(State state, string name) =>
        state is not ChoiceState && state.Assign is JsonObjectSyntax assign && (assign.Find(name) ?? assign.Find(name + ".$")) is not null;

    private void CheckUnknown(VariableScope scope, VariableRead read)
    {
        if (read.IsFunction)
        {
            return;
        }

        VariableScope? owner = _scopes.FirstOrDefault(other => other.IndexOf(read.Name) >= 0);
        if (owner is not null)
        {
            owner.Read.Add(read.Name);
            string reason = IsAround(owner, scope)
                ? "a Distributed Map runs its items in executions of their own, which have no variables of this one"
                : $"it belongs to the states of {(owner.Outer is null ? "the state machine" : owner.Container.Path)}";
            findings.Add(VariableRules.OutOfScope, read.Site.Node, read.Range, read.Site.Place.ToString(), read.Name, reason);
        }
        else
        {
            string? near = FindNear(scope, read.Name);
            findings.Add(
                VariableRules.UnknownVariable, read.Site.Node, read.Range, read.Site.Place.ToString(), read.Name, near is null ? "" : $"; did you mean ${near}?");
            findings.Correct(near is null ? null : "$" + near);
        }
    }

    private static bool IsAround(VariableScope owner, VariableScope scope)
    {
        for (VariableScope? outer = scope.Outer; outer is not null; outer = outer.Outer)
        {
            if (outer == owner)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The visible variable that was meant; it counts as read then.</summary>
    private static string? FindNear(VariableScope scope, string name)
    {
        for (VariableScope? at = scope; at is not null; at = at.IsIsolated ? null : at.Outer)
        {
            if (SpellingSuggestion.Find(name, at.Variables.Select(variable => variable.Name)) is { } near)
            {
                at.Read.Add(near);
                return near;
            }
        }

        return null;
    }
}
