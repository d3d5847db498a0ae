using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>
/// A rule of a Choice state, or a rule nested in one: a comparison, a combination of rules, or a JSONata condition.
/// </summary>
public sealed class ChoiceRule : DocumentPart
{
    internal ChoiceRule(JsonObjectSyntax syntax, DocumentPart parent, string segment)
        : base(syntax, parent, segment)
    {
    }

    /// <summary>The state to go to when the rule matches (ASL field <c>Next</c>); nested rules have none.</summary>
    public string? Next => Text("Next");

    /// <summary>The path to the value that is compared (ASL field <c>Variable</c>).</summary>
    public string? Variable => Text("Variable");

    /// <summary>The rules of which all must match (ASL field <c>And</c>).</summary>
    public ImmutableArray<ChoiceRule> And => Parts("And", static (syntax, parent, segment) => new ChoiceRule(syntax, parent, segment));

    /// <summary>The rules of which one must match (ASL field <c>Or</c>).</summary>
    public ImmutableArray<ChoiceRule> Or => Parts("Or", static (syntax, parent, segment) => new ChoiceRule(syntax, parent, segment));

    /// <summary>The rule that must not match (ASL field <c>Not</c>).</summary>
    public ChoiceRule? Not => Value("Not") is JsonObjectSyntax rule ? new ChoiceRule(rule, this, "/Not") : null;

    /// <summary>The condition as JSONata, or a literal boolean (ASL field <c>Condition</c>).</summary>
    public JsonSyntax? Condition => Value("Condition");

    /// <summary>Variables to set when the rule matches (ASL field <c>Assign</c>).</summary>
    public JsonSyntax? Assign => Value("Assign");

    /// <summary>The output as JSONata when the rule matches (ASL field <c>Output</c>).</summary>
    public JsonSyntax? Output => Value("Output");

    /// <summary>The comparison of the rule, or null when the rule has none that ASL knows.</summary>
    public Comparison? Comparison
    {
        get
        {
            foreach (JsonMemberSyntax member in Syntax.Members)
            {
                if (Names.ComparisonOperators.Find(member.Name) is { } @operator)
                {
                    return new Comparison(@operator, member);
                }
            }

            return null;
        }
    }
}

/// <summary>A comparison operator with its operand.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Member">The member that names the operator and holds the operand.</param>
public sealed record Comparison(Names.ComparisonOperator Operator, JsonMemberSyntax Member);
