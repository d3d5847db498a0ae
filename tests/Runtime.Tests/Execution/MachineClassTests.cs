using System;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>A class as the generator completes it.</summary>
public sealed class Doubling : IStateMachine<Doubling, Doubling.Number, Doubling.Number>
{
    static MachineBinding<Number, Number> IStateMachine<Doubling, Number, Number>.Binding { get; } = new(
        "Doubling",
        MachineType.Express,
        """{ "StartAt": "Multiply", "States": { "Multiply": { "Type": "Task", "Resource": "${MultiplyFunctionArn}", "End": true } } }""",
        JsonContract.For<Number>(),
        JsonContract.For<Number>(),
        [StateBinding.Of<Multiply>()]);

    public sealed record Number(int Value);

    public sealed class Multiply(Factor factor) : ITask<Number, Number>, IState
    {
        static StateBinding IState.Binding { get; } = new TaskBinding<Number, Number>(
            "Multiply",
            services => new Multiply(HandlerServices.GetOrDefault(services, new Factor(2))));

        public Task<Number> ExecuteAsync(Number input, CancellationToken cancellationToken) => Task.FromResult(new Number(input.Value * factor.Value));
    }

    public sealed record Factor(int Value);
}

public class MachineClassTests
{
    [Fact]
    public async Task A_class_runs_from_its_definition()
    {
        await using var machine = Doubling.CreateLocal();
        var run = await machine.ExecuteAsync(new Doubling.Number(21), TestContext.Current.CancellationToken);
        run.Output.Value.ShouldBe(42);
        run.Arn.ShouldStartWith("arn:aws:states:us-east-1:123456789012:express:Doubling:" + run.Name + ":");
    }

    [Fact]
    public async Task A_handlers_parameters_come_from_the_services()
    {
        await using var machine = Doubling.CreateLocal(new Services());
        (await machine.ExecuteAsync(new Doubling.Number(1))).Output.Value.ShouldBe(10);
    }

    [Fact]
    public async Task A_test_of_a_class_runs_handlers_and_mocks_in_virtual_time()
    {
        MachineTest<Doubling.Number, Doubling.Number> test = Doubling.Test().WithServices(new Services());
        (await test.ExecuteAsync(new Doubling.Number(1))).Output.Value.ShouldBe(10);
        test.Mock<Doubling.Multiply>(Reply.Return(new Doubling.Number(7)).After(TimeSpan.FromMinutes(4)), Reply.Return(new Doubling.Number(8)));
        var run = await test.ExecuteAsync(new Doubling.Number(1));
        (run.Output.Value, run.Duration).ShouldBe((7, TimeSpan.FromMinutes(4)));
        (await test.ExecuteAsync(new Doubling.Number(1))).Output.Value.ShouldBe(7, "Each execution has its replies to itself.");
        (await test.TestStateAsync<Doubling.Multiply>("{}")).OutputJson.ShouldBe("{\"value\":7}");
        run = await Doubling.Test(new LocalOptions { AccountId = "000000000001", Seed = 3 }).ExecuteAsync(new Doubling.Number(3));
        run.Arn.ShouldContain(":000000000001:");
    }

    [Fact]
    public async Task A_mock_stands_in_for_the_handler_by_the_states_type()
    {
        await using var machine = Doubling.CreateLocal(options: new LocalOptions().Mock<Doubling.Multiply>(Reply.Return(new Doubling.Number(7)), Reply.Fail("Gone", "for good")));
        var run = await machine.ExecuteAsync(new Doubling.Number(1));
        run.Output.ShouldBe(new Doubling.Number(7));
        run.HookExceptions.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_Express_machine_has_five_minutes()
    {
        await using var machine = Doubling.CreateLocal(
            options: new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider() }.Mock<Doubling.Multiply>(Reply.Return(1).After(TimeSpan.FromDays(1))));
        var run = await machine.ExecuteAsync(new Doubling.Number(1));
        run.Status.ShouldBe(ExecutionStatus.TimedOut);
        run.Duration.ShouldBe(TimeSpan.FromMinutes(5));
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Doubling.Factor) ? new Doubling.Factor(10) : null;
    }
}
