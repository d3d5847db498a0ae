using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.JsonPath;

namespace StateMachineGen.Expressions;

/// <summary>A path that fills a field of a payload template.</summary>
/// <param name="path">The path.</param>
/// <param name="field">The field's name as AWS tells it: with its suffix, without what it stands in.</param>
internal sealed class PathExpression(JsonPathQuery path, string field) : Expression
{
    public override JsonValue? Evaluate(EvaluationScope scope, out Failure? failure)
    {
        JsonValue? root = scope.Resolve(path.Root, path.Variable);
        JsonValue? value = root is null ? null : path.Select(root);
        failure = null;
        if (value is null)
        {
            if (root is not null && path.EndsBeyondArray(root))
            {
                return JsonNull.Instance;
            }

            failure = Failure.Runtime(
                scope, $"The JSONPath '{path.Text.Fixed()}' specified for the field '{field.Fixed()}' could not be found in the input '{scope.Data}'");
        }

        return value;
    }
}
