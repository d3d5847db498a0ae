using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>A Fail state.</summary>
internal sealed class FailPlan : PlanState
{
    private readonly Expression? _error;
    private readonly Expression? _cause;
    private readonly bool _isJsonata;

    public FailPlan(FieldReader fields)
        : base(fields, StateType.Fail)
    {
        _error = Read(fields, "Error");
        _cause = Read(fields, "Cause");
        _isJsonata = fields.IsJsonata;
    }

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        frame.Data = input;
        frame.Input = input;
        if (!_isJsonata)
        {
            frame.Trail?.See(ProcessingStep.AfterInputPath, input);
        }

        string? error = Evaluate(_error, "Error", frame, out Failure? failure);
        string? cause = failure is null ? Evaluate(_cause, "Cause", frame, out failure) : null;
        // A cause that the definition does not give comes out of the data.
        return new(failure ?? (cause is null || _cause is LiteralExpression ? new Failure(error, cause) : new Failure(error, $"{cause}")));
    }

    /// <summary>The field, or the path in the field of its name with <c>Path</c>, which may be a call too.</summary>
    private static Expression? Read(FieldReader fields, string field)
    {
        if (fields.IsJsonata)
        {
            return fields.Text(field) is null ? null : fields.Template(field);
        }

        string path = field + "Path";
        if (fields.Text(path) is not { } text)
        {
            return fields.Text(field) is { } literal ? new LiteralExpression(new JsonString(literal)) : null;
        }

        return fields.Has(field) ? throw fields.Fault(path, $"cannot stand beside {field}") : fields.PathOrCall(path, text, path);
    }

    private static string? Evaluate(Expression? expression, string field, Frame frame, out Failure? failure)
    {
        failure = null;
        if (expression?.Evaluate(frame, out failure) is not { } value)
        {
            return null;
        }

        if (value is JsonString text)
        {
            return text.Value;
        }

        failure = expression is JsonataExpression jsonata
            ? jsonata.UnexpectedType(frame, value, "string")
            : Failure.Runtime(frame, $"The {field.Fixed()}Path parameter does not reference a string: {value}");
        return null;
    }
}
