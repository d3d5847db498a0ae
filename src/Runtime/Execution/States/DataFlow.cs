using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>How data passes through a state: <c>InputPath</c> before its work, <c>ResultPath</c> and <c>OutputPath</c> after it.</summary>
internal sealed class DataFlow(FieldReader fields, bool hasResultPath)
{
    private readonly SelectingPath _inputPath = fields.SelectingPath("InputPath");
    private readonly SelectingPath _outputPath = fields.SelectingPath("OutputPath");
    private readonly ResultPath _resultPath = hasResultPath ? fields.ResultPath("ResultPath") : ResultPath.Replace;

    /// <summary>The effective input, or null with a failure.</summary>
    public JsonValue? Take(Frame frame, JsonValue input, out Failure? failure) => _inputPath.Select(input, frame, out failure);

    /// <summary>The state's output, or null with a failure.</summary>
    public JsonValue? Give(Frame frame, JsonValue input, JsonValue result, out Failure? failure)
    {
        JsonValue? combined = _resultPath.Apply(input, result, out failure);
        JsonValue? output = combined is null ? null : _outputPath.Select(combined, frame, out failure);
        return output is not null && (failure = CheckLimits(output, frame, frame.State.Name)) is null ? output : null;
    }

    /// <summary>The failure of a value that is too large to be passed on, or null.</summary>
    public static Failure? CheckLimits(JsonValue value, Frame frame, string subject) =>
        value.Size > Quotas.PayloadBytes ? Failure.DataLimitExceeded(subject)
        : value.Depth > JsonValue.MaxDepth ? Failure.Runtime(frame, $"The data is nested deeper than {JsonValue.MaxDepth} levels.")
        : null;
}
