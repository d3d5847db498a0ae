using System.Runtime.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>One evaluation of a program: what it sees, and what it has left to spend.</summary>
internal sealed class Evaluation
{
    private readonly ExternalNames _names;
    private JsonValue?[]? _externals;
    private object? _owner;
    private TailCall? _tailCall;
    private long _steps;

    public Evaluation(EvaluationScope environment, ExternalNames names, JsonValue? root)
    {
        Environment = environment;
        Root = root;
        WrappedInput = root is JsonArray ? new JsonataSequence([root], Owner) : root;
        _names = names;
        _steps = environment.Limits.Steps;
    }

    public EvaluationScope Environment { get; }

    /// <summary>The input of the whole expression: <c>$$</c>.</summary>
    public JsonValue? Root { get; }

    /// <summary>The first context value: the input, or, if that is an array, a sequence of it, so that it counts as one value.</summary>
    public JsonValue? WrappedInput { get; }

    /// <summary>
    /// Whom the sequences of this evaluation belong to. A sequence that has become part of a result is no more than an array to the
    /// evaluations that come upon it later.
    /// </summary>
    public object Owner => _owner ??= new object();

    /// <summary>The call that ends the body of a function and is still to be made.</summary>
    public TailCall TailCall => _tailCall ??= new TailCall();

    /// <summary>Whether sequences of one value are sequences here, and not arrays that an earlier evaluation left.</summary>
    public bool IsSequence(JsonValue value) => value is JsonataSequence sequence && sequence.Owner == Owner;

    /// <summary>The value of a variable of the environment, or else JSONata's own function of this name.</summary>
    public JsonValue? FindExternal(int index)
    {
        _externals ??= new JsonValue?[_names.Count];
        return _externals[index] ??= Environment.FindVariable(_names.NameOf(index)) ?? _names.FunctionOf(index);
    }

    /// <summary>Makes a string or an array of this size in bytes.</summary>
    public void Allocate(double bytes)
    {
        if (bytes > Environment.Limits.Memory)
        {
            throw Failures.TooLarge();
        }
    }

    /// <summary>Takes so many steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(long steps)
    {
        if ((_steps -= steps) < 0)
        {
            throw Failures.TooLong();
        }
    }
}
