using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.States;

/// <summary>
/// The way of data in JSONPath: <c>InputPath</c>, <c>Parameters</c>, the work, <c>Assign</c>, <c>ResultSelector</c>, <c>ResultPath</c>,
/// <c>OutputPath</c>.
/// </summary>
internal sealed class JsonPathFlow(FieldReader fields, DataFlowFields parts)
    : DataFlow(Departure.Compile(fields, parts.HasFlag(DataFlowFields.Assign)))
{
    private readonly SelectingPath _inputPath = fields.SelectingPath("InputPath");
    private readonly Expression? _parameters = parts.HasFlag(DataFlowFields.Payload) ? fields.Template("Parameters") : null;
    private readonly Expression? _resultSelector = parts.HasFlag(DataFlowFields.Result) ? fields.Template("ResultSelector") : null;
    private readonly ResultPath _resultPath = parts.HasFlag(DataFlowFields.ResultPath) ? fields.ResultPath("ResultPath") : ResultPath.Replace;
    private readonly SelectingPath _outputPath = fields.SelectingPath("OutputPath");

    public override JsonValue? Take(Frame frame, JsonValue input, out Failure? failure)
    {
        JsonValue? data = _inputPath.Select(input, frame, out failure);
        frame.Data = data;
        frame.Trail?.See(ProcessingStep.AfterInputPath, data);
        return data;
    }

    public override JsonValue? Fill(Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        JsonValue? payload = data;
        if (_parameters is not null)
        {
            frame.Data = data;
            payload = _parameters.Evaluate(frame, out failure);
        }

        frame.Trail?.See(ProcessingStep.AfterParameters, payload);
        return payload;
    }

    public override Outcome Give(Frame frame, JsonValue input, JsonValue result, Transition? transition, Departure chosen)
    {
        // Assign sees the result before ResultSelector has shaped it.
        frame.Data = result;
        JsonObject? assigned = chosen.Assign(frame, out Failure? failure);
        JsonValue? selected = failure is not null ? null : _resultSelector is null ? result : _resultSelector.Evaluate(frame, out failure);
        JsonValue? combined = selected is null ? null : _resultPath.Apply(input, selected, out failure);
        frame.Trail?.See(ProcessingStep.AfterResultSelector, selected);
        frame.Trail?.See(ProcessingStep.AfterResultPath, combined);
        JsonValue? output = combined is null ? null : _outputPath.Select(combined, frame, out failure);
        failure ??= CheckLimits(output!, frame, frame.State.Name);
        return failure is not null ? failure : Outcome.Continue(output!, transition, assigned);
    }
}
