using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Checks the JSON form of an <c>ExportTraceServiceRequest</c>; each fault names its place.</summary>
internal sealed partial class OtlpValidator
{
    private static readonly string[] s_needed = ["traceId", "spanId", "name", "startTimeUnixNano", "endTimeUnixNano"];

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Validate(string json)
    {
        var validator = new OtlpValidator();
        using JsonDocument document = JsonDocument.Parse(json);
        validator.CheckMessage(document.RootElement, OtlpSchema.Request, "$");
        return validator._faults;
    }

    private void CheckMessage(JsonElement value, string message, string where)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _faults.Add($"{where} is no object");
            return;
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            string at = $"{where}.{property.Name}";
            OtlpField? field = OtlpSchema.Messages[message].SingleOrDefault(f => f.Name == property.Name);
            if (field is null)
            {
                _faults.Add($"{at}: {message} has no such field");
            }
            else if (field.IsRepeated)
            {
                CheckList(property.Value, field, at);
            }
            else
            {
                CheckValue(property.Value, field, at);
            }
        }

        if (message == "Span")
        {
            _faults.AddRange(s_needed.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{where}.{name} is missing"));
        }

        if (message == OtlpSchema.AnyValue && value.EnumerateObject().Count() > 1)
        {
            _faults.Add($"{where} has more than one value");
        }
    }

    private void CheckList(JsonElement value, OtlpField field, string where)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            _faults.Add($"{where} is no array");
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            CheckMessage(item, field.Message!, string.Create(CultureInfo.InvariantCulture, $"{where}[{index++}]"));
        }
    }

    private void CheckValue(JsonElement value, OtlpField field, string where)
    {
        if (field.Type == OtlpType.Message)
        {
            CheckMessage(value, field.Message!, where);
        }
        else if (!Holds(value, field))
        {
            _faults.Add($"{where} is no {field.Type}: {value.GetRawText()}");
        }
    }

    private static bool Holds(JsonElement value, OtlpField field) => field.Type switch
    {
        OtlpType.Text => value.ValueKind == JsonValueKind.String,
        OtlpType.TraceId => value.ValueKind == JsonValueKind.String && TraceIdForm().IsMatch(value.GetString()!),
        OtlpType.SpanId => value.ValueKind == JsonValueKind.String && SpanIdForm().IsMatch(value.GetString()!),
        OtlpType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        OtlpType.UInt32 or OtlpType.Fixed32 => value.ValueKind == JsonValueKind.Number && value.TryGetUInt32(out uint number) && number <= field.Max,
        OtlpType.Fixed64 => value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out _),
        OtlpType.Int64 => value.ValueKind == JsonValueKind.String
            && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.String && value.GetString() is "NaN" or "Infinity" or "-Infinity"),
    };

    [GeneratedRegex("^(?!0{32})[0-9a-f]{32}$")]
    private static partial Regex TraceIdForm();

    [GeneratedRegex("^(?!0{16})[0-9a-f]{16}$")]
    private static partial Regex SpanIdForm();
}
