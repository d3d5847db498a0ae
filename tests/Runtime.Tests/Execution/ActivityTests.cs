using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Activities: somebody takes the task and answers it.</summary>
public class ActivityTests
{
    private const string Pick = "Pick";

    private readonly LocalTasks _tasks = new();
    private readonly VirtualTimeProvider _clock = new(Machines.Start) { Patience = Timeout.InfiniteTimeSpan };

    public sealed record Order(string Id, int Count);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private LocalOptions Options => new() { TimeProvider = _clock, Seed = 1, Tasks = _tasks };

    private static string Activity(string fields = "") =>
        """{ "StartAt": "Pick", "States": { "Pick": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick", "End": true"""
        + (fields.Length == 0 ? "" : ", " + fields) + " } } }";

    [Fact]
    public async Task A_worker_takes_the_activity_and_its_limits_count_from_then()
    {
        await using var machine = LocalStateMachine.FromDefinition(Activity("\"TimeoutSeconds\": 60, \"HeartbeatSeconds\": 10"), Options);
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("""{"id":"A-1","count":2}""", cancellationToken: Test);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(600));
        PendingTask task = await _tasks.WaitForAsync(Pick, "robot 3", Test);
        task.ReadInput<Order>().ShouldBe(new Order("A-1", 2));
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        task.Heartbeat();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        task.Succeed(new Order("A-1", 3));
        ExecutionResult<JsonElement> run = await running;
        run.OutputJson.ShouldBe("""{"id":"A-1","count":3}""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(618));
        run.History.Skip(2).Take(3).Select(each => (each.Type, (each.Timestamp - run.StartTime).TotalSeconds)).ShouldBe([
            (HistoryEventType.ActivityScheduled, 0), (HistoryEventType.ActivityStarted, 600), (HistoryEventType.ActivitySucceeded, 618)]);
        run.History.ToJson().ShouldContain("\"activityStartedEventDetails\":{\"workerName\":\"robot 3\"}");
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\": 60", 60)]
    [InlineData("\"TimeoutSeconds\": 60, \"HeartbeatSeconds\": 10", 10)]
    public async Task A_worker_that_says_nothing_is_late(string limits, int seconds)
    {
        await using var machine = LocalStateMachine.FromDefinition(Activity(limits), Options);
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: Test);
        PendingTask task = await _tasks.WaitForAsync(Pick, cancellationToken: Test);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(60));
        ExecutionResult<JsonElement> run = await running;
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(seconds));
        run.History.ShouldContain(each => each.Type == HistoryEventType.ActivityTimedOut);
        Should.Throw<TaskTokenException>(() => task.SucceedJson("1")).Error.ShouldBe("TaskTimedOut");
    }

    [Fact]
    public async Task A_handler_is_the_worker_and_names_its_errors()
    {
        int calls = 0;
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Activity("\"HeartbeatSeconds\": 5, \"Retry\": [ { \"ErrorEquals\": [ \"Busy\" ] } ]"),
            new LocalOptions { TimeProvider = _clock, Seed = 1 },
            null,
            Machines.Task<Order, Order>(Pick, async (order, token) =>
            {
                if (calls++ == 0)
                {
                    throw new TaskFailureException("Busy", "come back");
                }

                await Task.Delay(TimeSpan.FromSeconds(30), _clock, token);
                return order with { Count = 9 };
            }));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("""{"id":"A","count":1}""", cancellationToken: Test);
        run.OutputJson.ShouldBe("""{"id":"A","count":9}""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(31));
        run.History.ShouldContain(each => each.Type == HistoryEventType.ActivityFailed && each.Error == "Busy" && each.Cause == "come back");
    }

    [Fact]
    public async Task An_activity_that_nobody_takes_is_given_up_with_its_execution()
    {
        var machine = LocalStateMachine.FromDefinition(Activity(), Options);
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: Test);
        await machine.DisposeAsync();
        ExecutionResult<JsonElement> run = await running;
        run.Status.ShouldBe(ExecutionStatus.Aborted);
        run.History.ShouldNotContain(each => each.Type == HistoryEventType.ActivityStarted);
        await Should.ThrowAsync<InvalidOperationException>(() => _tasks.WaitForAsync(Pick, cancellationToken: Test));
    }
}
