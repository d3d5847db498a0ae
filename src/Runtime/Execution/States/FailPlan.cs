using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Execution.States;

/// <summary>A Fail state.</summary>
internal sealed class FailPlan : PlanState
{
    private readonly string? _error;
    private readonly string? _cause;
    private readonly ReferencePath? _errorPath;
    private readonly ReferencePath? _causePath;

    public FailPlan(FieldReader fields)
        : base(fields, StateType.Fail)
    {
        _error = fields.Text("Error");
        _errorPath = fields.Path("ErrorPath");
        _cause = fields.Text("Cause");
        _causePath = fields.Path("CausePath");
        if (_error is not null && _errorPath is not null)
        {
            throw fields.Fault("ErrorPath", "cannot stand beside Error");
        }

        if (_cause is not null && _causePath is not null)
        {
            throw fields.Fault("CausePath", "cannot stand beside Cause");
        }
    }

    public override ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        Failure? failure = null;
        string? error = _errorPath is null ? _error : Read(_errorPath, "ErrorPath", frame, input, ref failure);
        string? cause = _causePath is null ? _cause : Read(_causePath, "CausePath", frame, input, ref failure);
        return new(failure ?? new Failure(error, cause));
    }

    private static string? Read(ReferencePath path, string field, Frame frame, JsonValue input, ref Failure? failure)
    {
        JsonValue? value = path.Select(input, frame);
        if (value is JsonString text)
        {
            return text.Value;
        }

        failure ??= Failure.Runtime(
            frame,
            value is null
                ? $"The JSONPath '{path.Text}' specified for the field '{field}' could not be found in the input '{input}'"
                : $"The JSONPath '{path.Text}' specified for the field '{field}' selects no string in the input '{input}'");
        return null;
    }
}
