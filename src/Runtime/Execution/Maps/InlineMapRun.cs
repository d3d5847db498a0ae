using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Maps;

/// <summary>One attempt of a Map whose iterations are part of the execution.</summary>
internal sealed class InlineMapRun(MapPlan plan, Frame frame, JsonValue data, JsonArray items) : MapRun(plan, frame, data)
{
    private readonly JsonValue[] _outputs = new JsonValue[items.Items.Length];
    private readonly Frame?[] _frames = new Frame?[items.Items.Length];
    private int _next;
    private int _lastSucceeded;

    public override JsonValue Result => new JsonArray(_outputs);

    protected override bool HasNext => _next < _outputs.Length;

    protected override int ConcurrencyLimit => Quotas.InlineConcurrency;

    protected override void BeginNext()
    {
        int index = _next++;
        var item = new MapItem(index, items.Items[index]);
        if (Select(item, out Failure? failure) is not { } input)
        {
            Fail(failure!);
            return;
        }

        int started = Frame.AppendAside(HistoryEventType.MapIterationStarted, Plan, item);
        var nested = new Frame(Frame, Stop, started, item);
        _frames[index] = nested;
        Run(index, NestedScope.RunIterationAsync(nested, index, Plan.Processor, input));
    }

    protected override void End(int index, Outcome outcome)
    {
        // The next iteration follows from the last event of this one, not from the one that tells of its end (measured).
        Frame nested = _frames[index]!;
        Frame.LastEventId = nested.LastEventId;
        _frames[index] = null;
        if (outcome.Output is { } output)
        {
            _outputs[index] = output;
            _lastSucceeded = Frame.AppendAside(HistoryEventType.MapIterationSucceeded, Plan, nested.Item);
            return;
        }

        if (outcome.Failure!.Kind == FailureKind.Error && outcome.Failure.Error != ErrorNames.Runtime)
        {
            Frame.AppendAside(HistoryEventType.MapIterationFailed, Plan, nested.Item);
        }

        Fail(outcome.Failure);
    }

    protected override ValueTask CompleteAsync()
    {
        if (Failure is null)
        {
            Frame.LastEventId = _lastSucceeded > 0 ? _lastSucceeded : Frame.LastEventId;
            Frame.AppendAside(HistoryEventType.MapStateSucceeded, Plan, null);
        }

        return default;
    }
}
