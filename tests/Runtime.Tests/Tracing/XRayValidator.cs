using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Checks segment documents against X-Ray's published rules; each fault names the segment and the field.</summary>
internal sealed class XRayValidator
{
    private const int MaxDocumentBytes = 64 * 1024;

    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = 10_000 };

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
            string[] fields = [.. trace.EnumerateObject().Select(field => field.Name)];
            if (!fields.SequenceEqual(["Id", "Duration", "LimitExceeded", "Segments"]))
            {
                faults.Add($"{id}: the fields are {string.Join(", ", fields)}");
            }

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
        validator.Expect(XRayFields.IsTraceId(traceId), traceId, "Id is not 1-8hex-24hex");
        foreach (var (id, text) in documents)
        {
            validator.Expect(Encoding.UTF8.GetByteCount(text) <= MaxDocumentBytes, id, "the document is larger than 64 kB");
            using JsonDocument document = JsonDocument.Parse(text, s_deep);
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
        bool isSubsegment = document.TryGetProperty("type", out _);
        Expect(document.TryGetProperty("trace_id", out JsonElement trace) && trace.GetString() == traceId, where, "trace_id is missing or another trace's");
        Expect(!isSubsegment || document.TryGetProperty("parent_id", out _), where, "a subsegment sent alone needs parent_id");
        if (document.TryGetProperty("parent_id", out JsonElement parent))
        {
            _parents.Add((where, parent.GetString()!));
        }

        CheckPart(document, where, isSubsegment ? XRayPlace.Subsegment : XRayPlace.Segment);
    }

    private void CheckPart(JsonElement part, string where, XRayPlace place)
    {
        CheckFields(part, where, place, XRayFields.OfSegments);
        if (part.TryGetProperty("aws", out JsonElement aws))
        {
            CheckFields(aws, $"{where}.aws", place, XRayFields.OfAws);
        }

        CheckPresence(part, where);
        if (part.TryGetProperty("id", out JsonElement id))
        {
            Expect(_ids.Add(id.GetString()!), where, "id is used twice in the trace");
        }

        if (part.TryGetProperty("cause", out JsonElement cause))
        {
            CheckCause(cause, where);
        }

        if (part.TryGetProperty("subsegments", out JsonElement subsegments))
        {
            foreach (JsonElement subsegment in subsegments.EnumerateArray())
            {
                CheckPart(subsegment, $"{where}/{Where(subsegment)}", XRayPlace.Subsegment);
            }
        }
    }

    private void CheckFields(JsonElement part, string where, XRayPlace place, FrozenDictionary<string, XRayField> fields)
    {
        var seen = new HashSet<string>();
        foreach (JsonProperty property in part.EnumerateObject())
        {
            Expect(seen.Add(property.Name), where, $"{property.Name} is there twice");
            if (!fields.TryGetValue(property.Name, out XRayField? field))
            {
                Expect(false, where, $"X-Ray has no field '{property.Name}'");
                continue;
            }

            Expect(field.Place.HasFlag(place), where, $"a {place} has no {property.Name}");
            Expect(field.Holds(property.Value), where, $"{property.Name} is not {field.Rule}");
        }
    }

    private void CheckPresence(JsonElement part, string where)
    {
        foreach (string field in (string[])["name", "id", "start_time"])
        {
            Expect(part.TryGetProperty(field, out _), where, $"{field} is missing");
        }

        bool hasEnd = part.TryGetProperty("end_time", out JsonElement end);
        Expect(hasEnd != part.TryGetProperty("in_progress", out _), where, "there is not exactly one of end_time and in_progress");
        bool isEarly = hasEnd && part.TryGetProperty("start_time", out JsonElement start)
            && start.ValueKind == JsonValueKind.Number && end.ValueKind == JsonValueKind.Number && end.GetDecimal() < start.GetDecimal();
        Expect(!isEarly, where, "end_time is before start_time");
        Expect(!part.TryGetProperty("throttle", out _) || part.TryGetProperty("error", out _), where, "throttle comes with error");
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
            Expect(_exceptionIds.Add(exception.GetProperty("id").GetString()!), where, "an exception's id is used twice");
            if (exception.TryGetProperty("cause", out JsonElement inner))
            {
                _references.Add((where, inner.GetString()!));
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

    private static string Where(JsonElement part) => part.TryGetProperty("name", out JsonElement name) ? name.ToString() : "(no name)";
}
