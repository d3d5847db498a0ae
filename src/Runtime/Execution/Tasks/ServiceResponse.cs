using System.Globalization;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>Answers of services as Step Functions hands them on: the API's members beside those of the SDK.</summary>
internal static class ServiceResponse
{
    /// <summary>The answer of Lambda's Invoke.</summary>
    public static JsonObject Invoked(ExecutionRun run, JsonValue payload)
    {
        string request = run.NewToken();
        var headers = new (string Name, string Value)[]
        {
            ("Connection", "keep-alive"),
            ("Content-Length", payload.Size.ToString(CultureInfo.InvariantCulture)),
            ("Content-Type", "application/json"),
            ("Date", HttpDate(run)),
            ("X-Amz-Executed-Version", "$LATEST"),
            ("x-amzn-Remapped-Content-Length", "0"),
            ("x-amzn-RequestId", request),
        };
        var members = default(JsonObject.Builder);
        members.Set("ExecutedVersion", new JsonString("$LATEST"));
        members.Set("Payload", payload);
        AddMetadata(ref members, request, headers);
        members.Set("StatusCode", JsonNumber.Of(200));
        return members.ToObject();
    }

    /// <summary>The answer of an AWS API in JSON.</summary>
    public static JsonObject Of(ExecutionRun run, JsonObject answer)
    {
        string request = run.NewToken();
        var headers = new (string Name, string Value)[]
        {
            ("connection", "keep-alive"),
            ("Content-Length", answer.Size.ToString(CultureInfo.InvariantCulture)),
            ("Content-Type", "application/x-amz-json-1.0"),
            ("Date", HttpDate(run)),
            ("x-amzn-RequestId", request),
        };
        var members = default(JsonObject.Builder);
        members.SetAll(answer);
        AddMetadata(ref members, request, headers);
        return members.ToObject();
    }

    private static string HttpDate(ExecutionRun run) => run.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);

    private static void AddMetadata(ref JsonObject.Builder members, string request, (string Name, string Value)[] headers)
    {
        var all = default(JsonObject.Builder);
        var first = default(JsonObject.Builder);
        foreach ((string name, string value) in headers)
        {
            var text = new JsonString(value);
            all.Set(name, new JsonArray([text]));
            first.Set(name, text);
        }

        var http = default(JsonObject.Builder);
        http.Set("AllHttpHeaders", all.ToObject());
        http.Set("HttpHeaders", first.ToObject());
        http.Set("HttpStatusCode", JsonNumber.Of(200));
        members.Set("SdkHttpMetadata", http.ToObject());
        var response = default(JsonObject.Builder);
        response.Set("RequestId", new JsonString(request));
        members.Set("SdkResponseMetadata", response.ToObject());
    }
}
