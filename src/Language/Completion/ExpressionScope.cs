using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>What an expression can refer to where it stands.</summary>
/// <param name="machine">The machine.</param>
/// <param name="state">The state whose field holds the expression.</param>
/// <param name="field">The field.</param>
/// <param name="caret">The string that is being written.</param>
/// <param name="data">What C# knows of the data.</param>
internal sealed class ExpressionScope(StateMachine machine, State state, EvaluatedField field, JsonSyntax caret, KnownData data)
{
    private readonly Lazy<ImmutableArray<Suggestion>> _variables = new(() => [.. VisibleVariables.Of(state, machine)]);

    /// <summary>The field that holds the expression.</summary>
    public EvaluatedField Field { get; } = field;

    /// <summary>The variables that can be read.</summary>
    public ImmutableArray<Suggestion> Variables => _variables.Value;

    /// <summary>The context object.</summary>
    public DataShape Context => FixedShape.Context(data.ExecutionInput);

    /// <summary>What the handler returns, or null.</summary>
    public DataShape? Result => data.TaskResult;

    /// <summary>The input of the state, or what of it the field sees.</summary>
    public DataShape? Input => DataShape.Join(FindInput());

    /// <summary>What <c>$</c> is in JSONPath.</summary>
    public DataShape? Data => Field.Place.Name == "ResultSelector" ? Result : Input;

    private IEnumerable<DataShape?> FindInput()
    {
        // A handler takes the state's input unless a field shapes it first.
        if (state.Field("Parameters") is null && state.Field("Arguments") is null && state.Field("InputPath") is null)
        {
            yield return data.TaskInput;
        }

        if (state.Container is not ItemProcessor)
        {
            yield return data.ExecutionInput;
        }

        yield return UsedPaths.In(state.Container, machine, state, caret);
    }

    /// <summary>The members of data as suggestions.</summary>
    public static IEnumerable<Suggestion> MembersOf(DataShape? shape) =>
        shape?.Members.Select(static member => new Suggestion(member.Name, SuggestionKind.Data, member.Type, member.Description)) ?? [];
}
