using System.Collections.Generic;

namespace StateMachineGen.Execution;

/// <summary>
/// Stops what belongs to an execution, a Parallel state or a Map: all its waits end at once, and so do those of what is
/// nested in it. It is used in the execution's loop only.
/// </summary>
internal sealed class StopSignal
{
    private readonly StopSignal? _parent;
    private LinkedList<StopSignal>? _nested;
    private LinkedListNode<StopSignal>? _place;
    private LinkedList<ClockWait>? _waits;

    public StopSignal()
    {
    }

    private StopSignal(StopSignal parent)
    {
        _parent = parent;
        IsStopped = parent.IsStopped;
    }

    public bool IsStopped { get; private set; }

    /// <summary>A signal that also comes when this one does.</summary>
    public StopSignal Nest()
    {
        var nested = new StopSignal(this);
        nested._place = (_nested ??= new LinkedList<StopSignal>()).AddLast(nested);
        return nested;
    }

    /// <summary>Forgets a nested signal whose work is done.</summary>
    public void Release()
    {
        if (_place is not null)
        {
            _parent!._nested!.Remove(_place);
            _place = null;
        }
    }

    public LinkedListNode<ClockWait> Register(ClockWait wait) => (_waits ??= new LinkedList<ClockWait>()).AddLast(wait);

    public void Unregister(LinkedListNode<ClockWait> place)
    {
        if (place.List == _waits)
        {
            _waits?.Remove(place);
        }
    }

    public void Stop()
    {
        if (IsStopped)
        {
            return;
        }

        IsStopped = true;

        // A wait that ends runs on at once, and what runs on may release signals: so each is taken out first.
        while (_nested?.First is { } nested)
        {
            _nested.RemoveFirst();
            nested.Value._place = null;
            nested.Value.Stop();
        }

        while (_waits?.First is { } wait)
        {
            _waits.RemoveFirst();
            wait.Value.Stop();
        }
    }
}
