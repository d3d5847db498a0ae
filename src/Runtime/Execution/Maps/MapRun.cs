using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;

namespace StateMachineGen.Execution.Maps;

/// <summary>One attempt of a Map: its iterations, as many at a time as may run.</summary>
internal abstract class MapRun(MapPlan plan, Frame frame, JsonValue data)
{
    private readonly Join _join = new();

    /// <summary>What the Map came to.</summary>
    public abstract JsonValue Result { get; }

    /// <summary>Why the Map fails; the iterations are stopped then.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Whether an iteration is left to start.</summary>
    protected abstract bool HasNext { get; }

    /// <summary>How many may run at a time when <c>MaxConcurrency</c> says nothing else, and at most.</summary>
    protected abstract int ConcurrencyLimit { get; }

    protected Frame Frame { get; } = frame;

    protected MapPlan Plan { get; } = plan;

    /// <summary>Stops the iterations.</summary>
    protected StopSignal Stop { get; } = frame.Stop.Nest();

    /// <summary>Runs all iterations; the result is null when the Map went well.</summary>
    /// <param name="concurrency"><c>MaxConcurrency</c>; 0 sets no limit.</param>
    public async ValueTask<Failure?> RunAsync(long concurrency)
    {
        long limit = concurrency == 0 || concurrency > ConcurrencyLimit ? ConcurrencyLimit : concurrency;
        await PrepareAsync().ConfigureAwait(false);
        while (true)
        {
            while (Failure is null && HasNext && _join.Running < limit)
            {
                BeginNext();
            }

            if (_join.Running == 0)
            {
                break;
            }

            await _join.NextAsync().ConfigureAwait(false);
        }

        _join.ThrowIfFaulted();
        Stop.Release();
        await CompleteAsync().ConfigureAwait(false);
        return Failure;
    }

    /// <summary>Does what must be done before the first iteration, or fails the Map.</summary>
    protected virtual ValueTask PrepareAsync() => default;

    /// <summary>Starts the next iteration, or fails the Map.</summary>
    protected abstract void BeginNext();

    /// <summary>Takes the outcome of an iteration.</summary>
    protected abstract void End(int index, Outcome outcome);

    /// <summary>Ends the run, whatever it came to.</summary>
    protected abstract ValueTask CompleteAsync();

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
