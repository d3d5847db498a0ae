using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using StateMachineGen;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace Tutorial;

/// <summary>Runs the state machine many times at once.</summary>
internal static class Executions
{
    /// <summary>Runs all executions.</summary>
    /// <param name="options">How many, by which clock, with which luck.</param>
    /// <param name="report">The report that shows them, or null.</param>
    /// <param name="done">Called after each.</param>
    /// <param name="cancellationToken">Aborts them.</param>
    /// <returns>What they came to, in order.</returns>
    public static async Task<ExecutionResult<Response>[]> RunAsync(Options options, TraceReport? report, Action done, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // The system clock is what --real-time asks for.
        TimeProvider clock = options.RealTime ? TimeProvider.System : new VirtualTimeProvider();
#pragma warning restore RS0030
        var seeds = new Random(options.Seed);
        Task<ExecutionResult<Response>>[] executions;
        using ((clock as VirtualTimeProvider)?.Hold())
        {
            executions = [.. Enumerable.Range(1, options.Executions).Select(number => RunOneAsync(number, new Chance(seeds.Next(), clock)))];
        }

        return await Task.WhenAll(executions);

        async Task<ExecutionResult<Response>> RunOneAsync(int number, Chance chance)
        {
            await using ServiceProvider services = new ServiceCollection().AddSingleton(chance).BuildServiceProvider();
            await using var machine = TraceFunctions.CreateLocal(services, new LocalOptions { TimeProvider = clock, LambdaParity = options.LambdaParity, Report = report });
            ExecutionResult<Response> result = await machine.ExecuteAsync(new Request(), new ExecutionOptions { Name = Name(number) }, cancellationToken);
            done();
            return result;
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"run-{number:D3}");
}
