using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>Where the results of a Distributed Map are written, and in what form (<c>ResultWriter</c>).</summary>
internal sealed class ResultWriterPlan
{
    private readonly bool _isWritten;
    private readonly Expression? _location;
    private readonly ResultTransformation _transformation;
    private readonly bool _isLines;

    private ResultWriterPlan(FieldReader fields)
    {
        _isWritten = fields.Text("Resource") is { } resource
            && (resource.EndsWith(":s3:putObject", StringComparison.Ordinal) ? true : throw fields.NotRun("Resource", resource));
        _location = fields.Template(fields.IsJsonata ? "Arguments" : "Parameters");
        FieldReader? config = fields.Nested("WriterConfig");

        // The defaults differ: what is written tells all that there is, what is passed on only the outputs.
        ResultTransformation absent = _isWritten ? ResultTransformation.None : ResultTransformation.Compact;
        _transformation = config is null ? absent : config.Choice(
            "Transformation",
            absent,
            ("NONE", ResultTransformation.None),
            ("COMPACT", ResultTransformation.Compact),
            ("FLATTEN", ResultTransformation.Flatten));
        _isLines = config is not null && config.Choice("OutputType", false, ("JSON", false), ("JSONL", true));
        IsComplete = _isWritten || config is not null;
        config?.Finish();
    }

    /// <summary>Whether the field says anything. AWS takes an empty one, and the execution fails when it would write.</summary>
    public bool IsComplete { get; }

    /// <summary>Reads the field of a state; null when there is none.</summary>
    public static ResultWriterPlan? Compile(FieldReader state)
    {
        if (state.Nested("ResultWriter") is not { } fields)
        {
            return null;
        }

        var plan = new ResultWriterPlan(fields);
        fields.Finish();
        return plan;
    }

    /// <summary>Works out where to write, or gives null with a failure.</summary>
    public ResultWriting? Prepare(Frame frame, out Failure? failure)
    {
        failure = null;
        JsonValue? location = _location is null ? JsonObject.Empty : _location.Evaluate(frame, out failure);
        return location is null ? null : new ResultWriting(_isWritten ? location : null, _transformation, _isLines, IsComplete, frame.Run.Machine.Options.MapLimits);
    }
}
