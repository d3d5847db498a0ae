using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Tests.Names;

public class FieldTableTests
{
    // One line a field: the letters of the types that have it (T P C W S F = six types, L = Parallel, M = Map) under JSONPath, then under JSONata.
    private const string Expected = """
        Type TPCWSFLM TPCWSFLM
        Comment TPCWSFLM TPCWSFLM
        QueryLanguage TPCWSFLM TPCWSFLM
        InputPath TPCWSLM -
        Resource T T
        Credentials T T
        Parameters TPLM -
        Arguments - TL
        TimeoutSeconds T T
        TimeoutSecondsPath T -
        HeartbeatSeconds T T
        HeartbeatSecondsPath T -
        Seconds W W
        SecondsPath W -
        Timestamp W W
        TimestampPath W -
        Error F F
        ErrorPath F -
        Cause F F
        CausePath F -
        Choices C C
        Default C C
        Branches L L
        Label M M
        ItemsPath M -
        Items - M
        ItemReader M M
        ItemSelector M M
        ItemBatcher M M
        MaxConcurrency M M
        MaxConcurrencyPath M -
        ToleratedFailureCount M M
        ToleratedFailureCountPath M -
        ToleratedFailurePercentage M M
        ToleratedFailurePercentagePath M -
        ItemProcessor M M
        Iterator M M
        ResultWriter M M
        Result P -
        ResultSelector TLM -
        ResultPath TPLM -
        Assign TPCWLM TPCWLM
        OutputPath TPCWSLM -
        Output - TPCWSLM
        Retry TLM TLM
        Catch TLM TLM
        Next TPWLM TPWLM
        End TPWLM TPWLM
        """;

    [Fact]
    public void The_table_is_the_one_of_the_specification() =>
        string.Join('\n', FieldTable.States.Select(field => $"{field.Name} {Letters(field.JsonPathStates)} {Letters(field.JsonataStates)}"))
            .ShouldBe(Expected);

    [Theory]
    [InlineData(StateType.Task, QueryLanguage.JSONPath, "Parameters", true)]
    [InlineData(StateType.Task, QueryLanguage.JSONata, "Parameters", false)]
    [InlineData(StateType.Task, QueryLanguage.JSONata, "Arguments", true)]
    [InlineData(StateType.Task, QueryLanguage.JSONPath, "Arguments", false)]
    [InlineData(StateType.Choice, QueryLanguage.JSONPath, "Next", false)]
    [InlineData(StateType.Pass, QueryLanguage.JSONPath, "Catch", false)]
    [InlineData(StateType.Pass, QueryLanguage.JSONPath, "result", false)]
    [InlineData(StateType.Pass, QueryLanguage.JSONPath, "Unheard", false)]
    public void A_field_is_allowed_by_type_and_query_language(StateType type, QueryLanguage language, string field, bool isAllowed) =>
        FieldTable.Allows(type, language, field).ShouldBe(isAllowed);

    [Fact]
    public void The_order_is_total_and_unknown_fields_come_last()
    {
        FieldTable.Order("Type").ShouldBe(0);
        FieldTable.Order("Retry").ShouldBeLessThan(FieldTable.Order("Catch"));
        FieldTable.Order("End").ShouldBeLessThan(FieldTable.Order("Unheard"));
        FieldTable.Find("Unheard").ShouldBeNull();
    }

    [Fact]
    public void There_are_39_comparison_operators()
    {
        ComparisonOperators.All.Count().ShouldBe(39);
        ComparisonOperators.All.Count(@operator => @operator.TakesPath).ShouldBe(16);
        ComparisonOperators.Find("NumericLessThanEqualsPath").ShouldBe(
            new ComparisonOperator("NumericLessThanEqualsPath", ComparisonFamily.Numeric, ComparisonRelation.LessThanEqual, TakesPath: true));
        ComparisonOperators.Find("StringMatchesPath").ShouldBeNull();
        ComparisonOperators.Find("NumericNotEquals").ShouldBeNull();
    }

    private static string Letters(StateTypes types)
    {
        string letters = string.Concat("TPCWSFLM".Where((_, index) => (types & FieldTable.ToSet((StateType)index)) != 0));
        return letters.Length == 0 ? "-" : letters;
    }
}
