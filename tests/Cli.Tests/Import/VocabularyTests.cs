using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StateMachineGen.Cli.Import;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>The importer writes the authoring vocabulary without referencing it, so a test must tie the two.</summary>
public class VocabularyTests
{
    [Fact]
    public void Every_constant_of_Errors_is_known() => ErrorConstants.All.ToDictionary().ShouldBe(ConstantsOf(typeof(Errors), ""), ignoreOrder: true);

    [Fact]
    public void Every_constant_of_Integrations_is_known()
    {
        Dictionary<string, string> expected = ConstantsOf(typeof(Integrations), "");
        expected.Remove(Integrations.AwsSdk).ShouldBeTrue();
        IntegrationConstants.All.ToDictionary().ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData(StateType.Task, typeof(TaskAttribute))]
    [InlineData(StateType.Pass, typeof(PassAttribute))]
    [InlineData(StateType.Choice, typeof(ChoiceAttribute))]
    [InlineData(StateType.Wait, typeof(WaitAttribute))]
    [InlineData(StateType.Succeed, typeof(SucceedAttribute))]
    [InlineData(StateType.Fail, typeof(FailAttribute))]
    [InlineData(StateType.Parallel, typeof(ParallelAttribute))]
    [InlineData(StateType.Map, typeof(MapAttribute))]
    public void Every_property_of_a_state_is_known(StateType type, Type attribute) => StateProperties.Of(type).Select(static property => property.Name)
        .ShouldBe(attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(static property => property.CanWrite).Select(static property => property.Name), ignoreOrder: true);

    [Fact]
    public void No_class_hides_an_enum_of_the_vocabulary() => typeof(StateMachineAttribute).Assembly.GetExportedTypes()
        .Where(static type => type is { IsEnum: true, Namespace: "StateMachineGen" })
        .SelectMany(static type => typeof(StateMachineAttribute).Assembly.GetExportedTypes()
            .Where(static attribute => typeof(Attribute).IsAssignableFrom(attribute))
            .SelectMany(static attribute => attribute.GetProperties())
            .Where(property => property.PropertyType == type)
            .Select(static property => property.PropertyType.Name))
        .Distinct()
        .ShouldBeSubsetOf(AvoidedNames.Referenced);

    private static Dictionary<string, string> ConstantsOf(Type type, string path) =>
        type.GetFields().Select(field => new KeyValuePair<string, string>((string)field.GetRawConstantValue()!, path + field.Name))
            .Concat(type.GetNestedTypes().SelectMany(nested => ConstantsOf(nested, path + nested.Name + ".")))
            .ToDictionary();
}
