using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>What the states of a scope read of their inputs and put into them: what one names, another one is likely to name.</summary>
internal sealed class UsedPaths : DataShape
{
    private readonly SortedDictionary<string, UsedPaths> _members = new(StringComparer.Ordinal);
    private UsedPaths? _element;

    private UsedPaths()
    {
    }

    public override IEnumerable<DataMember> Members =>
        _members.Select(static member => new DataMember(member.Key, "", "is named elsewhere in these states", () => member.Value));

    public override DataShape? Element => _element;

    /// <summary>The paths in the states of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="draft">The state that is being written, to be taken for the one of its name.</param>
    /// <param name="caret">The string that is being written; what is in it may be half a name.</param>
    public static UsedPaths In(StateContainer scope, StateMachine machine, State draft, JsonSyntax caret)
    {
        var root = new UsedPaths();
        foreach (State state in scope.States.Select(state => state.Name == draft.Name ? draft : state).Where(static state => state.Type is not null))
        {
            foreach (ExpressionSite site in new ExpressionSites(state, StateLanguage.Of(state, machine).Value).Sites.Where(site => site.Node != caret))
            {
                root.Add(site);
            }
        }

        return root;
    }

    private void Add(ExpressionSite site)
    {
        if (site.References is { } references)
        {
            foreach (StatesReference reference in references.StatesMembers.Where(static reference => reference.Name == "input"))
            {
                Add(reference);
            }
        }
        else if (site.Field.Place.Name != "ResultSelector" && site.Root is { } root)
        {
            foreach (JsonPathQuery path in root.DescendantsAndSelf().OfType<JsonPathQuery>().Where(static path => path.Root == PathRoot.Data))
            {
                Add(path);
            }
        }
    }

    private void Add(StatesReference reference)
    {
        UsedPaths shape = this;
        foreach (string name in reference.Path)
        {
            shape = shape.Member(name);
        }
    }

    private void Add(JsonPathQuery path)
    {
        UsedPaths shape = this;
        foreach (JsonPathSegment segment in path.Segments)
        {
            switch (segment)
            {
                case { IsDescendant: false, Selector: JsonPathNames { Names: { Count: 1 } names } }:
                    shape = shape.Member(names[0].Value);
                    break;
                case { IsDescendant: false, Selector: JsonPathIndices or JsonPathSlice or JsonPathWildcard }:
                    shape = shape._element ??= new UsedPaths();
                    break;
                default:
                    return;
            }
        }
    }

    private UsedPaths Member(string name)
    {
        if (!_members.TryGetValue(name, out UsedPaths? member))
        {
            _members.Add(name, member = new UsedPaths());
        }

        return member;
    }
}
