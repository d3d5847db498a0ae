using System;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class NameRulesTests
{
    private const string Smile = "\ud83d\ude00";

    [Theory]
    [InlineData("TraceFunctions")]
    [InlineData("a")]
    [InlineData("0-_.!@()+='")]
    [InlineData("Größe")]
    [InlineData("注文")]
    public void Machine_names_may_hold_letters_digits_and_harmless_punctuation(string name) => NameRules.CheckMachineName(name).ShouldBeNull();

    [Theory]
    [InlineData('?')]
    [InlineData('*')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('"')]
    [InlineData('#')]
    [InlineData('%')]
    [InlineData('\\')]
    [InlineData('^')]
    [InlineData('|')]
    [InlineData('~')]
    [InlineData('`')]
    [InlineData('$')]
    [InlineData('&')]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData(':')]
    [InlineData('/')]
    [InlineData(' ')]
    [InlineData('\t')]
    [InlineData('\u00a0')]
    [InlineData('\u2003')]
    [InlineData('\0')]
    [InlineData('\u001f')]
    [InlineData('\u007f')]
    [InlineData('\u009f')]
    [InlineData('\ufffe')]
    [InlineData('\uffff')]
    [InlineData('\ud800')]
    [InlineData('\udfff')]
    public void Machine_names_may_not_hold_what_AWS_refuses(char refused)
    {
        NameFault fault = NameRules.CheckMachineName("ab" + refused + "c").ShouldNotBeNull();

        fault.Kind.ShouldBe(NameFaultKind.InvalidCharacter);
        fault.Index.ShouldBe(2);
        fault.Message.ShouldStartWith("holds ");
        fault.Message.ShouldAllBe(c => !char.IsControl(c) && !char.IsSurrogate(c));
    }

    [Fact]
    public void Machine_names_may_not_hold_characters_beyond_the_basic_plane() =>
        NameRules.CheckMachineName("x" + Smile).ShouldNotBeNull().Kind.ShouldBe(NameFaultKind.InvalidCharacter);

    [Fact]
    public void Machine_names_have_1_to_80_characters()
    {
        NameRules.CheckMachineName("").ShouldNotBeNull().Kind.ShouldBe(NameFaultKind.Empty);
        NameRules.CheckMachineName(new string('a', 80)).ShouldBeNull();

        NameFault fault = NameRules.CheckMachineName(new string('a', 81)).ShouldNotBeNull();
        fault.ShouldBe(new NameFault(NameFaultKind.TooLong, 80, "has 81 characters, at most 80 are allowed"));
    }

    [Fact]
    public void State_names_have_1_to_80_code_points_of_any_kind()
    {
        NameRules.CheckStateName("Is it: \"done\"? / *").ShouldBeNull();
        NameRules.CheckStateName("").ShouldNotBeNull().Kind.ShouldBe(NameFaultKind.Empty);
        NameRules.CheckStateName(string.Concat(Enumerable.Repeat(Smile, 80))).ShouldBeNull();

        NameFault fault = NameRules.CheckStateName(string.Concat(Enumerable.Repeat(Smile, 81))).ShouldNotBeNull();
        fault.ShouldBe(new NameFault(NameFaultKind.TooLong, 160, "has 81 characters, at most 80 are allowed"));
    }

    [Theory]
    [InlineData("Order #1", "Order--1")]
    [InlineData("/orders/", "orders")]
    [InlineData("", "StateMachine")]
    [InlineData("???", "StateMachine")]
    [InlineData("Fine", "Fine")]
    public void The_nearest_machine_name_keeps_what_it_can(string name, string nearest) => NameRules.ToMachineName(name).ShouldBe(nearest);

    [Fact]
    public void The_nearest_name_is_always_valid()
    {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++)
        {
            var name = new StringBuilder();
            for (int length = random.Next(120); length > 0; length--)
            {
                name.Append(random.Next(4) == 0 ? (char)random.Next(0x10000) : (char)random.Next(32, 127));
            }

            NameRules.CheckMachineName(NameRules.ToMachineName(name.ToString())).ShouldBeNull();
            NameRules.CheckStateName(NameRules.ToStateName(name.ToString())).ShouldBeNull();
        }
    }

    [Fact]
    public void The_nearest_state_name_does_not_cut_a_character_in_two() =>
        NameRules.ToStateName(string.Concat(Enumerable.Repeat(Smile, 90))).ShouldBe(string.Concat(Enumerable.Repeat(Smile, 80)));
}
