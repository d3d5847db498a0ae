using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>What is called: an expression, and for what is no function the name that was perhaps meant.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Name">The name in it, for messages; null where there is none.</param>
/// <param name="Meant">The variable of the same name, where the expression is a name without <c>$</c>.</param>
/// <param name="Position">Where the call stands.</param>
internal sealed record Callee(JsonataNode Node, string? Name, VariableNode? Meant, int Position)
{
    /// <summary>The function; null where the expression is none.</summary>
    public FunctionValue? Find(JsonValue? context, Frame frame, out bool isMeant)
    {
        JsonValue? value = Node.Evaluate(context, frame);
        isMeant = value is null && Meant?.Evaluate(context, frame) is not null;
        return value as FunctionValue;
    }
}

/// <summary>A call of a function: <c>$f(a)</c>, also <c>a ~> $f()</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="callee">What is called.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="first">The argument that comes first, before what is called is known, or null.</param>
internal sealed class CallNode(int level, Callee callee, JsonataNode[] arguments, JsonataNode? first) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? piped = first?.Evaluate(context, frame);
        FunctionValue? function = callee.Find(context, frame, out bool isMeant);
        var values = new JsonValue?[arguments.Length + (first is null ? 0 : 1)];
        int count = 0;
        if (first is not null)
        {
            values[count++] = piped;
        }

        foreach (JsonataNode argument in arguments)
        {
            values[count++] = argument.Evaluate(context, frame);
        }

        try
        {
            return function is not null
                ? function.Invoke(values, new Caller(frame.Run, context, frame.Headroom - Level))
                : throw Failures.NotCallable(callee.Name, isMeant);
        }
        catch (JsonataFailure failure) when (failure.IsLocated(callee.Position, callee.Name))
        {
            throw;
        }
    }
}

/// <summary>A call that ends the body of a function, and is left to whoever called the function.</summary>
internal sealed class TailCallNode(int level, Callee callee, JsonataNode[] arguments) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        FunctionValue? function = callee.Find(context, frame, out bool isMeant);
        var values = new JsonValue?[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(context, frame);
        }

        return function is not null ? frame.Run.TailCall.To(function, values) : throw Failures.NotCallable(callee.Name, isMeant);
    }
}

/// <summary>A call with open arguments, whose value is a function: <c>$f(?, a)</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="callee">What is called.</param>
/// <param name="arguments">The arguments; null for those left open.</param>
/// <param name="open">The places of those left open.</param>
internal sealed class PartialCallNode(int level, Callee callee, JsonataNode?[] arguments, int[] open) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        var values = new JsonValue?[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i]?.Evaluate(context, frame);
        }

        return callee.Find(context, frame, out bool isMeant) is { } function
            ? new PartialFunction(function, values, open)
            : throw Failures.NotApplicable(callee.Name, isMeant, callee.Position);
    }
}

/// <summary>A function applied to a value, or two functions put together: <c>a ~> $f</c>.</summary>
internal sealed class ApplicationNode(int level, int position, JsonataNode input, JsonataNode function) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? value = input.Evaluate(context, frame);
        if (function.Evaluate(context, frame) is not FunctionValue applied)
        {
            throw Failures.RightNotFunction(position);
        }

        return value is FunctionValue first
            ? new ComposedFunction(first, applied)
            : applied.Invoke([value], new Caller(frame.Run, JsonNull.Instance, frame.Headroom - Level));
    }
}
