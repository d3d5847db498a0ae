using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class NameTests
{
    [Fact]
    public async Task The_name_of_a_machine_becomes_valid()
    {
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Name = "a/b c", Comment = "x")]"""),
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Name = "a-b-c", Comment = "x")]"""));

        string longName = new('M', 81);
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Comment = "x")]""").Replace("class Machine", "class " + longName),
            Machine("[StartAt, Succeed] public partial class A;", $"""[StateMachine(Comment = "x", Name = "{longName[..80]}")]""").Replace("class Machine", "class " + longName));
    }

    [Fact]
    public async Task The_names_of_states_become_valid()
    {
        string longName = new('S', 81);
        await CodeFixHarness.VerifyFixAllAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine($"""[StartAt, Pass(Name = ""), Next<{longName}>] public partial class A; [Succeed] public partial class {longName};"""),
            Machine($"""[StartAt, Pass(Name = "State"), Next<{longName}>] public partial class A; [Succeed(Name = "{longName[..80]}")] public partial class {longName};"""));
    }

    [Fact]
    public async Task A_machine_whose_name_is_taken_is_named_after_what_is_around_it() =>
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            """
            namespace One { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            namespace Shop.Two { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            """,
            """
            namespace One { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            namespace Shop.Two { [StateMachine(Name = "TwoOrder")] public partial class Order { [StartAt, Succeed] public partial class A; } }
            """);

    [Fact]
    public async Task States_of_one_name_are_told_apart_by_what_they_are_nested_in()
    {
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("[StartAt, Pass, Next<Each>] public partial class Work; [Map, End] public partial class Each { [StartAt, Succeed] public partial class Work; }"),
            Machine("""[StartAt, Pass, Next<Each>] public partial class Work; [Map, End] public partial class Each { [StartAt, Succeed(Name = "EachWork")] public partial class Work; }"""));
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("""[StartAt, Pass, Next<B>] public partial class A; [Succeed(Name = "A")] public partial class B;"""),
            Machine("""[StartAt, Pass, Next<B>] public partial class A; [Succeed(Name = "B")] public partial class B;"""));
    }
}
