using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;

namespace StateMachineGen.Runtime.Tests.Execution;

public class LambdaEntryPointTests
{
    private sealed class Services(int factor) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Doubling.Factor) ? new Doubling.Factor(factor) : null;
    }

    /// <summary>A machine whose services cannot be made at first.</summary>
    private sealed class LateServices : ILambdaServices
    {
        private static int s_calls;

        public static int Calls => s_calls;

        static IServiceProvider? ILambdaServices.Create() =>
            ++s_calls <= 2 ? throw new TimeoutException($"No parameters yet ({s_calls}).") : new Services(factor: s_calls);
    }

    private sealed class SharedServices : ILambdaServices
    {
        private static int s_calls;

        static IServiceProvider? ILambdaServices.Create() => new Services(factor: Interlocked.Increment(ref s_calls));
    }

    private sealed class WithoutServices : ILambdaServices
    {
        private static int s_calls;

        public static int Calls => s_calls;

        static IServiceProvider? ILambdaServices.Create()
        {
            s_calls++;
            return null;
        }
    }

    private static async Task<string> InvokeAsync<TMachine>(string input)
        where TMachine : ILambdaServices
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input));
        using var reader = new StreamReader(await LambdaEntryPoint.InvokeAsync<TMachine, Doubling.Multiply>(stream));
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task Services_that_cannot_be_made_are_asked_for_again_by_the_next_call()
    {
        for (int call = 1; call <= 2; call++)
        {
            (await Should.ThrowAsync<TimeoutException>(() => InvokeAsync<LateServices>("""{"value":5}"""))).Message.ShouldBe($"No parameters yet ({call}).");
        }

        (await InvokeAsync<LateServices>("""{"value":5}""")).ShouldBe("""{"value":15}""");
        (await InvokeAsync<LateServices>("""{"value":6}""")).ShouldBe("""{"value":18}""");
        LateServices.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task Services_are_made_once_for_calls_at_the_same_time()
    {
        using var start = new ManualResetEventSlim();
        List<Task<string>> calls = Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() =>
            {
                start.Wait();
                return InvokeAsync<SharedServices>("""{"value":5}""");
            }))
            .ToList();
        start.Set();
        (await Task.WhenAll(calls)).ShouldAllBe(output => output == """{"value":5}""");
    }

    [Fact]
    public async Task That_there_are_no_services_is_asked_once_too()
    {
        (await InvokeAsync<WithoutServices>("""{"value":5}""")).ShouldBe("""{"value":10}""");
        (await InvokeAsync<WithoutServices>("""{"value":6}""")).ShouldBe("""{"value":12}""");
        WithoutServices.Calls.ShouldBe(1);
    }
}
