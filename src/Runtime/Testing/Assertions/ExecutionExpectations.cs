using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Testing;

/// <summary>What a test expects of an execution. Each member returns the same object, so that expectations chain.</summary>
public sealed class ExecutionExpectations
{
    private readonly ExecutionRun _run;
    private readonly ImmutableArray<StateVisit> _visits;
    private readonly string _story;
    private readonly Expectation _expectation;

    internal ExecutionExpectations(ExecutionRun run, ImmutableArray<StateVisit> visits)
    {
        _run = run;
        _visits = visits;
        _story = ExecutionStory.Write(run, visits);
        _expectation = new Expectation($"Execution of '{run.Machine.Name}'", _story, run.Record);
    }

    /// <summary>The execution succeeded.</summary>
    /// <exception cref="ExpectationException">It did not.</exception>
    public ExecutionExpectations Succeeded() => HasStatus(ExecutionStatus.Succeeded);

    /// <summary>The execution failed.</summary>
    /// <param name="error">The error's name; any when not given.</param>
    /// <param name="cause">The whole cause; any when not given.</param>
    /// <exception cref="ExpectationException">It did not, or otherwise.</exception>
    public ExecutionExpectations Failed(string? error = null, string? cause = null)
    {
        HasStatus(ExecutionStatus.Failed);
        if (error is not null)
        {
            _expectation.AreEqual("error", error, _run.Failure?.Error);
        }

        if (cause is not null)
        {
            _expectation.AreEqual("cause", cause, _run.Failure?.Cause);
        }

        return this;
    }

    /// <summary>The execution ran longer than the machine's <c>TimeoutSeconds</c>.</summary>
    /// <exception cref="ExpectationException">It did not.</exception>
    public ExecutionExpectations TimedOut() => HasStatus(ExecutionStatus.TimedOut);

    /// <summary>The execution was cancelled, or its machine was disposed of.</summary>
    /// <exception cref="ExpectationException">It was not.</exception>
    public ExecutionExpectations Aborted() => HasStatus(ExecutionStatus.Aborted);

    /// <summary>The output is this JSON: numbers compare by value, members in any order.</summary>
    /// <exception cref="ExpectationException">It is not, or there is none.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public ExecutionExpectations Output(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _expectation.AreEqualJson("output", json, _run.Output);
        return this;
    }

    /// <summary>These states were entered, in this order, and no others; states of branches and iterations count.</summary>
    /// <exception cref="ExpectationException">They were not.</exception>
    public ExecutionExpectations Path(params string[] states)
    {
        ArgumentNullException.ThrowIfNull(states);
        _expectation.AreEqual("path", string.Join(" > ", states), string.Join(" > ", _visits.Select(static visit => visit.State)));
        return this;
    }

    /// <summary>These states were entered in this order, others maybe before, between and after them.</summary>
    /// <exception cref="ExpectationException">They were not.</exception>
    /// <exception cref="ArgumentException">The machine has no such state.</exception>
    public ExecutionExpectations PathIncludes(params string[] states)
    {
        ArgumentNullException.ThrowIfNull(states);
        Array.ForEach(states, RequireState);
        int found = 0;
        foreach (StateVisit visit in _visits)
        {
            found += found < states.Length && visit.State == states[found] ? 1 : 0;
        }

        if (found < states.Length)
        {
            string after = found == 0 ? "" : $" after {string.Join(" > ", states.Take(found))}";
            _expectation.Fail($"state '{states[found]}' was expected{after}, and it was not entered there");
        }

        return this;
    }

    /// <summary>A state was entered so often.</summary>
    /// <exception cref="ExpectationException">It was not.</exception>
    /// <exception cref="ArgumentException">The machine has no such state.</exception>
    public ExecutionExpectations Visits(string state, int count)
    {
        RequireState(state);
        _expectation.AreEqual($"a number of visits of '{state}' of", count, _visits.Count(visit => visit.State == state));
        return this;
    }

    /// <summary>A state was not entered.</summary>
    /// <exception cref="ExpectationException">It was.</exception>
    /// <exception cref="ArgumentException">The machine has no such state.</exception>
    public ExecutionExpectations NotVisited(string state) => Visits(state, 0);

    /// <summary>A state was entered, and its visit is as the test expects.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="expect">What is expected of the visit.</param>
    /// <param name="visit">Which visit, from 0; when not said, there must be exactly one.</param>
    /// <exception cref="ExpectationException">The state was not entered, or not so often, or its visit is otherwise.</exception>
    /// <exception cref="ArgumentException">The machine has no such state.</exception>
    public ExecutionExpectations State(string state, Action<StateExpectations> expect, Index? visit = null)
    {
        ArgumentNullException.ThrowIfNull(expect);
        RequireState(state);
        StateVisit[] visits = [.. _visits.Where(candidate => candidate.State == state)];
        if (visit is null && visits.Length > 1)
        {
            _expectation.Fail(string.Create(CultureInfo.InvariantCulture, $"one visit of '{state}' was expected, and there were {visits.Length}; say which is meant"));
        }

        int number = (visit ?? 0).GetOffset(visits.Length);
        if (number < 0 || number >= visits.Length)
        {
            _expectation.Fail(string.Create(
                CultureInfo.InvariantCulture, $"{(visit is null ? "a visit" : $"visit {visit}")} of '{state}' was expected, and there were {visits.Length} visits"));
        }

        expect(new StateExpectations(visits[number], new Expectation($"State '{state}'", _story, _run.Record)));
        return this;
    }

    /// <summary>A state was entered, and its visit is as the test expects.</summary>
    /// <typeparam name="TState">The state's class.</typeparam>
    /// <inheritdoc cref="State(string, Action{StateExpectations}, Index?)"/>
    public ExecutionExpectations State<TState>(Action<StateExpectations> expect, Index? visit = null)
        where TState : IState => State(StateBinding.Of<TState>().Name, expect, visit);

    /// <summary>At the end a variable of the machine's outermost scope has this value.</summary>
    /// <param name="variable">The variable's name, without <c>$</c>.</param>
    /// <param name="json">Its value.</param>
    /// <exception cref="ExpectationException">It has another, or none.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public ExecutionExpectations Variable(string variable, string json)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(json);
        JsonValue? value = _visits.Where(static visit => visit.Outer is null).Select(visit => visit.AssignedValue?[variable]).LastOrDefault(static value => value is not null);
        _expectation.AreEqualJson($"variable '{variable}'", json, value);
        return this;
    }

    private ExecutionExpectations HasStatus(ExecutionStatus status)
    {
        _expectation.AreEqual("status", status.ToString(), _run.Status.ToString());
        return this;
    }

    // A misspelt name would be a state that was never visited, and the test would hold for ever.
    private void RequireState(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_run.Machine.Plan.Find(state) is null)
        {
            string meant = SpellingSuggestion.Find(state, _run.Machine.Plan.States.Select(static each => each.Name)) is { } near ? $" Did you mean '{near}'?" : "";
            throw new ArgumentException($"'{_run.Machine.Name}' has no state '{state}'.{meant}", nameof(state));
        }
    }
}
