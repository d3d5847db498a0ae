using System;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.Intrinsics;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Names;
using CallSyntax = StateMachineGen.Language.Expressions.Intrinsics.IntrinsicCall;

namespace StateMachineGen.Testing;

/// <summary>Evaluates single expressions as the states of a machine do, without a machine.</summary>
public static class ExpressionEvaluator
{
    /// <summary>Evaluates the value of a field <c>….$</c>: a path or a call of an intrinsic function.</summary>
    /// <param name="expression">The path or call, such as <c>$.items[?(@.price > 5)]</c> or <c>States.Format('{}', $.name)</c>.</param>
    /// <param name="scope">What the expression sees; nothing when it is not given.</param>
    /// <exception cref="System.Text.Json.JsonException">A value of the scope is not JSON.</exception>
    public static ExpressionResult EvaluateJsonPath(string expression, ExpressionScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var context = new ScopedContext(scope ?? new ExpressionScope());
        ExpressionParseResult<IntrinsicSyntax> parsed = IntrinsicParser.ParseFieldValue(expression);
        return parsed.Root switch
        {
            CallSyntax call => Evaluate(call, expression, context),
            IntrinsicPath path => Evaluate(JsonPathQuery.Compile(path.Path, expression), context),
            _ => ExpressionResult.Refuse(Describe(parsed.Error!)),
        };
    }

    /// <summary>Evaluates a JSONata expression, with AWS's functions and limits.</summary>
    /// <param name="expression">The expression, with or without <c>{%</c> and <c>%}</c> around it.</param>
    /// <param name="scope">What the expression sees; nothing when it is not given.</param>
    /// <exception cref="System.Text.Json.JsonException">A value of the scope is not JSON.</exception>
    public static ExpressionResult EvaluateJsonata(string expression, ExpressionScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var context = new ScopedContext(scope ?? new ExpressionScope());
        JsonataText text = JsonataText.Read(expression);
        ExpressionParseResult<JsonataSyntax> parsed = text.Kind == JsonataTextKind.Expression ? text.Parse() : JsonataParser.Parse(expression);
        if (parsed.Root is not { } root)
        {
            return ExpressionResult.Fail(parsed.Error!.Code ?? ExpressionResult.Refused, Describe(parsed.Error));
        }

        JsonValue? value = JsonataProgram.Compile(root).Evaluate(context.Input, context, out JsonataError? error);
        if (error is not null)
        {
            return ExpressionResult.Fail(error.Code, error.Message.ToString());
        }

        return value switch
        {
            null => ExpressionResult.Undefined,
            { Kind: > JsonKind.Object } => ExpressionResult.Fail(ErrorNames.QueryEvaluationError, "The expression gives a function, which is no JSON."),
            _ => ExpressionResult.Of(value.ToString()),
        };
    }

    private static ExpressionResult Evaluate(CallSyntax syntax, string expression, ScopedContext context)
    {
        if (IntrinsicExpression.Compile(syntax, expression) is not { } call)
        {
            return ExpressionResult.Refuse("A function is called that there is not.");
        }

        return call.Evaluate(context, out CauseText? cause) is { } value
            ? ExpressionResult.Of(value.ToString())
            : ExpressionResult.Fail(ErrorNames.Runtime, cause!.ToString());
    }

    private static ExpressionResult Evaluate(JsonPathQuery path, ScopedContext context)
    {
        if (context.Resolve(path.Root, path.Variable) is { } root)
        {
            if (path.Select(root) is { } value)
            {
                return ExpressionResult.Of(value.ToString());
            }

            if (path.EndsBeyondArray(root))
            {
                return ExpressionResult.Of("null");
            }
        }

        return ExpressionResult.Fail(ErrorNames.Runtime, $"The JSONPath '{path.Text}' could not be found in the input '{context.Data}'");
    }

    private static string Describe(ExpressionError error) => $"{error.Message}, at character {error.Range.Start + 1}.";
}
