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
    private ClockWait? _firstWait;
    private ClockWait? _lastWait;

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

    /// <summary>Puts a wait at the end of the list, whose links are the waits themselves: most signals have one, for a long time.</summary>
    public void Register(ClockWait wait)
    {
        wait.Previous = _lastWait;
        if (_lastWait is null)
        {
            _firstWait = wait;
        }
        else
        {
            _lastWait.Next = wait;
        }

        _lastWait = wait;
    }

    /// <summary>Takes a wait out, unless it is out already.</summary>
    public void Unregister(ClockWait wait)
    {
        if (wait.Previous is null && _firstWait != wait)
        {
            return;
        }

        if (wait.Previous is null)
        {
            _firstWait = wait.Next;
        }
        else
        {
            wait.Previous.Next = wait.Next;
        }

        if (wait.Next is null)
        {
            _lastWait = wait.Previous;
        }
        else
        {
            wait.Next.Previous = wait.Previous;
        }

        wait.Previous = null;
        wait.Next = null;
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

        while (_firstWait is { } wait)
        {
            Unregister(wait);
            wait.Stop();
        }
    }
}
