using System;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Expressions;

/// <summary>
/// A comparison of a variable with a literal or with another value. A value of the wrong type on either side makes it
/// false; a path that selects nothing fails the state, except under <c>IsPresent</c>.
/// </summary>
internal sealed class ComparisonCondition : ChoiceCondition
{
    private readonly ComparisonOperator _operator;
    private readonly JsonPathQuery _variable;
    private readonly JsonValue? _operand;
    private readonly JsonPathQuery? _operandPath;
    private readonly StringPattern? _pattern;

    private ComparisonCondition(
        ComparisonOperator @operator, JsonPathQuery variable, JsonValue? operand, JsonPathQuery? operandPath, StringPattern? pattern)
    {
        _operator = @operator;
        _variable = variable;
        _operand = operand;
        _operandPath = operandPath;
        _pattern = pattern;
    }

    public static ComparisonCondition Compile(Comparison comparison, FieldReader fields)
    {
        string name = comparison.Operator.Name;
        JsonPathQuery variable = fields.ParsePath("Variable", fields.RequiredText("Variable"));
        if (comparison.Operator.TakesPath)
        {
            return new ComparisonCondition(comparison.Operator, variable, null, fields.ParsePath(name, fields.RequiredText(name)), null);
        }

        JsonValue operand = JsonConversion.FromSyntax(fields.Value(name)!);
        JsonKind expected = comparison.Operator.Family switch
        {
            ComparisonFamily.Numeric => JsonKind.Number,
            ComparisonFamily.Boolean or ComparisonFamily.TypeTest => JsonKind.Boolean,
            _ => JsonKind.String,
        };
        if (operand.Kind != expected)
        {
            throw fields.Fault(name, $"must be a {expected.ToString().ToLowerInvariant()}");
        }

        StringPattern? pattern = null;
        if (comparison.Operator.Family == ComparisonFamily.StringMatches)
        {
            pattern = StringPattern.Parse(((JsonString)operand).Value)
                ?? throw fields.Fault(name, "ends with a single backslash; write \\\\\\\\ for a backslash");
        }
        else if (comparison.Operator.Family == ComparisonFamily.Timestamp && !Rfc3339.TryParse(((JsonString)operand).Value, out _))
        {
            throw fields.Fault(name, "must be an RFC 3339 timestamp, such as 2026-01-31T12:00:00Z");
        }

        return new ComparisonCondition(comparison.Operator, variable, operand, null, pattern);
    }

    public override bool Test(EvaluationScope scope, ref Failure? failure)
    {
        JsonValue? variable = scope.Select(_variable);
        if (_operator.Family == ComparisonFamily.TypeTest)
        {
            return TestType(variable, scope, ref failure);
        }

        if (variable is null)
        {
            failure = MissingValue(_variable, scope);
            return false;
        }

        JsonValue? operand = _operand;
        if (_operandPath is not null)
        {
            operand = scope.Select(_operandPath);
            if (operand is null)
            {
                failure = MissingValue(_operandPath, scope);
                return false;
            }
        }

        return _operator.Family switch
        {
            ComparisonFamily.String => variable is JsonString left && operand is JsonString right
                && Holds(string.CompareOrdinal(left.Value, right.Value)),
            ComparisonFamily.StringMatches => variable is JsonString text && _pattern!.Matches(text.Value),
            ComparisonFamily.Numeric => variable is JsonNumber left && operand is JsonNumber right && Holds(left.Value.CompareTo(right.Value)),
            ComparisonFamily.Boolean => variable is JsonBoolean left && operand is JsonBoolean right && left.Value == right.Value,
            _ => variable is JsonString left && operand is JsonString right
                && Rfc3339.TryParse(left.Value, out DateTimeOffset leftTime) && Rfc3339.TryParse(right.Value, out DateTimeOffset rightTime)
                && Holds(leftTime.CompareTo(rightTime)),
        };
    }

    private bool TestType(JsonValue? variable, EvaluationScope scope, ref Failure? failure)
    {
        bool expected = ((JsonBoolean)_operand!).Value;
        if (_operator.Name == "IsPresent")
        {
            return variable is not null == expected;
        }

        if (variable is null)
        {
            failure = MissingValue(_variable, scope);
            return false;
        }

        bool isOfType = _operator.Name switch
        {
            "IsNull" => variable.Kind == JsonKind.Null,
            "IsNumeric" => variable.Kind == JsonKind.Number,
            "IsString" => variable.Kind == JsonKind.String,
            "IsBoolean" => variable.Kind == JsonKind.Boolean,
            _ => variable is JsonString text && Rfc3339.TryParse(text.Value, out _),
        };
        return isOfType == expected;
    }

    private bool Holds(int order) => _operator.Relation switch
    {
        ComparisonRelation.Equal => order == 0,
        ComparisonRelation.LessThan => order < 0,
        ComparisonRelation.GreaterThan => order > 0,
        ComparisonRelation.LessThanEqual => order <= 0,
        _ => order >= 0,
    };

    private static Failure MissingValue(JsonPathQuery path, EvaluationScope scope) =>
        Failure.Runtime(scope, $"Invalid path '{path.Text.Fixed()}': The choice state's condition path references an invalid value.");
}
