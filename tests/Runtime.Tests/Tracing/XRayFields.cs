using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Where a field of a segment document may stand.</summary>
[Flags]
internal enum XRayPlace
{
    Segment = 1,
    Subsegment = 2,
    Anywhere = Segment | Subsegment,
}

/// <summary>A field of a segment document: where it may stand, and what it is.</summary>
/// <param name="Place">Where it may stand.</param>
/// <param name="Rule">What it must be, in words.</param>
/// <param name="Holds">Whether a value is that.</param>
internal sealed record XRayField(XRayPlace Place, string Rule, Func<JsonElement, bool> Holds);

/// <summary>X-Ray's fields (developer guide, "X-Ray segment documents").</summary>
internal static partial class XRayFields
{
    private const int MaxText = 250;
    private const int MaxFrames = 50;

    private static readonly Dictionary<string, Func<JsonElement, bool>> s_frame = new() { ["path"] = IsText, ["line"] = IsCount, ["label"] = IsText };

    private static readonly Dictionary<string, Func<JsonElement, bool>> s_exception = new()
    {
        ["id"] = IsId,
        ["message"] = IsText,
        ["type"] = IsText,
        ["remote"] = IsBoolean,
        ["truncated"] = IsCount,
        ["skipped"] = IsCount,
        ["cause"] = IsId,
        ["stack"] = v => IsArray(v, frame => IsObject(frame, s_frame)) && v.GetArrayLength() <= MaxFrames,
    };

    private static readonly Dictionary<string, Func<JsonElement, bool>> s_cause = new()
    {
        ["working_directory"] = IsText,
        ["paths"] = v => IsArray(v, IsText),
        ["exceptions"] = v => IsArray(v, item => IsObject(item, s_exception) && item.TryGetProperty("id", out _)),
    };

