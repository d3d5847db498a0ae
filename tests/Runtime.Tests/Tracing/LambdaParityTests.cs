using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class LambdaParityTests : System.IDisposable
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work";
    private const string Invoke = "arn:aws:states:::lambda:invoke";
    private const string Service = "arn:aws:states:::aws-sdk:s3:listBuckets";

    private readonly SpanRecording _recording = new();

    public static TheoryData<string, string, int, int> Errors => new()
    {
        { Function, "MyError", 500, 400 },
        { Invoke, "MyError", 500, 400 },
        { Service, "MyError", 500, 500 },
        { Function, "Lambda.Unknown", 500, 500 },
        { Function, "States.TaskFailed", 500, 500 },
        { Function, "Lambda.ResourceNotFoundException", 404, 404 },
        { Function, "Lambda.TooManyRequestsException", 429, 429 },
        { Function, "States.Timeout", 504, 504 },
    };

    public void Dispose() => _recording.Dispose();

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_of_a_function_is_the_callers_however_it_comes(string resource, string error, int status, int statusWithParity)
    {
        await Run(resource, Reply.Fail(error, "why"), lambdaParity: false);
        Statuses(_recording).ShouldBe([status, status, status]);
        using var parity = new SpanRecording();
        await Run(resource, Reply.Fail(error, "why"), lambdaParity: true);
        Statuses(parity).ShouldBe([statusWithParity, statusWithParity, statusWithParity]);
    }

    [Fact]
    public async Task One_mock_of_two_states_is_an_error_of_a_function_only_where_one_is_called()
    {
        Reply reply = Reply.Fail("MyError");
        await Run(Function, reply, lambdaParity: true);
        using var second = new SpanRecording();
        await Run(Service, reply, lambdaParity: true);
        Statuses(second).ShouldBe([500, 500, 500]);
    }

    [Fact]
    public async Task A_mock_of_AWS_s_file_is_classified_too()
    {
        var file = MockConfigFile.Parse(
            """
            { "StateMachines": { "StateMachine": { "TestCases": { "Fails": { "Work": "Failing" } } } },
              "MockedResponses": { "Failing": { "0": { "Throw": { "Error": "MyError", "Cause": "why" } } } } }
            """);
        await Machines.RunAsync(Asl(Function), options: Options(lambdaParity: true).Mock(file, "StateMachine", "Fails"));
        Statuses(_recording).ShouldBe([400, 400, 400]);
    }

    private static object?[] Statuses(SpanRecording recording)
    {
        string call = System.Linq.Enumerable.Any(recording.All("Lambda.Invoke")) ? "Lambda.Invoke" : "listBuckets";
        return
        [
            recording.Single(call).GetTagItem(TelemetryNames.HttpStatusCode), recording.Single("attempt").GetTagItem(TelemetryNames.HttpStatusCode),
            recording.Single("Work").GetTagItem(TelemetryNames.HttpStatusCode),
        ];
    }

    private static Task<ExecutionResult<JsonElement>> Run(string resource, Reply reply, bool lambdaParity) =>
        Machines.RunAsync(Asl(resource), options: Options(lambdaParity).Mock("Work", reply));

    private static LocalOptions Options(bool lambdaParity) => new() { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, LambdaParity = lambdaParity };

    private static string Asl(string resource) =>
        $$"""{ "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "{{resource}}", "Retry": [ { "ErrorEquals": [ "Other" ] } ], "End": true } } }""";
}
