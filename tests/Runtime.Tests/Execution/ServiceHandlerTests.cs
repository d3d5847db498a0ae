using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Handlers and functions behind service integrations.</summary>
public class ServiceHandlerTests
{
    public sealed record Order(string Id, int Count);

    private static string OneTask(string resource, string fields = "") => Machines.OneTask(fields)
        .Replace("arn:aws:lambda:us-east-1:123456789012:function:work", resource, StringComparison.Ordinal);

    [Fact]
    public async Task A_handler_behind_Lambdas_integration_gets_the_payload_and_its_result_is_wrapped()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            OneTask("arn:aws:states:::lambda:invoke", """ "Parameters": { "FunctionName": "work", "Payload.$": "$" } """),
            null,
            null,
            Machines.Task<Order, Order>("Work", (order, _) => Task.FromResult(order with { Count = order.Count + 1 })));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("""{"id":"A","count":1}""");
        run.Output.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"]);
        run.Output.GetProperty("Payload").GetRawText().ShouldBe("""{"id":"A","count":2}""");
        run.Output.GetProperty("StatusCode").GetInt32().ShouldBe(200);
        JsonElement http = run.Output.GetProperty("SdkHttpMetadata");
        http.GetProperty("HttpHeaders").GetProperty("Content-Length").GetString().ShouldBe("20");
        http.GetProperty("AllHttpHeaders").GetProperty("Date")[0].GetString().ShouldBe("Sun, 01 Mar 2026 12:00:00 GMT");
        http.GetProperty("HttpHeaders").GetProperty("x-amzn-RequestId").GetString()
            .ShouldBe(run.Output.GetProperty("SdkResponseMetadata").GetProperty("RequestId").GetString());
        run.History.Single(each => each.Type == HistoryEventType.TaskScheduled).Input.ShouldBe("""{"FunctionName":"work","Payload":{"id":"A","count":1}}""");
    }

    [Fact]
    public async Task An_exception_behind_Lambdas_integration_is_named_by_its_type()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            OneTask("arn:aws:states:::lambda:invoke", """ "Parameters": { "FunctionName": "work" } """),
            null,
            null,
            Machines.Task<JsonElement, int>("Work", (_, _) => throw new TaskFailureException("Named")));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}");
        run.Error.ShouldBe("TaskFailureException");
        run.History.ShouldContain(each => each.Type == HistoryEventType.TaskFailed);
    }

    [Fact]
    public async Task A_handler_of_a_service_gets_the_parameters_and_returns_what_the_service_would()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            OneTask("arn:aws:states:::dynamodb:putItem", """ "Parameters": { "id.$": "$.key", "count": 4 }, "Catch": [ { "ErrorEquals": [ "DynamoDB.X" ], "Next": "Caught" } ] """),
            null,
            null,
            Machines.Task<Order, Order>("Work", (order, _) => order.Id == "bad" ? throw new TaskFailureException("DynamoDB.X", "no") : Task.FromResult(order)));
        (await machine.ExecuteJsonAsync("""{"key":"k"}""")).OutputJson.ShouldBe("""{"id":"k","count":4}""");
        (await machine.ExecuteJsonAsync("""{"key":"bad"}""")).OutputJson.ShouldBe("""{"Error":"DynamoDB.X","Cause":"no"}""");
    }

    [Fact]
    public async Task A_handler_of_a_job_is_the_job()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            OneTask("arn:aws:states:::glue:startJobRun.sync", """ "Parameters": { "JobName": "j" } """),
            null,
            null,
            Machines.Task<JsonElement, string>("Work", (_, _) => Task.FromResult("done")));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}");
        run.OutputJson.ShouldBe("\"done\"");
        run.History.Select(each => each.Type).ShouldBe([
            HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.TaskScheduled, HistoryEventType.TaskStarted,
            HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded, HistoryEventType.TaskStateExited, HistoryEventType.ExecutionSucceeded]);
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:add")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:add:PROD")]
    [InlineData("${addFunctionArn}")]
    public async Task A_function_serves_all_states_that_call_it(string arn)
    {
        string asl = """
            { "StartAt": "One", "States": {
              "One": { "Type": "Task", "Resource": "ARN", "Next": "Two" },
              "Two": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "ARN", "Payload.$": "$" },
                       "OutputPath": "$.Payload", "End": true } } }
            """.Replace("ARN", arn, StringComparison.Ordinal);
        LocalOptions options = Machines.Virtual().Function<int, int>("add", (n, _) => Task.FromResult(n + 1));
        (await Machines.RunAsync(asl, "1", options)).OutputJson.ShouldBe("3");
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_the_error_that_Lambda_gives()
    {
        LocalOptions options = Machines.Virtual().Function<int, int>("add", (n, _) => Task.FromResult(n));
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            OneTask("arn:aws:states:::lambda:invoke", """ "Parameters": { "FunctionName": "sub" } """), "1", options);
        run.Error.ShouldBe("Lambda.ResourceNotFoundException");
        run.Cause!.ShouldStartWith(
            "Function not found: arn:aws:lambda:us-east-1:123456789012:function:sub:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: ");
    }

    [Fact]
    public async Task A_function_fails_with_the_errors_of_Lambda_itself()
    {
        int calls = 0;
        LocalOptions options = Machines.Virtual().Function<int, int>(
            "work", (n, _) => calls++ == 0 ? throw new TaskFailureException(Errors.Lambda.TooManyRequests, "Rate Exceeded.") : Task.FromResult(n));
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            Machines.OneTask("\"Retry\": [ { \"ErrorEquals\": [ \"Lambda.TooManyRequestsException\" ] } ]"), "1", options);
        run.OutputJson.ShouldBe("1");
        run.Visits[0].Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_HTTP_task_is_mocked()
    {
        string asl = OneTask("arn:aws:states:::http:invoke", """
            "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET", "Authentication": { "ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/c/1" } },
            "Catch": [ { "ErrorEquals": [ "States.Http.StatusCode.404" ], "Next": "Caught" } ]
            """);
        ExecutionResult<JsonElement> run = await Machines.RunAsync(asl, options: Machines.Virtual().Mock("Work", Reply.Fail("States.Http.StatusCode.404", "gone")));
        run.Path.ShouldBe(["Work", "Caught"]);
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:work", "lambdaFunctionScheduledEventDetails")]
    [InlineData("arn:aws:states:::sqs:sendMessage", "taskScheduledEventDetails")]
    public async Task The_role_of_a_call_is_told_by_the_history(string resource, string details)
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            OneTask(resource, """ "Credentials": { "RoleArn.$": "$.role" }, "TimeoutSeconds": 9 """),
            """{"role":"arn:aws:iam::123456789012:role/other"}""",
            Machines.Virtual().Mock("Work", Reply.Return(1)));
        using JsonDocument history = JsonDocument.Parse(run.History.ToJson());
        JsonElement scheduled = history.RootElement.GetProperty("events")[2].GetProperty(details);
        scheduled.GetProperty("taskCredentials").GetProperty("roleArn").GetString().ShouldBe("arn:aws:iam::123456789012:role/other");
        scheduled.GetProperty("timeoutInSeconds").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task A_role_that_a_path_does_not_find_ends_the_execution()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            Machines.OneTask(""" "Credentials": { "RoleArn.$": "$.role" } """), "{}", Machines.Virtual().Mock("Work", Reply.Return(1)));
        run.Error.ShouldBe(Errors.Runtime);
    }
}
