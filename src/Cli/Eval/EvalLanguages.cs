using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Eval;

/// <summary>The languages of expressions.</summary>
internal static class EvalLanguages
{
    /// <summary>The names, for messages.</summary>
    public const string Names = "jsonata|jsonpath";

    /// <summary>The language of a name in whatever case, or null.</summary>
    public static QueryLanguage? Find(string name) => name.ToUpperInvariant() switch
    {
        "JSONATA" => QueryLanguage.JSONata,
        "JSONPATH" => QueryLanguage.JSONPath,
        _ => null,
    };

    public static ExpressionResult Evaluate(QueryLanguage language, string expression, ExpressionScope scope) => language == QueryLanguage.JSONata
        ? ExpressionEvaluator.EvaluateJsonata(expression, scope)
        : ExpressionEvaluator.EvaluateJsonPath(expression, scope);
}
