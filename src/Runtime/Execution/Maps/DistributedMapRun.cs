using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Maps;

/// <summary>One attempt of a Map in distributed mode (a map run): each item has an execution of its own, with its own history.</summary>
internal sealed class DistributedMapRun : MapRun
{
    private const string StateData = "STATE_DATA";

    private readonly DistributedPlan _distributed;
    private readonly JsonArray _items;
    private readonly FailureTolerance _tolerance;
    private readonly string _label;
    private readonly JsonValue?[] _outputs;

    public DistributedMapRun(
        MapPlan plan, DistributedPlan distributed, Frame frame, JsonValue data, JsonArray items, FailureTolerance tolerance, string label)
        : base(plan, frame, data)
    {
        _distributed = distributed;
        _items = items;
        _tolerance = tolerance;
        _label = label;
        _outputs = new JsonValue?[items.Items.Length];
        LocalOptions options = frame.Run.Machine.Options;
        string arn = $"arn:aws:states:{options.Region}:{options.AccountId}:mapRun:{frame.Run.Machine.Name}/{label}:{frame.Run.NewToken()}";
        frame.Append(HistoryEventType.MapRunStarted, Plan, new MapRunName(arn));
    }

    /// <summary>The outputs of the executions that succeeded, in the order of the items.</summary>
    public override JsonValue Result
    {
        get
        {
            var succeeded = new List<JsonValue>(_outputs.Length);
            foreach (JsonValue? output in _outputs)
            {
                if (output is not null)
                {
                    succeeded.Add(output);
                }
            }

            return new JsonArray([.. succeeded]);
        }
    }

    protected override int Count => _outputs.Length;

    protected override int ConcurrencyLimit => Quotas.DistributedConcurrency;

    protected override void Begin(int index)
    {
        if (Select(new MapItem(index, _items.Items[index], Source: StateData), out Failure? failure) is not { } input)
        {
            Fail(failure!);
            return;
        }

        Run(index, Frame.Run.StartChild(Plan.Processor, input, _label, _distributed.ChildType, Stop));
    }

    protected override void End(int index, Outcome outcome)
    {
        if (outcome.Output is { } output)
        {
            _outputs[index] = output;
        }
        else if (outcome.Failure!.Kind != FailureKind.Error)
        {
            Fail(outcome.Failure);
        }
        else if (_tolerance.Exceeds(1))
        {
            // Without tolerance AWS tells of the item's own error (measured).
            Fail(_tolerance.IsSet ? Failure.ToleranceExceeded() : outcome.Failure);
        }
    }

    protected override void Complete()
    {
        if (Failure is null)
        {
            // What comes after the Map follows from the start of the run (measured).
            int started = Frame.LastEventId;
            Frame.Append(HistoryEventType.MapRunSucceeded, Plan, null);
            Frame.AppendAside(HistoryEventType.MapStateSucceeded, Plan, null);
            Frame.LastEventId = started;
        }
        else if (Failure.Kind == FailureKind.Error)
        {
            Frame.Append(HistoryEventType.MapRunFailed, Plan, Failure);
        }
    }
}
