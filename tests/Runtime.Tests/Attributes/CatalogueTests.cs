using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Runtime.Tests.Attributes;

/// <summary>The constants of the authoring vocabulary are those of the language.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void There_is_a_constant_for_each_intrinsic_function_that_is_called_as_it() =>
        Constants(typeof(Intrinsics)).ShouldBe(IntrinsicFunctions.All.Select(static function => (function.Name["States.".Length..], function.Name)), ignoreOrder: true);

    [Fact]
    public void Resources_of_integrations_are_told_apart_and_say_what_they_wait_for()
    {
        (string Name, string Value)[] resources =
        [
            .. typeof(Integrations).GetNestedTypes().SelectMany(static service => Constants(service).Select(constant => ($"{service.Name}.{constant.Name}", constant.Value))),
        ];

        resources.Length.ShouldBeGreaterThan(90);
        resources.Select(static resource => resource.Value).ShouldBeUnique();
        foreach ((string name, string value) in resources)
        {
            value.ShouldStartWith("arn:aws:states:::", customMessage: name);
            value.EndsWith(".waitForTaskToken", StringComparison.Ordinal).ShouldBe(name.EndsWith("WaitForTaskToken", StringComparison.Ordinal), name);
            value.Contains(".sync", StringComparison.Ordinal).ShouldBe(name.EndsWith("Sync", StringComparison.Ordinal) || name.EndsWith("Sync2", StringComparison.Ordinal), name);
        }
    }

    private static IEnumerable<(string Name, string Value)> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (field.Name, (string)field.GetRawConstantValue()!));
}
