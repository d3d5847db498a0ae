using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.CompilerServices;

/// <summary>
/// Runs a handler as a Lambda function: a stream in, a stream out, which Lambda's .NET runtime accepts without any
/// package. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LambdaEntryPoint
{
    /// <summary>
    /// Runs the handler of a state. Exceptions pass through, so that Lambda reports them to Step Functions by their type.
    /// </summary>
    /// <typeparam name="TMachine">The machine: where the handler's constructor parameters come from; each call has a scope of its own.</typeparam>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="input">The event, as JSON.</param>
    /// <returns>The result, as JSON.</returns>
    public static async Task<Stream> InvokeAsync<TMachine, TState>(Stream input)
        where TMachine : ILambdaServices
        where TState : IState
    {
        ArgumentNullException.ThrowIfNull(input);
        Activity? span = ExecutionTelemetry.StartFunction(TState.Binding.Name);
        try
        {
            Stream result = await RunAsync<TMachine, TState>(input).ConfigureAwait(false);
            ExecutionTelemetry.EndFunction(span, null);
            return result;
        }
        catch (Exception e)
        {
            ExecutionTelemetry.EndFunction(span, e);
            throw;
        }
    }

    private static async Task<Stream> RunAsync<TMachine, TState>(Stream input)
        where TMachine : ILambdaServices
        where TState : IState
    {
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes).ConfigureAwait(false);
        JsonValue value = JsonConversion.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        StateBinding binding = TState.Binding;
        IServiceProvider? services = Services<TMachine>.Get();
        JsonValue result;
        if (services?.GetService(typeof(IServiceScopeFactory)) is IServiceScopeFactory scopes)
        {
            AsyncServiceScope scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                result = await binding.InvokeAsync(scope.ServiceProvider, value, CancellationToken.None).ConfigureAwait(false);
            }
        }
        else
        {
            result = await binding.InvokeAsync(services ?? NoServices.Instance, value, CancellationToken.None).ConfigureAwait(false);
        }

        return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(result.ToString()), writable: false);
    }

    /// <summary>
    /// A container is made once in a process, when the first call arrives. What its making throws is that call's error and is
    /// not remembered, unlike a static initializer's: Lambda keeps the process, and the next call may find what this one missed.
    /// </summary>
    private static class Services<TMachine>
        where TMachine : ILambdaServices
    {
        private static readonly Lock s_making = new();
        private static IServiceProvider? s_instance;
        private static bool s_isMade;

        public static IServiceProvider? Get()
        {
            if (Volatile.Read(ref s_isMade))
            {
                return s_instance;
            }

            lock (s_making)
            {
                if (!s_isMade)
                {
                    s_instance = TMachine.Create();
                    Volatile.Write(ref s_isMade, true);
                }

                return s_instance;
            }
        }
    }
}
