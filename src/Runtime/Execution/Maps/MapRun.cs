using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;

namespace StateMachineGen.Execution.Maps;

/// <summary>One attempt of a Map: its iterations, as many at a time as may run.</summary>
internal abstract class MapRun(MapPlan plan, Frame frame, JsonValue data)
{
    private readonly Join _join = new();
    private int _next;

    /// <summary>What the Map came to.</summary>
    public abstract JsonValue Result { get; }

    /// <summary>How many iterations there are.</summary>
    protected abstract int Count { get; }

    /// <summary>How many may run at a time when <c>MaxConcurrency</c> says nothing else, and at most.</summary>
    protected abstract int ConcurrencyLimit { get; }

    protected Frame Frame { get; } = frame;

    protected MapPlan Plan { get; } = plan;

    /// <summary>Stops the iterations.</summary>
    protected StopSignal Stop { get; } = frame.Stop.Nest();

    /// <summary>Why the Map fails; the iterations are stopped then.</summary>
    protected Failure? Failure { get; private set; }

    /// <summary>Runs all iterations; the result is null when the Map went well.</summary>
    /// <param name="concurrency"><c>MaxConcurrency</c>; 0 sets no limit.</param>
    public async ValueTask<Failure?> RunAsync(long concurrency)
    {
        long limit = concurrency == 0 || concurrency > ConcurrencyLimit ? ConcurrencyLimit : concurrency;
        while (true)
        {
            while (Failure is null && _next < Count && _join.Running < limit)
            {
                Begin(_next++);
            }

            if (_join.Running == 0)
            {
                break;
            }

            await _join.NextAsync().ConfigureAwait(false);
        }

        _join.ThrowIfFaulted();
        Stop.Release();
        Complete();
        return Failure;
    }

    /// <summary>Starts an iteration, or fails the Map.</summary>
    protected abstract void Begin(int index);

    /// <summary>Takes the outcome of an iteration.</summary>
    protected abstract void End(int index, Outcome outcome);

    /// <summary>Ends the run, whatever it came to.</summary>
    protected abstract void Complete();

    /// <summary>Takes over what an iteration does.</summary>
    protected void Run(int index, ValueTask<Outcome> iteration) =>
        _join.Start(iteration, (Run: this, Index: index), static (state, outcome) => state.Run.EndIteration(state.Index, outcome));

    protected void Fail(Failure failure)
    {
        if (Failure is null)
        {
            Failure = failure;
            Stop.Stop();
        }
    }

    /// <summary>What an iteration is started with: the item, or what <c>ItemSelector</c> makes of it. Null with a failure.</summary>
    protected JsonValue? Select(MapItem item, out Failure? failure) => Plan.Select(Frame, data, item, out failure);

    private void EndIteration(int index, Outcome outcome)
    {
        if (Failure is null)
        {
            End(index, outcome);
        }
    }
}
