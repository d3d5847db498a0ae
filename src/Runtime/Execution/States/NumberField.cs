using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.States;

/// <summary>A number that a state is given: a literal, a JSONata expression, or a path in the field of the same name with <c>Path</c>.</summary>
internal sealed class NumberField
{
    private readonly string _field;
    private readonly long _minimum;
    private readonly long _maximum;
    private readonly bool _isWhole;
    private readonly JsonPathQuery? _path;
    private readonly JsonataExpression? _expression;

    private NumberField(string field, long minimum, long maximum, bool isWhole, double? literal, JsonPathQuery? path, JsonataExpression? expression)
    {
        _field = field;
        _minimum = minimum;
        _maximum = maximum;
        _isWhole = isWhole;
        Literal = literal;
        _path = path;
        _expression = expression;
    }

    /// <summary>The number when it is the same in every run.</summary>
    public double? Literal { get; }

    /// <summary>Reads the field, or the one with its path; null when there is neither.</summary>
    public static NumberField? Compile(FieldReader fields, string field, long minimum, long maximum, bool isWhole = true)
    {
        bool hasPath = !fields.IsJsonata && fields.Has(field + "Path");
        if (fields.Has(field))
        {
            if (hasPath)
            {
                throw fields.Fault(field + "Path", $"cannot stand beside {field}");
            }

            return fields.IsJsonata && fields.Value(field) is JsonStringSyntax text && fields.Jsonata(text.Value, field) is { } expression
                ? new NumberField(field, minimum, maximum, isWhole, null, null, expression)
                : new NumberField(
                    field, minimum, maximum, isWhole, isWhole ? fields.Integer(field, minimum, maximum) : fields.Number(field, minimum, maximum), null, null);
        }

        return hasPath ? new NumberField(field, minimum, maximum, isWhole, null, fields.Path(field + "Path"), null) : null;
    }

    /// <summary>The number, or a failure.</summary>
    public double Read(Frame frame, out Failure? failure)
    {
        failure = null;
        if (Literal is { } literal)
        {
            return literal;
        }

        return _path is null ? ReadExpression(frame, out failure) : ReadPath(frame, out failure);
    }

    private double ReadExpression(Frame frame, out Failure? failure)
    {
        JsonValue? value = _expression!.Evaluate(frame, out failure);
        if (value is null)
        {
            return 0;
        }

        if (value is not JsonNumber number)
        {
            failure = _expression.UnexpectedType(frame, value, "number");
            return 0;
        }

        // AWS drops fractions where it counts.
        double result = _isWhole ? Math.Truncate(number.Value) : number.Value;
        failure = CheckRange(result) is { } fault ? Failure.Query(frame, fault, _field) : null;
        return failure is null ? result : 0;
    }

    private double ReadPath(Frame frame, out Failure? failure)
    {
        if (frame.Require(_path!, out failure) is not { } value)
        {
            return 0;
        }

        // AWS takes a number in a string too.
        string shown = value is JsonString text ? text.Value : value.ToString();
        NumberStyles style = _isWhole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (!double.TryParse(shown, style, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            string expected = _isWhole ? "integer" : "number";
            failure = Failure.Runtime(frame, $"The {_field.Fixed()}Path field refers to value \"{shown}\" which is not a valid {expected.Fixed()}: {_path!.Text.Fixed()}");
            return 0;
        }

        failure = CheckRange(number) is { } fault ? Failure.Runtime(frame, fault) : null;
        return failure is null ? number : 0;
    }

    private CauseText? CheckRange(double number) =>
        number < _minimum ? (_minimum == 0 ? (CauseText)$"{_field.Fixed()} cannot be negative." : $"{_field.Fixed()} must be at least {_minimum}.")
        : number > _maximum ? (CauseText)$"{_field.Fixed()} must be at most {_maximum}."
        : null;
}
