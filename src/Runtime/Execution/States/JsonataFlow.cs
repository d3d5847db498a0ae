using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.States;

/// <summary>The way of data in JSONata: <c>Arguments</c>, the work, <c>Assign</c> and <c>Output</c>.</summary>
internal sealed class JsonataFlow(FieldReader fields, DataFlowFields parts)
    : DataFlow(Departure.Compile(fields, parts.HasFlag(DataFlowFields.Assign)))
{
    private readonly Expression? _arguments = parts.HasFlag(DataFlowFields.Payload) ? fields.Template("Arguments") : null;
    private readonly bool _hasResult = parts.HasFlag(DataFlowFields.Result);

    public override JsonValue Take(Frame frame, JsonValue input, out Failure? failure)
    {
        failure = null;
        frame.Input = input;
        return input;
    }

    public override JsonValue? Fill(Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        JsonValue? payload = _arguments is null ? data : _arguments.Evaluate(frame, out failure);
        frame.Trail?.See(ProcessingStep.AfterArguments, payload);
        return payload;
    }

    public override Outcome Give(Frame frame, JsonValue input, JsonValue result, Transition? transition, Departure chosen)
    {
        frame.Result = _hasResult ? result : null;
        JsonObject? assigned = chosen.Assign(frame, out Failure? failure);
        JsonValue? output = failure is not null ? null : chosen.Output is null ? result : chosen.Output.Evaluate(frame, out failure);
        frame.Result = null;
        failure ??= CheckLimits(output!, frame, frame.State.Name);
        return failure is not null ? failure : Outcome.Continue(output!, transition, assigned);
    }
}
