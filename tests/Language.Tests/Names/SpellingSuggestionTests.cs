using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class SpellingSuggestionTests
{
    private static readonly string[] s_names = ["States.Format", "States.Hash", "States.UUID", "Charge", "Ship"];

    [Theory]
    [InlineData("States.Formatt", "States.Format")]
    [InlineData("states.uuid", "States.UUID")]
    [InlineData("State.Hash", "States.Hash")]
    [InlineData("States.Hsah", "States.Hash")]
    [InlineData("Chrage", "Charge")]
    [InlineData("Shp", "Ship")]
    [InlineData("States.Bar", null)]
    [InlineData("States.Qux", null)]
    [InlineData("Pack", null)]
    public void The_nearest_name_is_suggested_when_it_is_near(string text, string? expected) => SpellingSuggestion.Find(text, s_names).ShouldBe(expected);
}
