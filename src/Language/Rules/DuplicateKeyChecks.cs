using System;
using System.Collections.Generic;
using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Finds names that occur twice in one object, anywhere in a definition.</summary>
internal sealed class DuplicateKeyChecks(FindingCollector findings)
{
    private const int FewMembers = 12;

    private readonly List<string> _path = [];

    /// <summary>Checks a whole machine.</summary>
    public void Check(StateMachine machine) => CheckScope(machine);

    /// <summary>The names of states have a rule of their own.</summary>
    private void CheckScope(StateContainer scope)
    {
        CheckNames(scope.Syntax);
        foreach (JsonMemberSyntax member in scope.Syntax.Members)
        {
            if (member.Name != "States" || member.Value is not JsonObjectSyntax)
            {
                Visit("/" + member.Name, member.Value);
            }
        }

        foreach (State state in scope.States)
        {
            int depth = _path.Count;
            _path.Add("/States/" + state.Name);
            CheckState(state);
            _path.RemoveAt(depth);
        }
    }

    private void CheckState(State state)
    {
        if (state.Member.Value is not JsonObjectSyntax fields)
        {
            Walk(state.Member.Value);
            return;
        }

        CheckNames(fields);
        foreach (JsonMemberSyntax member in fields.Members)
        {
            if (!IsNested(state, member))
            {
                Visit("/" + member.Name, member.Value);
            }
        }

        foreach (StateContainer nested in state.Containers)
        {
            int depth = _path.Count;
            _path.Add(nested.Path.Substring(state.Path.Length));
            CheckScope(nested);
            _path.RemoveAt(depth);
        }
    }

    private static bool IsNested(State state, JsonMemberSyntax member) =>
        state is ParallelState ? member.Name == "Branches" : state is MapState { ItemProcessor: { } processor } && member.Value == processor.Syntax;

    private void Visit(string segment, JsonSyntax value)
    {
        if (value is JsonObjectSyntax or JsonArraySyntax)
        {
            _path.Add(segment);
            Walk(value);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Walk(JsonSyntax value)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                CheckNames(@object);
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    Visit("/" + member.Name, member.Value);
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    if (array.Items[i] is JsonObjectSyntax or JsonArraySyntax)
                    {
                        Visit("[" + i.ToString(CultureInfo.InvariantCulture) + "]", array.Items[i]);
                    }
                }

                break;
        }
    }

    private void CheckNames(JsonObjectSyntax @object)
    {
        if (@object.Members.Length <= FewMembers)
        {
            for (int i = 1; i < @object.Members.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (@object.Members[j].Name == @object.Members[i].Name)
                    {
                        Add(@object.Members[i]);
                        break;
                    }
                }
            }

            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMemberSyntax member in @object.Members)
        {
            if (!names.Add(member.Name))
            {
                Add(member);
            }
        }
    }

    private void Add(JsonMemberSyntax member) =>
        findings.Add(FieldRules.DuplicateKey, member, string.Concat(_path) + "/" + member.Name, member.Name);
}
