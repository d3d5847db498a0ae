namespace StateMachineGen.Harness;

/// <summary>Machines that several tests start from.</summary>
public static class Sources
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

            [Pass(ResultPath = "$.result"), Result("""{ "done": true, "text": "\u00e4 \" \\ \n" }"""), Next<Done>]
            public partial class Fill;

            [Succeed(OutputPath = "$.result")]
            public partial class Done;

            [Fail(Error = "OrderRejected", CausePath = "$.why.Cause")]
            public partial class Reject;
        }
        """";

    /// <summary>Scopes within scopes, conditions in C#, policies of base classes.</summary>
    public const string FulfilOrder = """"
        namespace Shop;

        public sealed record Order(decimal Total, string[] Lines);

        public sealed record Score(double Risk);

        public sealed class FraudSuspected() : Exception("Suspicious.");

        public sealed class CourierBusy() : Exception("No courier.");

        [Retry(typeof(CourierBusy), IntervalSeconds = 5)]
        [Retry(Errors.All, MaxAttempts = 1)]
        public abstract class Patient;

        [StateMachine<Order, string[]>(TimeoutSeconds = 3600)]
        public partial class FulfilOrder
        {
            private const double Limit = 1000.5;

            private static Condition IsGold => Variable("$.customer.tier") == "gold";

            [StartAt, Choice, Default<Reject>]
            public sealed partial class Route
            {
                [When<Review>(Comment = "by hand")]
                private static Condition Large => Variable("$.total") >= Limit & !Variable("$.customer.trusted").IsPresent;

                [When<Approve>(Assign = """{ "tier.$": "$.customer.tier" }""")]
                private static Condition Small => Variable("$.total") < -1 | IsGold & (Variable("$.b") == true) & Variable("$.s").Matches("a*");

                [When<Approve>]
                private static Condition Odd => All(Variable("$.at").Timestamp > "2030-01-31T08:00:00Z") | Any(Variable("$.a").Number <= Variable("$.b").Number, !!(Variable("$.x").IsNull == false))
                    | Variable("$.n") != 5 | Rule("""{ "Variable": "$.y", "IsString": true, "Comment": "why" }""");
            }

            [Wait(SecondsPath = "$.delay"), Next<Approve>]
            public sealed partial class Review;

            [Parallel(ResultPath = "$.checks"), Catch<Reject>(typeof(FraudSuspected), ResultPath = "$.why"), Next<Ship>]
            [ResultSelector("""{ "risk.$": "$[0].risk" }""")]
            public sealed partial class Approve
            {
                [Branch(Comment = "Is it them?")]
                public sealed partial class Fraud
                {
                    [StartAt, Task, End]
                    public sealed partial class CheckFraud : ITask<Order, Score>
                    {
                        public Task<Score> ExecuteAsync(Order input, CancellationToken cancellationToken) => Task.FromResult(new Score(0));
                    }
                }

                [Branch]
                public static partial class Stock
                {
                    [StartAt, Task("arn:aws:states:::dynamodb:getItem"), End]
                    [Parameters("""{ "TableName": "stock", "Key": { "sku": { "S.$": "$.sku" } } }""")]
                    public sealed partial class ReadStock;
                }
            }

            [Map(ItemsPath = "$.lines", MaxConcurrency = 10), Retry("Once", MaxAttempts = 2, JitterStrategy = JitterStrategy.Full), End]
            [ItemSelector("""{ "line.$": "$$.Map.Item.Value" }""")]
            public sealed partial class Ship : Patient
            {
                [StartAt, Pass, Next<Leg>]
                public sealed partial class Load;

                [Map, ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Express, Comment = "Each leg"), End]
                [ItemReader(Integrations.S3.GetObject, InputType = InputType.Csv, CSVHeaderLocation = CSVHeaderLocation.Given, CSVHeaders = ["a", "b"], MaxItems = 10, Parameters = """{ "Bucket": "b", "Key.$": "$.key" }""")]
                [ItemBatcher(MaxItemsPerBatch = 5, BatchInput = """{ "x": 1 }""")]
                [ResultWriter(Integrations.S3.PutObject, OutputType = WriterOutputType.Jsonl, Transformation = WriterTransformation.Flatten, Parameters = """{ "Bucket": "b" }""")]
                public sealed partial class Leg
                {
                    [StartAt, Task, End]
                    public sealed partial class Drive : ITask<string, string>
                    {
                        public Task<string> ExecuteAsync(string input, CancellationToken cancellationToken) => Task.FromResult(input);
                    }
                }
            }

            [Fail(Error = "OrderRejected", CausePath = "$.why.Cause")]
            public sealed partial class Reject;
        }
        """";

    /// <summary>JSONata everywhere, bodies of other machines, executions of other machines.</summary>
    public const string Reuse = """"
        [StateMachine(Comment = "One parcel", QueryLanguage = QueryLanguage.JSONata, TimeoutSeconds = 60)]
        public partial class Parcel
        {
            [StartAt, Task(TimeoutSeconds = "{% $states.input.limit %}"), Next<Rest>]
            [Arguments("{% $states.input.parcel %}")]
            [Output("""{ "weight": "{% $states.result * 2 %}", "seconds": "{% $states.input.seconds %}", "again": false, "parcel": "{% $states.input.parcel %}" }""")]
            [Assign("""{ "sent": true }""")]
            public sealed partial class Send : ITask<string, int>
            {
                public Task<int> ExecuteAsync(string input, CancellationToken cancellationToken) => Task.FromResult(input.Length);
            }

            [Wait("{% $states.input.seconds %}"), Next<Last>]
            public sealed partial class Rest;

            [Choice, Default<Done>]
            [When<Send>("{% $states.input.again %}", Output = "{% $states.input.parcel %}", Assign = """{ "n": 1 }""")]
            public sealed partial class Last;

            [Succeed]
            public sealed partial class Done;
        }

        [StateMachine<int, string>]
        public partial class Deliver
        {
            [StartAt, Parallel, Branch<Parcel>(Comment = "Copied"), Next<Bill>]
            public sealed partial class Both
            {
                [Branch]
                public sealed partial class Other
                {
                    [StartAt, Pass, End]
                    public sealed partial class Nothing;
                }
            }

            [Task, StartExecution<Parcel>(IntegrationPattern.RunJob, Input = """{ "id.$": "$.id" }""", ExecutionName = "$.name"), Next<Tell>]
            public sealed partial class Bill;

            [Task(QueryLanguage = QueryLanguage.JSONata), StartExecution<Parcel>, End]
            public sealed partial class Tell;
        }

        [StateMachine]
        public partial class DeliverAll
        {
            [StartAt, Map, ItemProcessor<Deliver>, End]
            public sealed partial class Each;
        }
        """";
}
