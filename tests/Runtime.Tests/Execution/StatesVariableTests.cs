using System.Text.Json;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>A member of <c>$states</c> is looked up without the variable, and must be the same as through it.</summary>
public class StatesVariableTests
{
    [Theory]
    [InlineData("input", """{"n":1}""")]
    [InlineData("input", "[[1],[2,3]]")]
    [InlineData("input[0]", "[[1,2],3]")]
    [InlineData("input[]", "1")]
    [InlineData("input[n > 1].n", """[{"n":1},{"n":2},{"n":3}]""")]
    [InlineData("input.n", """[{"n":[1]},{"n":[2,[3]]}]""")]
    [InlineData("input.n[]", """{"n":1}""")]
    [InlineData("input^(>n).n", """[{"n":1},{"n":3}]""")]
    [InlineData("input{k: v}", """[{"k":"a","v":1},{"k":"b","v":2}]""")]
    [InlineData("input.n@$x.{'n': $x}", """{"n":[1,2]}""")]
    [InlineData("input.n.{'up': %.m}", """{"n":[1,2],"m":3}""")]
    [InlineData("input.*", """{"a":1,"b":[2]}""")]
    [InlineData("input.[n, n]", """{"n":1}""")]
    [InlineData("context.State.Name", "1")]
    [InlineData("*.n", """{"n":1}""")]
    [InlineData("(input)", """{"n":1}""")]
    public async Task A_member_is_the_same_with_and_without_the_variable(string path, string input)
    {
        string direct = await OutputAsync("$states." + path, input);
        direct.ShouldBe(await OutputAsync("($all := $states; $all." + path + ")", input));
        direct.ShouldNotBe("null");
    }

    [Theory]
    [InlineData("$keys($states)", """["input","context"]""")]
    [InlineData("($states := {'input': 7}; $states.input)", "7")]
    [InlineData("(function($states) { $states.input })({'input': 8})", "8")]
    public async Task States_can_be_looked_at_and_hidden(string expression, string expected) =>
        (await OutputAsync(expression, "1")).ShouldBe(expected);

    private static async Task<string> OutputAsync(string expression, string input)
    {
        var run = await Machines.RunAsync(
            $$"""{ "QueryLanguage": "JSONata", "StartAt": "P", "States": { "P": { "Type": "Pass", "Output": {{JsonSerializer.Serialize("{% " + expression + " %}")}}, "End": true } } }""",
            input);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        return run.OutputJson!;
    }
}
