using System.Linq;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class JsonataFunctionsTests
{
    [Theory]
    [InlineData("sum", 1, 1)]
    [InlineData("string", 0, 2)]
    [InlineData("substring", 1, 3)]
    [InlineData("zip", 1, null)]
    [InlineData("reduce", 2, 3)]
    [InlineData("now", 0, 2)]
    [InlineData("random", 0, 1)]
    [InlineData("range", 3, 3)]
    [InlineData("uuid", 0, 0)]
    [InlineData("hash", 1, 2)]
    public void The_counts_of_arguments_follow_from_the_signature(string name, int min, int? max)
    {
        JsonataFunction function = JsonataFunctions.Find(name).ShouldNotBeNull();

        function.MinArguments.ShouldBe(min);
        function.MaxArguments.ShouldBe(max);
    }

    [Fact]
    public void Parameters_and_signature_tell_of_equally_many_arguments()
    {
        foreach (JsonataFunction function in JsonataFunctions.Standard.Concat(JsonataFunctions.Added))
        {
            int parameters = function.Parameters.Split(',').Count(parameter => parameter.Length > 0);
            parameters.ShouldBe(function.MaxArguments ?? 1, function.Name);
        }
    }

    [Fact]
    public void Aws_adds_functions_and_takes_one_out()
    {
        JsonataFunctions.OnAws.Select(function => function.Name).ShouldBeUnique();
        JsonataFunctions.Standard.Select(function => function.Name).ShouldBeUnique();
        JsonataFunctions.Standard.ShouldContain(function => function.Name == JsonataFunctions.Eval);
        JsonataFunctions.Find(JsonataFunctions.Eval).ShouldBeNull();
        JsonataFunctions.Find("random")!.Signature.ShouldBe("<n?:n>");
        JsonataFunctions.OnAws.Length.ShouldBe(JsonataFunctions.Standard.Length - 1 + 5);
    }
}
