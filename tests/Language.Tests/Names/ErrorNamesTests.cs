using System.Linq;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class ErrorNamesTests
{
    [Theory]
    [InlineData("Declined", "Declined", true)]
    [InlineData("Declined", "declined", false)]
    [InlineData("Declined", "Declined2", false)]
    [InlineData("*", "Declined", false)]
    [InlineData(ErrorNames.All, "Declined", true)]
    [InlineData(ErrorNames.All, ErrorNames.Timeout, true)]
    [InlineData(ErrorNames.All, ErrorNames.DataLimitExceeded, true)]
    [InlineData(ErrorNames.All, ErrorNames.Runtime, false)]
    [InlineData(ErrorNames.Runtime, ErrorNames.Runtime, false)]
    [InlineData(ErrorNames.TaskFailed, "Declined", true)]
    [InlineData(ErrorNames.TaskFailed, ErrorNames.TaskFailed, true)]
    [InlineData(ErrorNames.TaskFailed, ErrorNames.Timeout, false)]
    [InlineData(ErrorNames.TaskFailed, ErrorNames.HeartbeatTimeout, false)]
    [InlineData(ErrorNames.TaskFailed, ErrorNames.Runtime, false)]
    [InlineData(ErrorNames.Timeout, ErrorNames.Timeout, true)]
    [InlineData(ErrorNames.Timeout, ErrorNames.HeartbeatTimeout, true)]
    [InlineData(ErrorNames.HeartbeatTimeout, ErrorNames.HeartbeatTimeout, true)]
    [InlineData(ErrorNames.HeartbeatTimeout, ErrorNames.Timeout, false)]
    [InlineData(ErrorNames.HttpStatusCodePrefix + "404", ErrorNames.HttpStatusCodePrefix + "404", true)]
    [InlineData(ErrorNames.HttpStatusCodePrefix + "404", ErrorNames.HttpStatusCodePrefix + "500", false)]
    public void Names_match_exactly_but_for_the_matchers(string errorEquals, string error, bool matches) =>
        ErrorNames.Matches(errorEquals, error).ShouldBe(matches);

    [Fact]
    public void The_catalogue_is_complete_and_reserved()
    {
        ErrorNames.Catalogue.Select(name => name.Name).ShouldBeUnique();
        ErrorNames.Catalogue.Length.ShouldBe(17);
        ErrorNames.Catalogue.ShouldAllBe(name => ErrorNames.IsReserved(name.Name) && ErrorNames.IsKnown(name.Name));
        ErrorNames.Catalogue.Where(name => name.IsMatcher).Select(name => name.Name).ShouldBe([ErrorNames.All, ErrorNames.TaskFailed]);
        ErrorNames.Catalogue.Single(name => name.Name == ErrorNames.Runtime).IsCatchable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("States.Http.StatusCode.429", true)]
    [InlineData("States.all", false)]
    [InlineData("States.Unheard", false)]
    [InlineData("Lambda.Unknown", false)]
    public void Known_names_are_those_of_the_language(string name, bool isKnown) => ErrorNames.IsKnown(name).ShouldBe(isKnown);

    [Fact]
    public void The_reserved_prefix_is_case_sensitive()
    {
        ErrorNames.IsReserved("States.X").ShouldBeTrue();
        ErrorNames.IsReserved("states.X").ShouldBeFalse();
        ErrorNames.IsReserved("StatesX").ShouldBeFalse();
    }
}
