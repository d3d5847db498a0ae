namespace StateMachineGen.Generator.Tests;

/// <summary>Machines that several tests start from.</summary>
internal static class Sources
{
    /// <summary>The machine of the tutorial, with handlers.</summary>
    public const string Tutorial = """
        namespace Demo;

        public sealed record Request(int Number);

        public sealed record Response(bool Ok);

        public sealed class Chance
        {
            public bool Fails { get; init; }
        }

        public abstract class FlakyFunction(Chance chance) : ITask<Request, Response>
        {
            public Task<Response> ExecuteAsync(Request input, CancellationToken cancellationToken) =>
                chance.Fails ? throw new InvalidOperationException("flaky") : Task.FromResult(new Response(true));
        }

        /// <summary>Three flaky tasks in a row.</summary>
        [StateMachine<Request, Response>(Tracing = true)]
        public partial class TraceFunctions
        {
            [StartAt]
            [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function1")]
            [Catch<AfterTaskFailed>(Errors.TaskFailed)]
            [Next<CallTestFunction2>]
            public sealed partial class CallTestFunction1(Chance chance) : FlakyFunction(chance);

            [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function2")]
            [Catch<AfterTaskFailed>(Errors.TaskFailed)]
            [Next<CallTestFunction3>]
            public sealed partial class CallTestFunction2(Chance chance) : FlakyFunction(chance);

            [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function3", TimeoutSeconds = 5)]
            [Catch<AfterTimeout>(Errors.Timeout)]
            [Catch<AfterTaskFailed>(Errors.TaskFailed)]
            [Next<Succeed>]
            public sealed partial class CallTestFunction3(Chance chance) : FlakyFunction(chance);

            [Succeed] public sealed partial class Succeed;
            [Fail] public sealed partial class AfterTimeout;
            [Fail] public sealed partial class AfterTaskFailed;
        }
        """;

    /// <summary>A machine with every type of state that can be written so far, and every field of them.</summary>
    public const string Everything = """"
        namespace Demo;

        public class PaymentDeclined : Exception;

        public sealed class CardExpired : PaymentDeclined;

        [StateMachine(Name = "every-thing", Type = MachineType.Express, TimeoutSeconds = 60, Comment = "All of it", Version = "1.0")]
        [Field("X-Machine", "[1, 2]")]
        public partial class Everything
        {
            [StartAt, Choice(InputPath = "$.order", Comment = "Where to?")]
            [When<Later>("""{ "Variable": "$.total", "NumericGreaterThanEquals": 1000 }""")]
            [When<Work>("""
                { "And": [
                  { "Variable": "$.total", "IsPresent": true },
                  { "Not": { "Variable": "$.total", "NumericLessThan": 1 } } ] }
                """)]
            [Default<Reject>]
            public partial class Route;

            [Wait(30), Next<Until>]
            public partial class Later;

            [Wait(Timestamp = "2030-01-31T08:00:00Z"), Next<Work>]
            public partial class Until;

            [Task("arn:aws:states:::sqs:sendMessage", Name = "Do the work", HeartbeatSeconds = 5, TimeoutSeconds = 10, InputPath = null, ResultPath = "$.sent", OutputPath = "$")]
            [Field("Parameters", """{ "QueueUrl": "${QueueUrl}", "MessageBody.$": "$.body" }""")]
            [Retry("Sqs.Throttled", typeof(TimeoutException), IntervalSeconds = 2, MaxAttempts = 5, BackoffRate = 1.5, MaxDelaySeconds = 60, JitterStrategy = JitterStrategy.Full)]
            [Retry(Errors.All, MaxAttempts = 0)]
            [Catch<Reject>(typeof(PaymentDeclined), ResultPath = "$.why")]
            [Catch<Fill>(Errors.All, ResultPath = null)]
            [Next<Fill>]
            public partial class Work;

            [Pass(Result = """{ "done": true, "text": "\u00e4 \" \\ \n" }""", ResultPath = "$.result"), Next<Done>]
            public partial class Fill;

            [Succeed(OutputPath = "$.result")]
            public partial class Done;

            [Fail(Error = "OrderRejected", CausePath = "$.why.Cause")]
            public partial class Reject;
        }
        """";
}
