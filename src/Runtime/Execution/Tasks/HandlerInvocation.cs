using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution.Tasks;

/// <summary>One run of a handler, from its service scope to its disposal. It never throws; whoever waits for it may stop waiting.</summary>
#pragma warning disable CA1001 // See _stop.
internal sealed class HandlerInvocation(TaskAttempt attempt, StateBinding binding, JsonValue payload, bool isFunction, HandlerScope? scope)
#pragma warning restore CA1001
{
    // Not disposed of: an abandoned handler may use its token for as long as it likes, and without a timer there is nothing to free.
    private readonly CancellationTokenSource _stop = new();
    private readonly ExecutionRun _run = attempt.Run;
    private Activity? _span;
    private DateTimeOffset _start = attempt.StartTime;
    private int _isOver;

    public async Task<TaskAnswer> RunAsync()
    {
        if (Volatile.Read(ref _isOver) != 0)
        {
            // Abandoned before a thread was free for it.
            return default;
        }

        if (scope is not null)
        {
            HandlerScope.Current = scope;
        }

        _start = _run.Clock.GetUtcNow();
        _span = _run.HasTelemetry ? ExecutionTelemetry.StartTask(attempt, _start) : null;
        TaskAnswer answer;
        try
        {
            answer = await InvokeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a handler throws is an error of the task.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failure failure = !isFunction && e is TaskFailureException named ? named.ToFailure() : HandlerError.ToFailure(e);
            answer = attempt.Resource.IsFunction ? failure.OfFunction() : failure;
        }

        EndSpan(answer.Failure);

        // When the wait was given up while the span started, nobody else can end it; ending twice does nothing.
        _span?.Stop();
        if (scope is not null)
        {
            scope.Clock.HandlerReturned(scope);
        }

        return answer;
    }

    /// <summary>Tells the handler to stop and goes on without it.</summary>
    public void Abandon(Failure failure)
    {
        EndSpan(failure);

        // On another thread: what the handler registered on its token is its own code, which may block or throw.
        _ = _stop.CancelAsync().ContinueWith(
            static cancelled => cancelled.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task<JsonValue> InvokeAsync()
    {
        LocalMachine machine = _run.Machine;
        if (machine.Scopes is null)
        {
            return await binding.InvokeAsync(machine.Services, payload, _stop.Token).ConfigureAwait(false);
        }

        AsyncServiceScope services = machine.Scopes.CreateAsyncScope();
        await using (services.ConfigureAwait(false))
        {
            return await binding.InvokeAsync(services.ServiceProvider, payload, _stop.Token).ConfigureAwait(false);
        }
    }

    private void EndSpan(Failure? failure)
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0 && _run.HasTelemetry)
        {
            ExecutionTelemetry.EndTask(_span, attempt, failure, _start);
        }
    }
}
