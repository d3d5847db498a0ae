using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Checks segment documents against X-Ray's published rules; each fault names the segment and the field.</summary>
internal sealed partial class XRayValidator
{
    private const int MaxDocumentBytes = 64 * 1024;

    private static readonly string[] s_fields =
    [
        "name", "id", "trace_id", "start_time", "end_time", "in_progress", "parent_id", "type", "service", "user", "origin", "resource_arn",
        "namespace", "http", "aws", "error", "throttle", "fault", "cause", "annotations", "metadata", "subsegments", "precursor_ids", "sql", "links",
    ];

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _exceptionIds = [];
    private readonly List<(string Where, string ParentId)> _parents = [];
    private readonly List<(string Where, string ExceptionId)> _references = [];

    /// <summary>The faults of a file in the shape of BatchGetTraces.</summary>
    public static IReadOnlyList<string> ValidateFile(string path)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        var faults = new List<string>();
        foreach (JsonElement trace in file.RootElement.GetProperty("Traces").EnumerateArray())
        {
            string id = trace.GetProperty("Id").GetString()!;
            var documents = trace.GetProperty("Segments").EnumerateArray().Select(s => (s.GetProperty("Id").GetString()!, s.GetProperty("Document").GetString()!));
            faults.AddRange(Validate(id, documents));
            if (trace.GetProperty("Duration").GetDouble() < 0)
            {
                faults.Add($"{id}: Duration is negative");
            }
        }

