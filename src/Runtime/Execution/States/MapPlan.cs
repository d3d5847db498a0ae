using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Maps;
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

    public MapPlan(FieldReader fields, MapState state)
        : base(fields, state, StateType.Map)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.ResultPath | DataFlowFields.Result | DataFlowFields.Assign);
        _maxConcurrency = NumberField.Compile(fields, "MaxConcurrency", 0, Quotas.MaxItems);
        Selector = ReadSelector(fields);
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
    }

    /// <summary>What runs for each item.</summary>
    public ScopePlan Processor { get; }

    /// <summary><c>ItemSelector</c>, or null when each item is passed on as it is.</summary>
    public Expression? Selector { get; }

    public override ImmutableArray<ScopePlan> Scopes => [Processor];

    protected override HistoryEventType? FailedEvent => HistoryEventType.MapStateFailed;

    protected override async ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input)
    {
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        JsonArray? items = data is null ? null : _items.Read(frame, data, out failure);
        if (items is null)
        {
            return failure!;
        }

        frame.Append(HistoryEventType.MapStateStarted, this, new MapLength(items.Items.Length));
        long concurrency = (long)(_maxConcurrency?.Read(frame, out failure) ?? 0);
        MapRun? run = failure is not null ? null
            : _distributed is null ? new InlineMapRun(this, frame, data!, items)
            : _distributed.Begin(this, frame, data!, items, out failure);
        if (run is null)
        {
            return failure!;
        }

        failure = await run.RunAsync(concurrency).ConfigureAwait(false);
        return failure is not null ? failure : _flow.Give(frame, input, run.Result, Transition.Target);
    }

    private static Expression? ReadSelector(FieldReader fields)
    {
        // Parameters is the older name.
        string field = !fields.IsJsonata && fields.Has("Parameters") ? "Parameters" : "ItemSelector";
        return fields.Template(field);
    }
}
