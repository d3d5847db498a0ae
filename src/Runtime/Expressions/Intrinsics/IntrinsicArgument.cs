using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using CallSyntax = StateMachineGen.Language.Expressions.Intrinsics.IntrinsicCall;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>Why a call gives nothing.</summary>
/// <param name="Text">The reason.</param>
/// <param name="IsMissingPath">Whether a path among the arguments selects nothing; else a function refused its arguments.</param>
internal readonly record struct IntrinsicFault(CauseText Text, bool IsMissingPath);

/// <summary>An argument: a literal, a path or a call.</summary>
internal abstract class IntrinsicArgument
{
    /// <summary>The argument's value, or null with a fault.</summary>
    public abstract JsonValue? Evaluate(EvaluationScope context, ref IntrinsicFault? fault);

    protected static IntrinsicArgument? Compile(IntrinsicSyntax syntax, string source) => syntax switch
    {
        CallSyntax call => IntrinsicCall.Compile(call, source),
        IntrinsicPath path => new PathArgument(JsonPathQuery.Compile(path.Path, source)),
        IntrinsicString text => new LiteralArgument(new JsonString(text.Value)),
        IntrinsicNumber number => new LiteralArgument(new JsonNumber(number.Text)),
        IntrinsicBoolean boolean => new LiteralArgument(JsonBoolean.Of(boolean.Value)),
        _ => new LiteralArgument(JsonNull.Instance),
    };
}

/// <summary>A string, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralArgument(JsonValue value) : IntrinsicArgument
{
    public override JsonValue? Evaluate(EvaluationScope context, ref IntrinsicFault? fault) => value;
}

/// <summary>A path.</summary>
internal sealed class PathArgument(JsonPathQuery path) : IntrinsicArgument
{
    public override JsonValue? Evaluate(EvaluationScope context, ref IntrinsicFault? fault)
    {
        JsonValue? root = context.Resolve(path.Root, path.Variable);
        JsonValue? value = root is null ? null : path.Select(root);
        if (value is null)
        {
            fault = new IntrinsicFault(Explain(root, context), IsMissingPath: true);
        }

        return value;
    }

    /// <summary>
    /// A path of the context object is named without one of its dollars, and the data is shown for the context object. Where an index is
    /// taken of what is no array, AWS passes its library's words on (both measured).
    /// </summary>
    private CauseText Explain(JsonValue? root, EvaluationScope context)
    {
        if (root is not null && path.IndexesNoArray(root))
        {
            return path.ExplainMissing(root);
        }

        string shown = path.Root == PathRoot.Context ? path.Text[1..] : path.Text;
        return $"The JsonPath argument for the field '{shown.Fixed()}' could not be found in the input '{context.Resolve(PathRoot.Data, null)}'";
    }
}
