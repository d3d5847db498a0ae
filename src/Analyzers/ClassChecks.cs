using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>Checks what only C# can get wrong in a machine that was read: attributes and values that would be lost without a word.</summary>
internal sealed class ClassChecks(AuthoredMachine machine, Action<Rule, SourcePlace, ImmutableArray<string>> report)
{
    public void Check()
    {
        CheckHolder(machine.Scope, "a state machine", static kind => kind is AttributeKind.StateMachine or AttributeKind.Field);
        foreach (AuthoredScope branch in machine.States.SelectMany(static state => state.Scopes).Where(static scope => scope.Attribute is { Kind: AttributeKind.Branch, Target: null }))
        {
            CheckHolder(branch, "a branch", static kind => kind is AttributeKind.Branch or AttributeKind.Field);
        }

        foreach (AuthoredState state in machine.States)
        {
            CheckState(state);
        }

        CheckFunctions();
    }

    private void CheckHolder(AuthoredScope scope, string what, Func<AttributeKind, bool> belongs)
    {
        foreach (Annotation attribute in scope.Attributes)
        {
            if (!belongs(attribute.Kind))
            {
                report(CSharpRules.MisplacedAttribute, new AttributePlace(attribute), [attribute.Kind.ToString(), what, "put it on a state"]);
            }

            CheckValues(attribute);
        }

        CheckFields(scope.Attributes);
    }

    private void CheckState(AuthoredState state)
    {
        foreach (Annotation attribute in state.Attributes)
        {
            CheckValues(attribute);
            if (attribute.Kind is AttributeKind.ItemProcessor or AttributeKind.Iterator && state.StateType != Language.Document.StateType.Map)
            {
                report(CSharpRules.MisplacedAttribute, new AttributePlace(attribute), [attribute.Kind.ToString(), $"a {state.StateType} state", "only a Map runs states for items"]);
            }
            else if (attribute.Kind == AttributeKind.StartExecution && state.StateType != Language.Document.StateType.Task)
            {
                report(CSharpRules.MisplacedAttribute, new AttributePlace(attribute), [attribute.Kind.ToString(), $"a {state.StateType} state", "only a Task starts executions"]);
            }
            else if (attribute.Kind == AttributeKind.StateMachine)
            {
                report(CSharpRules.MisplacedAttribute, new AttributePlace(attribute), [attribute.Kind.ToString(), "a state", "a machine is a class of its own"]);
            }
        }

        CheckFields(state.Attributes);
    }

    private void CheckFields(ImmutableArray<Annotation> attributes)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Annotation attribute in attributes.Reverse())
        {
            if (attribute.Kind == AttributeKind.Field && !attribute.Positional.IsEmpty && attribute.Positional[0].Text is { } name && !names.Add(name))
            {
                report(CSharpRules.FieldTwice, new ArgumentPlace(attribute, null), [name]);
            }
        }
    }

    private void CheckValues(Annotation attribute)
    {
        foreach (KeyValuePair<string, AnnotationValue> argument in attribute.Named)
        {
            if (argument.Value.IsWithoutMeaning || NumericProperties.Refuses(argument.Key, argument.Value))
            {
                report(CSharpRules.ValueWithoutMeaning, new ArgumentPlace(attribute, argument.Key), [argument.Value.ToString()]);
            }
        }

        for (int i = 0; i < attribute.Positional.Length; i++)
        {
            if (attribute.Kind is not (AttributeKind.Retry or AttributeKind.Catch) && attribute.Positional[i].IsWithoutMeaning)
            {
                report(CSharpRules.ValueWithoutMeaning, new ArgumentPlace(attribute, null, i), [attribute.Positional[i].ToString()]);
            }
        }
    }

    private void CheckFunctions()
    {
        Dictionary<string, string> functions = new(StringComparer.Ordinal);
        foreach ((AuthoredState state, SourcePlace place) in FindFunctions(machine.Scope))
        {
            string placeholder = Placeholder.OfFunction(state.Type);
            if (functions.TryGetValue(placeholder, out string? other))
            {
                report(CSharpRules.SharedFunction, place, [state.Name, other, placeholder]);
            }
            else
            {
                functions.Add(placeholder, state.Name);
            }
        }
    }

    /// <summary>The states that are deployed as functions; those of another machine are pointed at where it is named.</summary>
    private static IEnumerable<(AuthoredState State, SourcePlace Place)> FindFunctions(AuthoredScope scope)
    {
        foreach (AuthoredState state in scope.States)
        {
            if (state.IsDeployedWithMachine)
            {
                yield return (state, new CarrierPlace(state.Attribute));
            }

            foreach ((AuthoredState, SourcePlace) inner in state.Scopes.SelectMany(FindFunctions))
            {
                yield return inner;
            }
        }

        if (scope.Body is { Source: { } source } body)
        {
            foreach ((AuthoredState state, _) in FindFunctions(source.Scope))
            {
                yield return (state, new BodyPlace(body.Attribute));
            }
        }
    }
}
