using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class ExceptionTextTests
{
    private const string SpanId = "53995c3f42cd8ad8";

    [Fact]
    public void An_exception_has_its_short_type_its_message_and_its_frames()
    {
        SegmentException exception = Parse(HandMadeTrace.Thrown(new InvalidOperationException("no card"))).ShouldHaveSingleItem();

        exception.Type.ShouldBe("InvalidOperationException");
        exception.Message.ShouldBe("no card");
        exception.CauseId.ShouldBeNull();
        SegmentStackFrame frame = exception.Stack.ShouldHaveSingleItem();
        frame.Label.ShouldContain("HandMadeTrace.Thrown");
        frame.Path!.ShouldEndWith("HandMadeTrace.cs");
        frame.Line!.Value.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Inner_exceptions_are_siblings_linked_by_cause()
    {
        var innermost = HandMadeTrace.Thrown(new FormatException("not a number"));
        var inner = HandMadeTrace.Thrown(new ArgumentException("bad\nnews", innermost));
        ImmutableArray<SegmentException> exceptions = Parse(HandMadeTrace.Thrown(new InvalidOperationException("line 1\nline 2", inner)));

        exceptions.Select(e => e.Type).ShouldBe(["InvalidOperationException", "ArgumentException", "FormatException"]);
        exceptions[0].Message.ShouldBe("line 1\nline 2");
        exceptions[0].CauseId.ShouldBe(exceptions[1].Id);
        exceptions[1].Message.ShouldBe("bad\nnews");
        exceptions[1].CauseId.ShouldBe(exceptions[2].Id);
        exceptions.ShouldAllBe(e => e.Stack.Length == 1);
        exceptions[^1].Message.ShouldBe("not a number");
        exceptions[^1].CauseId.ShouldBeNull();
        exceptions.Select(e => e.Id).Distinct().Count().ShouldBe(exceptions.Length);
    }

    [Fact]
    public void An_aggregate_has_all_its_inner_exceptions_and_the_first_is_the_cause()
    {
        var aggregate = new AggregateException(
            "several", HandMadeTrace.Thrown(new FormatException("a")), new TimeoutException("b"), HandMadeTrace.Thrown(new ArgumentException("c")));
        ImmutableArray<SegmentException> exceptions = Parse(HandMadeTrace.Thrown(aggregate));

        exceptions.Select(e => e.Type).ShouldBe(["AggregateException", "FormatException", "TimeoutException", "ArgumentException"]);
        exceptions.Select(e => e.Message).Skip(1).ShouldBe(["a", "b", "c"]);
        exceptions.Select(e => e.Stack.Length).ShouldBe([1, 1, 0, 1]);
        exceptions[0].CauseId.ShouldBe(exceptions[1].Id);
    }

    [Fact]
    public void A_deep_stack_keeps_fifty_frames_and_tells_how_many_it_left_off()
    {
        SegmentException exception = Parse(HandMadeTrace.ThrownFromDepth(70)).ShouldHaveSingleItem();

        exception.Stack.Length.ShouldBe(50);
        exception.Truncated.ShouldBe(22, "71 calls of the recursion and the method around it");
    }

    [Theory]
    [InlineData("System.Collections.Generic.KeyNotFoundException", "KeyNotFoundException")]
    [InlineData("Shop.Orders+Declined", "Declined")]
    [InlineData("Shop.Failed`1[[System.Int32, System.Private.CoreLib]]", "Failed`1")]
    [InlineData("Plain", "Plain")]
    public void A_short_name_has_no_namespace(string fullName, string shortName) => ExceptionText.ShortName(fullName).ShouldBe(shortName);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   --- End of inner exception stack trace ---\n   --- End of inner exception stack trace ---")]
    [InlineData("x\n ---> (Inner Exception #\n ---> \n   at \n<---")]
    public void A_text_of_another_form_does_no_harm(string? text) =>
        ExceptionText.Parse(text, "Shop.Odd", "odd", SpanId)[0].Type.ShouldBe("Odd");

    private static ImmutableArray<SegmentException> Parse(Exception exception) =>
        ExceptionText.Parse(exception.ToString(), exception.GetType().FullName, exception.Message, SpanId);
}
