using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions.Intrinsics;
using CallSyntax = StateMachineGen.Language.Expressions.Intrinsics.IntrinsicCall;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>A call of an intrinsic function, compiled once.</summary>
internal sealed class IntrinsicCall : IntrinsicArgument
{
    private readonly string _name;
    private readonly IntrinsicFunction _function;
    private readonly IntrinsicArgument[] _arguments;

    private IntrinsicCall(string name, IntrinsicFunction function, IntrinsicArgument[] arguments)
    {
        _name = name;
        _function = function;
        _arguments = arguments;
    }

    /// <summary>Compiles a call.</summary>
    /// <param name="syntax">The call.</param>
    /// <param name="source">The text that the positions of <paramref name="syntax"/> refer to.</param>
    /// <returns>The call, or null when it, or a call in it, is of a function that there is not.</returns>
    public static IntrinsicCall? Compile(CallSyntax syntax, string source)
    {
        if (!IntrinsicCatalogue.Functions.TryGetValue(syntax.Name, out IntrinsicFunction? function))
        {
            return null;
        }

        var arguments = new IntrinsicArgument[syntax.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            // What is a place in a template, and what only looks like one, is told by the escapes.
            IntrinsicSyntax argument = syntax.Arguments[i];
            IntrinsicArgument? compiled = i == 0 && syntax.Name == FormatTemplate.Function && argument is IntrinsicString template
                ? new LiteralArgument(new JsonString(template.RawText))
                : Compile(argument, source);
            if (compiled is null)
            {
                return null;
            }

            arguments[i] = compiled;
        }

        return new IntrinsicCall(syntax.Name, function, arguments);
    }

    public override JsonValue? Evaluate(EvaluationScope context, ref IntrinsicFault? fault)
    {
        var values = new JsonValue[_arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (_arguments[i].Evaluate(context, ref fault) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        IntrinsicResult result = _function(values, context);
        if (result.Value is null)
        {
            fault = new IntrinsicFault(result.Fault ?? $"Invalid arguments in {_name.Fixed()}", IsMissingPath: false);
        }

        return result.Value;
    }
}
