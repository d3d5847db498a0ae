using StateMachineGen.CompilerServices;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

public sealed class SourceMapTests
{
    private const string Map = """
        F Orders.cs
        F ../Shared/a folder/Ship it.cs
        0 12 /States/Charge
        0 11 /States/Charge/Next
        1 7 /States/Each/ItemProcessor/States/Pack it
        1 9 /States/a~1b

        """;

    [Theory]
    [InlineData("/States/Charge", "Orders.cs", 12)]
    [InlineData("/States/Charge/Next", "Orders.cs", 11)]
    [InlineData("/States/Each/ItemProcessor/States/Pack it", "../Shared/a folder/Ship it.cs", 7)]
    [InlineData("/States/a~1b", "../Shared/a folder/Ship it.cs", 9)]
    public void A_part_with_a_place_has_its_own(string pointer, string file, int line) => Find(pointer).ShouldBe((file, line));

    [Theory]
    [InlineData("/States/Charge/Catch/0/Next", 12)]
    [InlineData("/States/Charge/Next/Deeper", 11)]
    public void A_part_without_a_place_has_that_of_what_is_around_it(string pointer, int line) => Find(pointer).ShouldBe(("Orders.cs", line));

    [Theory]
    [InlineData("")]
    [InlineData("/StartAt")]
    [InlineData("/States/Charges")]
    [InlineData("/States/Each")]
    [InlineData("no pointer")]
    public void Where_nothing_around_has_a_place_there_is_none(string pointer) => Find(pointer).ShouldBeNull();

    [Theory]
    [InlineData("0 1 /States/A")]
    [InlineData("F a.cs\n1 1 /States/A")]
    [InlineData("F a.cs\nx 1 /States/A")]
    [InlineData("F a.cs\n0 x /States/A")]
    [InlineData("F a.cs\n-1 1 /States/A")]
    [InlineData("F a.cs\n0 1")]
    [InlineData("F a.cs\n0")]
    public void What_is_no_map_gives_none_and_throws_nothing(string map) => SourceMap.Parse("/src/", map).ShouldBeNull();

    [Fact]
    public void The_last_of_two_places_of_one_part_counts() =>
        SourceMap.Parse("", "F a.cs\n0 1 /States/A\n0 2 /States/A\n")!.Find("/States/A").ShouldBe(("a.cs", 2));

    [Fact]
    public void A_class_tells_its_map()
    {
        SourceMap map = SourceMap.Of(typeof(Mapped)).ShouldNotBeNull();
        map.Root.ShouldBe("/src/");
        map.Find("/States/A").ShouldBe(("a.cs", 1));
    }

    [Fact]
    public void A_class_that_was_built_without_one_has_none() => SourceMap.Of(typeof(Derived)).ShouldBeNull();

    private static (string File, int Line)? Find(string pointer) => SourceMap.Parse("/src/", Map)!.Find(pointer);

    [StateMachineSource("/src/", "F a.cs\n0 1 /States/A\n")]
    private class Mapped;

    private sealed class Derived : Mapped;
}
