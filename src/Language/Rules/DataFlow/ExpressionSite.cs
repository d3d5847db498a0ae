using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>A string that AWS evaluates: a path, an intrinsic call or a JSONata expression.</summary>
internal sealed class ExpressionSite
{
    private JsonataReferences? _references;

    public ExpressionSite(State state, EvaluatedField field, FieldPlace place, JsonStringSyntax node)
    {
        State = state;
        Field = field;
        Place = place;
        Node = node;
        switch (field.Form)
        {
            case FieldForm.Jsonata:
                ExpressionParseResult<JsonataSyntax> expression = JsonataText.Read(node.Value).Parse();
                (Root, Error) = (expression.Root, expression.Error);
                break;
            case FieldForm.ErrorText or FieldForm.Template:
                ExpressionParseResult<IntrinsicSyntax> value = IntrinsicParser.ParseFieldValue(node.Value);
                (Root, Error) = (value.Root, value.Error);
                break;
            default:
                ExpressionParseResult<JsonPathQuery> path = JsonPathParser.Parse(node.Value);
                (Root, Error) = (path.Root, path.Error);
                break;
        }
    }

    /// <summary>The state that is running when the expression is evaluated.</summary>
    public State State { get; }

    /// <summary>The field that the string stands in, at any depth.</summary>
    public EvaluatedField Field { get; }

    /// <summary>Where the string stands.</summary>
    public FieldPlace Place { get; }

    /// <summary>The string.</summary>
    public JsonStringSyntax Node { get; }

    /// <summary>The tree; its positions are those in the string. Null when there is an error.</summary>
    public ExpressionSyntax? Root { get; }

    /// <summary>Why the string is no expression, or null.</summary>
    public ExpressionError? Error { get; }

    /// <summary>Reports the error, at the whole string when it lies at the end, where there is nothing to point at.</summary>
    public void ReportError(Rule rule, FindingCollector findings, params string[] arguments)
    {
        if (Error!.Range.Length > 0)
        {
            findings.Add(rule, Node, Error.Range, Place.ToString(), arguments);
        }
        else
        {
            findings.Add(rule, Node, Place.ToString(), arguments);
        }
    }

    /// <summary>What a JSONata expression refers to; null for other expressions.</summary>
    public JsonataReferences? References => _references ??= Root is JsonataSyntax root ? JsonataReferences.Read(root) : null;
}
