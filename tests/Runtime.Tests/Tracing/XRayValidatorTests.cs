using System;
using System.Collections.Generic;

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

    [Theory]
    [InlineData("\"Orders\"", "\"Orders?\"", "name has a character")]
    [InlineData("\"Orders\"", "\"\"", "name is empty")]
    [InlineData("\"53995c3f42cd8ad7\"", "\"53995C3F42CD8AD7\"", "id is not 16 hex digits")]
    [InlineData("\"53995c3f42cd8ad7\"", "\"53995c3f42cd8ad8\"", "id is used twice")]
    [InlineData("\"trace_id\":\"1-6b", "\"trace_id\":\"1-7b", "trace_id is missing or another")]
    [InlineData("1795348801.000000", "1795348801.0", "end_time is not a number with six decimals")]
    [InlineData("1795348801.000000", "1795348799.000000", "end_time is before start_time")]
    [InlineData("\"aws\"", "\"local\"", "namespace is neither")]
    [InlineData("\"error\":true", "\"error\":false", "error is there and not true")]
    [InlineData("\"error\":true", "\"throttle\":true", "throttle comes with error")]
    [InlineData("\"error\":true", "\"origin\":\"AWS::Lambda\"", "a subsegment has no origin")]
    [InlineData("\"error\":true", "\"colour\":\"red\"", "no field 'colour'")]
    [InlineData("{\"a\":1}", "{\"a-b\":1}", "cannot be filtered by")]
    [InlineData("{\"a\":1}", "{\"a\":[1]}", "is no short text, number or boolean")]
    [InlineData("\"type\":\"Oops\"", "\"cause\":\"0000000000000001\"", "cause 0000000000000001 is not in the trace")]
    [InlineData("\"annotations\"", "\"parent_id\":\"0000000000000001\",\"annotations\"", "parent_id 0000000000000001 is not in the trace")]
    [InlineData("\"annotations\"", "\"type\":\"subsegment\",\"annotations\"", "a subsegment sent alone needs parent_id")]
    public void A_planted_mistake_is_found(string part, string mistake, string fault) =>
        Validate(Sound.Replace(part, mistake, StringComparison.Ordinal)).ShouldContain(found => found.Contains(fault), fault);

    [Fact]
    public void Texts_and_documents_that_are_too_long_are_found()
    {
        string text = HandMadeTrace.Text(300);
        Validate(Sound.Replace("\"Oops\"", $"\"{text}\"", StringComparison.Ordinal)).ShouldContain(found => found.Contains("type is longer than 250"));
        Validate(Sound.Replace("{\"a\":1}", $"{{\"a\":\"{HandMadeTrace.Text(70_000)}\"}}", StringComparison.Ordinal))
            .ShouldContain(found => found.Contains("larger than 64 kB"));
    }

    private static IReadOnlyList<string> Validate(string document) => XRayValidator.Validate(TraceId, [(Id, document)]);
}
