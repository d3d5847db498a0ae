using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>A Map state: one run of its item processor for each item.</summary>
internal sealed class MapPlan : RetryingPlan
{
    private readonly DataFlow _flow;
    private readonly NumberField? _maxConcurrency;
    private readonly DistributedPlan? _distributed;
    private readonly ItemSource _items;
    private readonly bool _hasResultWriter;

    /// <summary><c>ItemSelector</c>, or null when each item is passed on as it is.</summary>
    private readonly Expression? _selector;

    public MapPlan(FieldReader fields, MapState state)
        : base(fields, state, StateType.Map)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.ResultPath | DataFlowFields.Result | DataFlowFields.Assign);
        _maxConcurrency = NumberField.Compile(fields, "MaxConcurrency", 0, Quotas.MaxItems);
        _selector = ReadSelector(fields);
        string field = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        if (fields.Value(field) is not JsonObjectSyntax || state.ItemProcessor is not { } processor)
        {
            throw fields.Fault(field, "must be an object with StartAt and States");
        }

        FieldReader nested = fields.Nested(processor);
        Processor = ScopePlan.Compile(processor, nested);
        _distributed = DistributedPlan.Compile(fields, nested);
        nested.Finish();
        _items = ItemSource.Compile(fields);
        _hasResultWriter = fields.Has("ResultWriter");
    }

    /// <summary>What runs for each item.</summary>
    public ScopePlan Processor { get; }

    public override ImmutableArray<ScopePlan> Scopes => [Processor];

    protected override HistoryEventType? FailedEvent => HistoryEventType.MapStateFailed;

    public override string? CheckMock(JsonValue result) => _hasResultWriter
        ? result is JsonObject ? null : "Mocked result must be a JSON object."
        : result is JsonArray ? null : "Mocked result must be an array.";

    /// <summary>What an iteration is started with: the item, or what <c>ItemSelector</c> makes of it. Null with a failure.</summary>
    public JsonValue? Select(Frame frame, JsonValue data, MapItem item, out Failure? failure)
    {
        failure = null;
        if (_selector is null)
        {
            return item.Value;
        }

        MapItem? outer = frame.Item;
        frame.Item = item;
        frame.Data = data;
        JsonValue? selected = _selector.Evaluate(frame, out failure);
        frame.Item = outer;
        return selected;
    }

    protected override async ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input)
    {
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        JsonArray? items = data is null || _distributed is { HasReader: true } ? null : _items.Read(frame, data, out failure);
        if (failure is not null)
        {
            return failure;
        }

        if (frame.Probe is { } probe)
        {
            return await TestAsync(frame, probe, input, data!, items ?? JsonArray.Empty).ConfigureAwait(false);
        }

        frame.Append(HistoryEventType.MapStateStarted, this, new MapLength(items?.Items.Length ?? 0));
        long concurrency = (long)(_maxConcurrency?.Read(frame, out failure) ?? 0);
        MapRun? run = failure is not null ? null
            : _distributed is null ? new InlineMapRun(this, frame, data!, items!)
            : _distributed.Begin(this, frame, data!, items, out failure);
        if (run is null)
        {
            return failure!;
        }

        failure = await run.RunAsync(concurrency).ConfigureAwait(false);
        return failure is not null ? failure : _flow.Give(frame, input, run.Result, Transition);
    }

    /// <summary>What the Map comes to when TestState says how its iterations end.</summary>
    private async ValueTask<Outcome> TestAsync(Frame frame, StateProbe probe, JsonValue input, JsonValue data, JsonArray items)
    {
        Failure? failure = SelectAll(frame, probe, data, items);
        double concurrency = 0;
        if (failure is null && _maxConcurrency is not null)
        {
            concurrency = _maxConcurrency.Read(frame, out failure);
        }

        FailureTolerance? tolerance = failure is null ? _distributed?.ReadTolerance(frame, out failure) : null;
        if (failure is not null)
        {
            return failure;
        }

        probe.MaxConcurrency = (long)concurrency;
        probe.ToleratedFailureCount = tolerance?.Count;
        probe.ToleratedFailurePercentage = tolerance?.Percentage;
        if (probe.FailedItems is { } failed && tolerance?.Exceeds(failed, items.Items.Length) == true)
        {
            return Failure.ToleranceExceeded();
        }

        (JsonValue? result, failure) = await AnswerAsync(frame, probe.Answer!, items).ConfigureAwait(false);
        return result is null ? failure! : _flow.Give(frame, input, result, Transition);
    }

    private Failure? SelectAll(Frame frame, StateProbe probe, JsonValue data, JsonArray items)
    {
        if (_selector is null)
        {
            return null;
        }

        var selected = new JsonValue[items.Items.Length];
        for (int i = 0; i < selected.Length; i++)
        {
            if (Select(frame, data, new MapItem(i, items.Items[i]), out Failure? failure) is not { } input)
            {
                return failure;
            }

            selected[i] = input;
        }

        probe.See(ProcessingStep.AfterItemSelector, new JsonArray(selected));
        return null;
    }

    private static Expression? ReadSelector(FieldReader fields)
    {
        // Parameters is the older name.
        string field = !fields.IsJsonata && fields.Has("Parameters") ? "Parameters" : "ItemSelector";
        return fields.Template(field);
    }
}
