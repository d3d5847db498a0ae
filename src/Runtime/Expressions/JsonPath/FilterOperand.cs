using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;
using PathSyntax = StateMachineGen.Language.Expressions.JsonPath.JsonPathQuery;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>A side of a comparison in a filter.</summary>
internal abstract class FilterOperand
{
    public static readonly FilterOperand True = new Literal(JsonBoolean.True);

    /// <summary>The value of the side, or null when there is none.</summary>
    public abstract JsonValue? Evaluate(JsonValue current, PathEvaluation evaluation);

    public static FilterOperand Compile(JsonPathOperand syntax) =>
        syntax is PathSyntax path ? new Path(JsonPathQuery.Compile(path)) : new Literal(ToValue(syntax));

    private static JsonValue ToValue(JsonPathOperand syntax)
    {
        switch (syntax)
        {
            case JsonPathString text:
                return new JsonString(text.Value);
            case JsonPathWord word:
                return new JsonString(word.Text);
            case JsonPathNumber number:
                return new JsonNumber(number.Text);
            case JsonPathBoolean boolean:
                return JsonBoolean.Of(boolean.Value);
            case JsonPathRegex regex:
                return new JsonString(regex.Pattern);
            case JsonPathArray array:
                return new JsonArray([.. array.Items.Select(ToValue)]);
            case JsonPathObject @object:
                var members = default(JsonObject.Builder);
                foreach (JsonPathMember member in @object.Members)
                {
                    members.Set(member.Name, ToValue(member.Value));
                }

                return members.ToObject();
            default:
                return JsonNull.Instance;
        }
    }

    private sealed class Literal(JsonValue value) : FilterOperand
    {
        public override JsonValue? Evaluate(JsonValue current, PathEvaluation evaluation) => value;
    }

    private sealed class Path(JsonPathQuery query) : FilterOperand
    {
        public override JsonValue? Evaluate(JsonValue current, PathEvaluation evaluation) => query.Root switch
        {
            PathRoot.Current => query.Select(current, evaluation),
            PathRoot.Data => query.Select(evaluation.Document, evaluation),
            // The library is given one document and knows no other.
            _ => null,
        };
    }
}