    private static readonly Dictionary<string, Func<JsonElement, bool>> s_http = new()
    {
        ["request"] = v => IsObject(v, new Dictionary<string, Func<JsonElement, bool>>(Texts("method", "url", "user_agent", "client_ip"))
        {
            ["x_forwarded_for"] = IsBoolean,
            ["traced"] = IsBoolean,
        }),
        ["response"] = v => IsObject(v, new Dictionary<string, Func<JsonElement, bool>>
        {
            ["status"] = status => status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out int code) && code is >= 100 and < 600,
            ["content_length"] = IsCount,
        }),
    };

    /// <summary>The fields of segments and subsegments.</summary>
    public static FrozenDictionary<string, XRayField> OfSegments { get; } = new Dictionary<string, XRayField>
    {
        ["name"] = new(XRayPlace.Anywhere, "1 to 200 letters, digits, blanks and _.:/%&#=+\\-@", IsName),
        ["id"] = new(XRayPlace.Anywhere, "16 hex digits", IsId),
        ["trace_id"] = new(XRayPlace.Anywhere, "1-8hex-24hex", v => IsText(v) && IsTraceId(v.GetString()!)),
        ["start_time"] = new(XRayPlace.Anywhere, "a number with six decimals", IsTime),
        ["end_time"] = new(XRayPlace.Anywhere, "a number with six decimals", IsTime),
        ["in_progress"] = new(XRayPlace.Anywhere, "true", IsTrue),
        ["parent_id"] = new(XRayPlace.Anywhere, "16 hex digits", IsId),
        ["type"] = new(XRayPlace.Subsegment, "'subsegment'", v => IsOneOf(v, "subsegment")),
        ["service"] = new(XRayPlace.Segment, "an object with version, compiler, compiler_version", v => IsObject(v, Texts("version", "compiler", "compiler_version"))),
        ["user"] = new(XRayPlace.Segment, "a text", IsText),
        ["origin"] = new(XRayPlace.Segment, "AWS::Service::Resource", v => IsText(v) && OriginForm().IsMatch(v.GetString()!)),
        ["resource_arn"] = new(XRayPlace.Segment, "an ARN", v => IsText(v) && v.GetString()!.StartsWith("arn:", StringComparison.Ordinal)),
        ["namespace"] = new(XRayPlace.Subsegment, "aws or remote", v => IsOneOf(v, "aws", "remote")),
        ["http"] = new(XRayPlace.Anywhere, "an object with request and response", IsHttp),
        ["aws"] = new(XRayPlace.Anywhere, "an object", v => v.ValueKind == JsonValueKind.Object),
        ["error"] = new(XRayPlace.Anywhere, "true", IsTrue),
        ["throttle"] = new(XRayPlace.Anywhere, "true", IsTrue),
        ["fault"] = new(XRayPlace.Anywhere, "true", IsTrue),
        ["cause"] = new(XRayPlace.Anywhere, "an exception's id, or working_directory, paths and exceptions", v => IsId(v) || IsObject(v, s_cause)),
        ["annotations"] = new(XRayPlace.Anywhere, "texts of at most 1,000 characters, numbers and booleans under keys of A-Z, a-z, 0-9 and _", IsAnnotations),
        ["metadata"] = new(XRayPlace.Anywhere, "objects under names that do not begin with 'AWS.'", IsMetadata),
        ["subsegments"] = new(XRayPlace.Anywhere, "an array of objects", v => IsArray(v, item => item.ValueKind == JsonValueKind.Object)),
        ["precursor_ids"] = new(XRayPlace.Subsegment, "an array of ids", v => IsArray(v, IsId)),
        ["sql"] = new(XRayPlace.Subsegment, "an object of texts", v => IsObject(v, Texts(
            "connection_string", "url", "sanitized_query", "database_type", "database_version", "driver_version", "user", "preparation"))),
        ["links"] = new(XRayPlace.Segment, "an array of objects", v => IsArray(v, item => item.ValueKind == JsonValueKind.Object)),
    }.ToFrozenDictionary();

    /// <summary>The fields that X-Ray's SDKs write into <c>aws</c>.</summary>
    public static FrozenDictionary<string, XRayField> OfAws { get; } = new Dictionary<string, XRayField>
    {
        ["account_id"] = new(XRayPlace.Anywhere, "a text", IsText),
        ["xray"] = new(XRayPlace.Segment, "sdk, sdk_version and auto_instrumentation", v => IsObject(v, new Dictionary<string, Func<JsonElement, bool>>
        {
            ["sdk"] = IsText,
            ["sdk_version"] = IsText,
            ["auto_instrumentation"] = IsBoolean,
        })),
        ["execution_arn"] = new(XRayPlace.Anywhere, "a text", IsText),
        ["operation"] = new(XRayPlace.Subsegment, "a text", IsText),
        ["region"] = new(XRayPlace.Subsegment, "a text", IsText),
        ["request_id"] = new(XRayPlace.Anywhere, "a text", IsText),
        ["function_name"] = new(XRayPlace.Subsegment, "a text", IsText),
        ["queue_url"] = new(XRayPlace.Subsegment, "a text", IsText),
        ["table_name"] = new(XRayPlace.Subsegment, "a text", IsText),
    }.ToFrozenDictionary();

    public static bool IsTraceId(string text) => TraceIdForm().IsMatch(text);

    public static bool IsId(JsonElement value) => IsText(value) && IdForm().IsMatch(value.GetString()!);

    private static bool IsName(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } name && NameForm().IsMatch(name);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= MaxText;

    private static bool IsOneOf(JsonElement value, params string[] texts) => IsText(value) && texts.Contains(value.GetString());

    private static bool IsTime(JsonElement value) => value.ValueKind == JsonValueKind.Number && TimeForm().IsMatch(value.GetRawText());

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True;

    private static bool IsBoolean(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsCount(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long count) && count >= 0;

    private static bool IsHttp(JsonElement value) => IsObject(value, s_http);

    private static bool IsArray(JsonElement value, Func<JsonElement, bool> ofItems) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(ofItems);

    private static bool IsObject(JsonElement value, Dictionary<string, Func<JsonElement, bool>> fields) =>
        value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().All(field => fields.TryGetValue(field.Name, out Func<JsonElement, bool>? holds) && holds(field.Value));

    private static bool IsAnnotations(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(annotation => AnnotationForm().IsMatch(annotation.Name)
            && (annotation.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                || (annotation.Value.ValueKind == JsonValueKind.String && annotation.Value.GetString()!.Length <= 1000)));

    private static bool IsMetadata(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().All(space => space.Value.ValueKind == JsonValueKind.Object && !space.Name.StartsWith("AWS.", StringComparison.Ordinal));

    private static Dictionary<string, Func<JsonElement, bool>> Texts(params string[] names) => names.ToDictionary(name => name, _ => (Func<JsonElement, bool>)IsText);

    [GeneratedRegex("^1-[0-9a-f]{8}-[0-9a-f]{24}$")]
    private static partial Regex TraceIdForm();

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[\p{L}\p{N}\p{Z}_.:/%&#=+\\\-@]+$")]
    private static partial Regex NameForm();

    [GeneratedRegex("^[0-9]+\\.[0-9]{6}$")]
    private static partial Regex TimeForm();

    [GeneratedRegex("^[A-Za-z0-9_]+$")]
    private static partial Regex AnnotationForm();

    [GeneratedRegex("^AWS::[A-Za-z0-9]+(::[A-Za-z0-9]+)?$")]
    private static partial Regex OriginForm();
}
