using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class SubstitutionsTests
{
    [Theory]
    [InlineData("${Name}")]
    [InlineData("arn:${AWS::Partition}:x")]
    [InlineData("${Function.Arn}:live")]
    [InlineData("${a b}")]
    [InlineData("${module[\"f\"].arn}")]
    [InlineData("${} and ${x}")]
    public void A_name_in_braces_behind_a_dollar_is_filled_by_the_deployment(string text) => Substitutions.IsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("$name")]
    [InlineData("{name}")]
    [InlineData("Price: ${}")]
    [InlineData("${name")]
    [InlineData("} ${")]
    public void Anything_else_stays_as_it_is(string text) => Substitutions.IsIn(text).ShouldBeFalse();

    [Theory]
    [InlineData("${Name}", true)]
    [InlineData("${}", false)]
    [InlineData("${A}${B}", false)]
    [InlineData("${A} s", false)]
    [InlineData(" ${A}", false)]
    public void A_text_can_be_one_substitution_and_nothing_else(string text, bool isAll) => Substitutions.IsAllOf(text).ShouldBe(isAll);
}