        return faults;
    }

    /// <summary>The faults of one trace.</summary>
    public static IReadOnlyList<string> Validate(string traceId, IEnumerable<(string Id, string Document)> documents, params string[] remoteParents)
    {
        var validator = new XRayValidator();
        validator.Expect(TraceIdForm().IsMatch(traceId), traceId, "Id is not 1-8hex-24hex");
        foreach (var (id, text) in documents)
        {
            validator.Expect(Encoding.UTF8.GetByteCount(text) <= MaxDocumentBytes, id, "the document is larger than 64 kB");
            using JsonDocument document = JsonDocument.Parse(text);
            validator.Expect(document.RootElement.GetProperty("id").GetString() == id, id, "Id differs from the document's id");
            validator.CheckDocument(document.RootElement, traceId);
        }

        foreach (var (where, parent) in validator._parents)
        {
            validator.Expect(validator._ids.Contains(parent) || remoteParents.Contains(parent), where, $"parent_id {parent} is not in the trace");
        }

        foreach (var (where, exception) in validator._references)
        {
            validator.Expect(validator._exceptionIds.Contains(exception), where, $"cause {exception} is not in the trace");
        }

        return validator._faults;
    }

    private void CheckDocument(JsonElement document, string traceId)
    {
        string where = Where(document);
        bool isSubsegment = document.TryGetProperty("type", out JsonElement type);
        Expect(!isSubsegment || type.GetString() == "subsegment", where, "type is not 'subsegment'");
        Expect(document.TryGetProperty("trace_id", out JsonElement trace) && trace.GetString() == traceId, where, "trace_id is missing or another trace's");
        Expect(!isSubsegment || document.TryGetProperty("parent_id", out _), where, "a subsegment sent alone needs parent_id");
        Expect(isSubsegment || !document.TryGetProperty("namespace", out _), where, "a segment has no namespace");
        if (document.TryGetProperty("parent_id", out JsonElement parent))
        {
            Expect(IdForm().IsMatch(parent.GetString()!), where, "parent_id is not 16 hex digits");
            _parents.Add((where, parent.GetString()!));
        }

        CheckPart(document, where);
    }

    private void CheckPart(JsonElement part, string where)
    {
        foreach (JsonProperty field in part.EnumerateObject())
        {
            Expect(s_fields.Contains(field.Name), where, $"X-Ray has no field '{field.Name}'");
        }

        string name = part.GetProperty("name").GetString()!;
        Expect(name.Length is > 0 and <= 200, where, "name is empty or longer than 200 characters");
        Expect(NameForm().IsMatch(name), where, "name has a character that X-Ray does not allow");
        string id = part.GetProperty("id").GetString()!;
        Expect(IdForm().IsMatch(id), where, "id is not 16 hex digits");
        Expect(_ids.Add(id), where, "id is used twice in the trace");
        CheckTimes(part, where);
        CheckFlags(part, where);
        CheckTexts(part, where);
        if (part.TryGetProperty("cause", out JsonElement cause))
        {
            CheckCause(cause, where);
        }

        if (part.TryGetProperty("annotations", out JsonElement annotations))
        {
            CheckAnnotations(annotations, where);
        }

        if (part.TryGetProperty("metadata", out JsonElement metadata))
        {
            foreach (JsonProperty space in metadata.EnumerateObject())
            {
                Expect(space.Value.ValueKind == JsonValueKind.Object && !space.Name.StartsWith("AWS.", StringComparison.Ordinal), where, $"metadata '{space.Name}' is reserved or no object");
            }
        }

        if (part.TryGetProperty("subsegments", out JsonElement subsegments))
        {
            foreach (JsonElement subsegment in subsegments.EnumerateArray())
            {
                string inner = $"{where}/{Where(subsegment)}";
                Expect(!subsegment.TryGetProperty("origin", out _), inner, "a subsegment has no origin");
                CheckPart(subsegment, inner);
            }
        }
    }

    private void CheckTimes(JsonElement part, string where)
    {
        foreach (string field in (string[])["start_time", "end_time"])
        {
            Expect(
                part.TryGetProperty(field, out JsonElement time) && TimeForm().IsMatch(time.GetRawText()), where, $"{field} is not a number with six decimals");
        }

        Expect(part.GetProperty("end_time").GetDecimal() >= part.GetProperty("start_time").GetDecimal(), where, "end_time is before start_time");
    }

    private void CheckFlags(JsonElement part, string where)
    {
        foreach (string field in (string[])["error", "throttle", "fault"])
        {
            Expect(!part.TryGetProperty(field, out JsonElement flag) || flag.ValueKind == JsonValueKind.True, where, $"{field} is there and not true");
        }

        Expect(!part.TryGetProperty("throttle", out _) || part.TryGetProperty("error", out _), where, "throttle comes with error");
        if (part.TryGetProperty("namespace", out JsonElement space))
        {
            Expect(space.GetString() is "aws" or "remote", where, "namespace is neither aws nor remote");
        }

        if (part.TryGetProperty("http", out JsonElement http))
        {
            Expect(http.GetProperty("response").GetProperty("status").TryGetInt32(out int status) && status is >= 100 and < 600, where, "http.response.status is no status");
        }
    }

    private void CheckCause(JsonElement cause, string where)
    {
        if (cause.ValueKind == JsonValueKind.String)
        {
            _references.Add((where, cause.GetString()!));
            return;
        }

        foreach (JsonElement exception in cause.GetProperty("exceptions").EnumerateArray())
        {
            string id = exception.GetProperty("id").GetString()!;
            Expect(IdForm().IsMatch(id), where, "an exception's id is not 16 hex digits");
            Expect(_exceptionIds.Add(id), where, "an exception's id is used twice");
            CheckTexts(exception, where);
            if (exception.TryGetProperty("cause", out JsonElement inner))
            {
                _references.Add((where, inner.GetString()!));
            }

            if (exception.TryGetProperty("stack", out JsonElement stack))
            {
                Expect(stack.GetArrayLength() <= 50, where, "a stack has more than 50 frames");
                foreach (JsonElement frame in stack.EnumerateArray())
                {
                    CheckTexts(frame, where);
                }
            }
        }
    }

    private void CheckAnnotations(JsonElement annotations, string where)
    {
        foreach (JsonProperty annotation in annotations.EnumerateObject())
        {
            Expect(AnnotationForm().IsMatch(annotation.Name), where, $"annotation key '{annotation.Name}' cannot be filtered by");
            Expect(
                annotation.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    || (annotation.Value.ValueKind == JsonValueKind.String && annotation.Value.GetString()!.Length <= 1000),
                where,
                $"annotation '{annotation.Name}' is no short text, number or boolean");
        }
    }

    private void CheckTexts(JsonElement part, string where)
    {
        foreach (JsonProperty field in part.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String)
            {
                Expect(field.Value.GetString()!.Length <= 250, where, $"{field.Name} is longer than 250 characters");
            }
        }
    }

    private void Expect(bool holds, string where, string fault)
    {
        if (!holds)
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{where}: {fault}"));
        }
    }

    private static string Where(JsonElement part) => part.TryGetProperty("name", out JsonElement name) ? name.GetString()! : "(no name)";

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
}
