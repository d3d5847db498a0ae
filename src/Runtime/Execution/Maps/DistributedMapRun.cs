using System.Collections.Generic;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Maps.Batching;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Maps;

/// <summary>One attempt of a Map in distributed mode (a map run): each item, or batch of items, has an execution of its own, with its own history.</summary>
internal sealed class DistributedMapRun : MapRun
{
    private readonly DistributedPlan _distributed;
    private readonly MapRunParts _parts;
    private readonly List<ExecutionRun> _executions = [];
    private Dataset _items;
    private int _next;
    private JsonValue? _held;
    private JsonValue? _written;
    private bool _hasItems;

    public DistributedMapRun(MapPlan plan, DistributedPlan distributed, Frame frame, JsonValue data, MapRunParts parts)
        : base(plan, frame, data)
    {
        _distributed = distributed;
        _parts = parts;
        _items = parts.Items;
        LocalOptions options = frame.Run.Machine.Options;
        Arn = $"arn:aws:states:{options.Region}:{options.AccountId}:mapRun:{frame.Run.Machine.Name}/{distributed.Label}:{frame.Run.NewToken()}";
        StateName = plan.Name;
        frame.Append(HistoryEventType.MapRunStarted, Plan, new MapRunName(Arn));
        frame.Run.MapRuns.Add(this);
    }

    public string Arn { get; }

    public string StateName { get; }

    /// <summary>How many items there are, as far as they could be read.</summary>
    public int ItemCount { get; private set; }

    /// <summary>How many items no execution was started for, because the run failed before.</summary>
    public int PendingItems { get; private set; }

    /// <summary>The executions, in the order of their items.</summary>
    public IReadOnlyList<ExecutionRun> Executions => _executions;

    public override JsonValue Result
    {
        get
        {
            if (_written is not null)
            {
                return _written;
            }

            if (_parts.Writing is not null)
            {
                return new JsonArray([.. _parts.Writing.Transform(_executions)]);
            }

            var succeeded = new List<JsonValue>(_executions.Count);
            foreach (ExecutionRun execution in _executions)
            {
                if (execution.Output is not null)
                {
                    succeeded.Add(execution.Output);
                }
            }

            return new JsonArray([.. succeeded]);
        }
    }

    protected override bool HasNext => _next < _items.Count;

    protected override int ConcurrencyLimit => Quotas.DistributedConcurrency;

    protected override async ValueTask PrepareAsync()
    {
        if (_parts.Reading is { } reading)
        {
            (Dataset? read, Failure? failure) = await StoreCall.RunAsync(Frame, ErrorNames.ItemReaderFailed, reading.ReadAsync).ConfigureAwait(false);
            if (read is null)
            {
                Fail(failure!);
                return;
            }

            _items = read;
        }

        _hasItems = true;
        ItemCount = _items.Count;
    }

    protected override void BeginNext()
    {
        if (TakeInput(out int items, out Failure? failure) is not { } input)
        {
            Fail(failure!);
            return;
        }

        ExecutionRun execution = Frame.Run.NewChild(input, _distributed, StateName, items, Stop);
        _executions.Add(execution);
        int index = _executions.Count - 1;
        Run(index, NestedScope.RunChildAsync(execution, index, Plan.Processor));
    }

    protected override void End(int index, Outcome outcome)
    {
        if (outcome.Output is not null)
        {
            return;
        }

        if (outcome.Failure!.Kind != FailureKind.Error)
        {
            Fail(outcome.Failure);
        }
        else if (_parts.Tolerance.Exceeds(_executions[index].ItemCount, ItemCount))
        {
            // Also where the Map says nothing: the tolerance is then zero (developer guide, "Setting failure thresholds for Distributed Map states").
            Fail(Failure.ToleranceExceeded());
        }
    }

    protected override async ValueTask CompleteAsync()
    {
        PendingItems = _items.Count - _next;
        if (_parts.Writing is { IsWritten: true } writing && _hasItems && Failure is null or { Kind: FailureKind.Error })
        {
            List<JsonValue> pending = TakePending();
            (_written, Failure? failure) = await StoreCall.RunAsync(
                Frame, ErrorNames.ResultWriterFailed, (store, token) => writing.WriteAsync(store, Arn, _executions, pending, token)).ConfigureAwait(false);
            if (failure is not null)
            {
                Fail(failure);
            }
        }

        _items = Dataset.Empty;
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

    /// <summary>Takes the next item, or batch of items, as the input of an execution; null with a failure.</summary>
    private JsonValue? TakeInput(out int items, out Failure? failure)
    {
        if (_parts.Batching is not null)
        {
            return TakeBatch(_parts.Batching.Begin(), out items, out failure);
        }

        items = 1;
        JsonValue? input = Select(_items[_next++], out failure);
        if (input?.Size > Quotas.PayloadBytes)
        {
            failure = Failure.DataLimitExceeded(Plan.Name);
            return null;
        }

        return input;
    }

    private JsonObject? TakeBatch(BatchForm.Batch batch, out int items, out Failure? failure)
    {
        items = 0;
        failure = null;
        while (HasNext)
        {
            // An item that the last batch had no room for was selected then.
            JsonValue? item = _held ?? Select(_items[_next], out failure);
            if (item is null)
            {
                return null;
            }

            if (!batch.TryAdd(item))
            {
                _held = item;
                break;
            }

            _held = null;
            _next++;
        }

        items = batch.Count;
        failure = items == 0 ? Failure.DataLimitExceeded(Plan.Name) : null;
        return items == 0 ? null : batch.ToInput();
    }

    /// <summary>The inputs of the executions that were not started, as far as they can be made.</summary>
    private List<JsonValue> TakePending()
    {
        var pending = new List<JsonValue>();
        while (HasNext && TakeInput(out _, out _) is { } input)
        {
            pending.Add(input);
        }

        return pending;
    }
}
