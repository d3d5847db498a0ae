using System;
using System.Globalization;
using System.Text.Json;

namespace StateMachineGen.Testing;

/// <summary>What a test expects of one visit of a state. Each member returns the same object, so that expectations chain.</summary>
public sealed class StateExpectations
{
    private readonly Expectation _expectation;

    internal StateExpectations(StateVisit visit, Expectation expectation)
    {
        Visit = visit;
        _expectation = expectation;
    }

    /// <summary>The visit, for what is not expected often enough to have a member here.</summary>
    public StateVisit Visit { get; }

    /// <summary>The state's input, before <c>InputPath</c>, is this JSON: numbers compare by value, members in any order.</summary>
    /// <exception cref="ExpectationException">It is not.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public StateExpectations Input(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _expectation.AreEqualJson("input", json, Visit.InputValue);
        return this;
    }

    /// <summary>The state's output is this JSON; after a caught error, it is what the Catcher passes on.</summary>
    /// <exception cref="ExpectationException">It is not, or there is none.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public StateExpectations Output(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _expectation.AreEqualJson("output", json, Visit.OutputValue);
        return this;
    }

    /// <summary>The task was given this JSON: what <c>Parameters</c> or <c>Arguments</c> made.</summary>
    /// <param name="json">What was given.</param>
    /// <param name="attempt">Which call, from 0; the last one when not said.</param>
    /// <exception cref="ExpectationException">It was not, or there was no such call.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public StateExpectations CalledWith(string json, Index? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        int number = (attempt ?? ^1).GetOffset(Visit.Calls.Length);
        if (number < 0 || number >= Visit.Calls.Length)
        {
            _expectation.Fail(string.Create(CultureInfo.InvariantCulture, $"a call {attempt ?? ^1} was expected, and there were {Visit.Calls.Length}"));
        }

        _expectation.AreEqualJson("what the task was called with", json, Visit.Calls[number].InputValue);
        return this;
    }

    /// <summary>The state's work was attempted so often: one more than it was retried.</summary>
    /// <exception cref="ExpectationException">It was not.</exception>
    public StateExpectations Attempts(int count)
    {
        _expectation.AreEqual("a number of attempts of", count, Visit.Attempts);
        return this;
    }

    /// <summary>The state or its Catcher set a variable to this JSON.</summary>
    /// <param name="variable">The variable's name, without <c>$</c>.</param>
    /// <param name="json">Its value.</param>
    /// <exception cref="ExpectationException">It set it to something else, or not at all.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public StateExpectations Assigned(string variable, string json)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(json);
        _expectation.AreEqualJson($"variable '{variable}'", json, Visit.AssignedValue?[variable]);
        return this;
    }

    /// <summary>The state gave an output without an error, if need be after retries.</summary>
    /// <exception cref="ExpectationException">It ended with an error.</exception>
    public StateExpectations Succeeded()
    {
        _expectation.AreEqual("error", null, Visit.Error);
        if (Visit.OutputValue is null && Visit.Type != "Fail")
        {
            _expectation.Fail("an output was expected, and the execution ended in the state");
        }

        return this;
    }

    /// <summary>An error with this name was caught.</summary>
    /// <exception cref="ExpectationException">There was another error, or none, or it was not caught.</exception>
    public StateExpectations Caught(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _expectation.AreEqual("error", error, Visit.Error);
        if (!Visit.IsCaught)
        {
            _expectation.Fail($"error '{error}' was expected to be caught, and it was not");
        }

        return this;
    }

    /// <summary>An error with this name ended the execution in the state.</summary>
    /// <exception cref="ExpectationException">There was another error, or none, or it was caught.</exception>
    public StateExpectations Failed(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _expectation.AreEqual("error", error, Visit.Error);
        if (Visit.IsCaught)
        {
            _expectation.Fail($"error '{error}' was expected to end the execution, and it was caught");
        }

        return this;
    }
}
