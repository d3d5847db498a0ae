using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The validator finds what is wrong: each case plants one mistake in a document without any.</summary>
public sealed class XRayValidatorTests
{
    private const string TraceId = "1-6b02d940-445566778899aabbccddeeff";
    private const string Id = "53995c3f42cd8ad8";

    private const string Sound =
        """{"name":"Orders","id":"53995c3f42cd8ad8","trace_id":"1-6b02d940-445566778899aabbccddeeff","start_time":1795348800.000000,"end_time":1795348801.000000,"annotations":{"a":1},"cause":{"exceptions":[{"id":"53995c3f42cd8ad9","type":"Oops"}]},"subsegments":[{"name":"Inner","id":"53995c3f42cd8ad7","start_time":1795348800.000000,"end_time":1795348800.500000,"namespace":"aws","error":true}]}""";

    [Fact]
    public void A_sound_document_has_no_faults() => Validate(Sound).ShouldBeEmpty();

    [Fact]
    public void A_segment_in_progress_has_no_faults() =>
        Validate(Sound.Replace("\"end_time\":1795348801.000000", "\"in_progress\":true", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("\"Orders\"", "\"Orders?\"", "name is not 1 to 200 letters")]
    [InlineData("\"Orders\"", "\"\"", "name is not 1 to 200 letters")]
    [InlineData("\"Orders\"", "17", "name is not 1 to 200 letters")]
    [InlineData("\"name\":\"Inner\",", "", "name is missing")]
    [InlineData("\"53995c3f42cd8ad7\"", "\"53995C3F42CD8AD7\"", "id is not 16 hex digits")]
    [InlineData("\"53995c3f42cd8ad7\"", "\"53995c3f42cd8ad8\"", "id is used twice")]
    [InlineData("\"trace_id\":\"1-6b", "\"trace_id\":\"1-7b", "trace_id is missing or another")]
    [InlineData("1795348801.000000", "1795348801.0", "end_time is not a number with six decimals")]
    [InlineData("1795348801.000000", "\"1795348801.000000\"", "end_time is not a number with six decimals")]
    [InlineData("1795348801.000000", "1795348799.000000", "end_time is before start_time")]
    [InlineData(",\"end_time\":1795348801.000000", "", "not exactly one of end_time and in_progress")]
    [InlineData("1795348801.000000", "1795348801.000000,\"in_progress\":true", "not exactly one of end_time and in_progress")]
    [InlineData("\"aws\"", "\"local\"", "namespace is not aws or remote")]
    [InlineData("\"error\":true", "\"error\":false", "error is not true")]
    [InlineData("\"error\":true", "\"throttle\":true", "throttle comes with error")]
    [InlineData("\"error\":true", "\"origin\":\"AWS::Lambda\"", "a Subsegment has no origin")]
    [InlineData("\"error\":true", "\"service\":{\"version\":\"1\"}", "a Subsegment has no service")]
    [InlineData("\"error\":true", "\"error\":true,\"error\":true", "error is there twice")]
    [InlineData("\"error\":true", "\"colour\":\"red\"", "no field 'colour'")]
    [InlineData("\"error\":true", "\"aws\":{\"colour\":\"red\"}", "no field 'colour'")]
    [InlineData("\"error\":true", "\"aws\":{\"xray\":{\"sdk\":\"x\"}}", "a Subsegment has no xray")]
    [InlineData("\"error\":true", "\"http\":{\"response\":{\"status\":99}}", "http is not")]
    [InlineData("\"error\":true", "\"http\":{\"answer\":{}}", "http is not")]
    [InlineData("\"error\":true", "\"metadata\":{\"AWS.x\":{}}", "metadata is not")]
    [InlineData("\"error\":true", "\"metadata\":{\"x\":1}", "metadata is not")]
    [InlineData("\"error\":true", "\"sql\":{\"query\":\"\"}", "sql is not")]
    [InlineData("\"error\":true", "\"precursor_ids\":[\"1\"]", "precursor_ids is not")]
    [InlineData("\"annotations\"", "\"namespace\":\"aws\",\"annotations\"", "a Segment has no namespace")]
    [InlineData("\"annotations\"", "\"origin\":\"Lambda\",\"annotations\"", "origin is not")]
    [InlineData("\"annotations\"", "\"service\":{\"version\":1},\"annotations\"", "service is not")]
    [InlineData("{\"a\":1}", "{\"a-b\":1}", "annotations is not")]
    [InlineData("{\"a\":1}", "{\"a\":[1]}", "annotations is not")]
    [InlineData("\"type\":\"Oops\"", "\"cause\":\"0000000000000001\"", "cause 0000000000000001 is not in the trace")]
    [InlineData("\"type\":\"Oops\"", "\"truncated\":-1", "cause is not")]
    [InlineData("\"type\":\"Oops\"", "\"stack\":[{\"file\":\"x\"}]", "cause is not")]
    [InlineData("\"annotations\"", "\"parent_id\":\"0000000000000001\",\"annotations\"", "parent_id 0000000000000001 is not in the trace")]
    [InlineData("\"annotations\"", "\"type\":\"subsegment\",\"annotations\"", "a subsegment sent alone needs parent_id")]
    public void A_planted_mistake_is_found(string part, string mistake, string fault) =>
        Validate(Sound.Replace(part, mistake, StringComparison.Ordinal)).ShouldContain(found => found.Contains(fault), fault);

    [Fact]
    public void Texts_and_documents_that_are_too_long_are_found()
    {
        string text = HandMadeTrace.Text(300);
        Validate(Sound.Replace("\"Oops\"", $"\"{text}\"", StringComparison.Ordinal)).ShouldContain(found => found.Contains("cause is not"));
        Validate(Sound.Replace("{\"a\":1}", $"{{\"a\":\"{HandMadeTrace.Text(70_000)}\"}}", StringComparison.Ordinal))
            .ShouldContain(found => found.Contains("larger than 64 kB"));
        string frames = string.Join(',', Enumerable.Repeat("{\"label\":\"f\"}", 51));
        Validate(Sound.Replace("\"type\":\"Oops\"", $"\"stack\":[{frames}]", StringComparison.Ordinal)).ShouldContain(found => found.Contains("cause is not"));
    }

    private static IReadOnlyList<string> Validate(string document) => XRayValidator.Validate(TraceId, [(Id, document)]);
}
