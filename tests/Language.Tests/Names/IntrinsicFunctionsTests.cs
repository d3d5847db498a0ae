using System.Linq;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class IntrinsicFunctionsTests
{
    [Fact]
    public void The_catalogue_has_the_eighteen_functions()
    {
        IntrinsicFunctions.All.Length.ShouldBe(18);
        IntrinsicFunctions.All.Select(function => function.Name).ShouldBeUnique();
        foreach (IntrinsicFunction function in IntrinsicFunctions.All)
        {
            function.Name.ShouldStartWith(IntrinsicFunctions.Prefix);
            IntrinsicFunctions.Find(function.Name).ShouldBe(function);
            if (function.MaxArguments is { } max)
            {
                max.ShouldBe(function.Parameters.Split(',').Count(parameter => parameter.Length > 0), function.Name);
                function.MinArguments.ShouldBe(max - function.Parameters.Count(c => c == '['), function.Name);
            }
        }

        IntrinsicFunctions.Find("States.format").ShouldBeNull();
    }
}
