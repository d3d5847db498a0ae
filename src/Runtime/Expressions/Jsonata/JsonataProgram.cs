using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Nodes;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>A JSONata expression, compiled once to be evaluated many times, on any number of threads at once.</summary>
internal sealed class JsonataProgram
{
    private readonly JsonataNode _root;
    private readonly int _slots;
    private readonly ExternalNames _names;

    private JsonataProgram(JsonataNode root, int slots, ExternalNames names)
    {
        _root = root;
        _slots = slots;
        _names = names;
    }

    /// <summary>Compiles an expression as the parser returns it.</summary>
    public static JsonataProgram Compile(JsonataSyntax expression)
    {
        Draft draft = new DraftReader().Read(expression);
        var scope = new LexicalScope(null, isBody: true);
        Bindings.Declare([draft], scope);
        var names = new ExternalNames();
        JsonataNode root = new NodeCompiler(names).Compile(draft, scope, level: 1);
        return new JsonataProgram(root, scope.Count, names);
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The context value that it starts from, <c>$</c> and <c>$$</c>; null for nothing.</param>
    /// <param name="environment">What it sees.</param>
    /// <param name="error">Why there is no value, or null.</param>
    /// <returns>
    /// The value; null without an error when the expression gives nothing. A value that is a function or has one inside
    /// (<see cref="Values.FunctionValue.IsIn"/>) is no JSON.
    /// </returns>
    public JsonValue? Evaluate(JsonValue? input, EvaluationScope environment, out JsonataError? error)
    {
        var run = new Evaluation(environment, _names, input);
        try
        {
            error = null;
            JsonValue? value = _root.Evaluate(run.WrappedInput, new Frame(run, null, _slots == 0 ? [] : new JsonValue?[_slots], environment.Limits.Depth));

            // On AWS, 1/0 is the string "Infinity".
            return value is JsonNumber number && !double.IsFinite(number.Value) ? new JsonString(Failures.Show(number.Value)) : value;
        }
        catch (JsonataFailure failure)
        {
            error = new JsonataError(failure.Code, failure.Text, Math.Max(0, failure.Position));
            return null;
        }
    }
}
