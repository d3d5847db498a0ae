using System;
using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Runtime.Tests.Expressions;

public class IntrinsicExpressionTests
{
    private const string Input =
        """
        {"name":"Ada","n":-1.5,"list":[1,2,3],"empty":[],"o":{"a":1,"b":[true,null,"x"]},"template":"<{}>","json":"{\"k\":[1]}","null":null}
        """;

    [Fact]
    public void Each_function_of_the_language_can_be_called()
    {
        IntrinsicCatalogue.Functions.Keys.Order(StringComparer.Ordinal).ShouldBe(
            IntrinsicFunctions.All.Select(function => function.Name).Order(StringComparer.Ordinal));
        IntrinsicExpression.Compile(Parse("States.Nothing()"), "States.Nothing()").ShouldBeNull();
        IntrinsicExpression.Compile(Parse("States.Array(States.Nothing())"), "States.Array(States.Nothing())").ShouldBeNull();
    }

    [Theory]
    [InlineData("States.Array(1, 'a', null, true, $.list[0], $$.Execution.Name, $greeting)", """[1,"a",null,true,1,"run","hi"]""")]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array($.list[*])", "[[1,2,3]]")]
    [InlineData("States.ArrayPartition($.list, 2)", "[[1,2],[3]]")]
    [InlineData("States.ArrayPartition($.list, 2.9)", "[[1,2],[3]]")]
    [InlineData("States.ArrayPartition($.list, 2147483647)", "[[1,2,3]]")]
    [InlineData("States.ArrayPartition($.empty, 1)", "[]")]
    [InlineData("States.ArrayContains($.list, 2)", "true")]
    [InlineData("States.ArrayContains($.list, '2')", "true")]
    [InlineData("States.ArrayContains($.list, 4)", "false")]
    [InlineData("States.ArrayContains(States.Array($.o), $.o)", "true")]
    [InlineData("States.ArrayContains(States.Array(States.StringToJson('\\{\"a\":1,\"b\":2\\}')), States.StringToJson('\\{\"b\":2,\"a\":1\\}'))", "false")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(5, 1, -2)", "[5,3,1]")]
    [InlineData("States.ArrayRange(3, 3, -1)", "[3]")]
    [InlineData("States.ArrayRange(1, 5, -1)", "[]")]
    [InlineData("States.ArrayRange(5, 1, 1)", "[]")]
    [InlineData("States.ArrayRange(1.6, 3.9, 1.9)", "[1,2,3]")]
    [InlineData("States.ArrayRange(-2147483648, 2147483647, 2147483647)", "[-2147483648,-1,2147483646]")]
    [InlineData("States.ArrayLength(States.ArrayRange(1, 1000, 1))", "1000")]
    [InlineData("States.ArrayGetItem($.list, 2)", "3")]
    [InlineData("States.ArrayGetItem($.list, 1.9)", "2")]
    [InlineData("States.ArrayGetItem($.empty, 7)", "null")]
    [InlineData("States.ArrayLength($.o.b)", "3")]
    public void Arrays(string call, string expected) => Evaluate(call).ShouldBe(expected);

    [Theory]
    [InlineData("[3,1,2,3,1]", "[1,2,3]")]
    [InlineData("[true,false]", "[false,true]")]
    [InlineData("[[1,2],[2,1],[1,2]]", "[[2,1],[1,2]]")]
    [InlineData("[1,1.0,1e0,\"1\",\"01\"]", "[1.0,1,\"1\",\"01\"]")]
    [InlineData("[{\"a\":1,\"b\":null},{\"b\":null,\"a\":1},{\"a\":1}]", "[{\"a\":1},{\"a\":1,\"b\":null}]")]
    [InlineData("[17,16,1,33]", "[16,17,1,33]")]
    [InlineData("[5000000001,null,5000000000,12345678901234567890,5000000000]", "[null,5000000000,5000000001,12345678901234567890]")]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10,11,16,12]", "[0,1,2,3,4,5,6,7,8,9,10,11,12,16]")]
    public void Unique_elements_come_in_the_order_of_javas_hash_sets(string array, string expected) =>
        Evaluate("States.ArrayUnique($)", array).ShouldBe(expected);

    [Theory]
    [InlineData("States.Format('{} is {}', $.name, $.n)", "Ada is -1.5")]
    [InlineData("States.Format($.template, $.o)", "<{a=1, b=[true, null, x]}>")]
    [InlineData("States.Format('it\\'s \\{\\} and \\\\')", "it's {} and \\")]
    [InlineData("States.Format('{}', 'a\\{\\}')", "a{}")]
    [InlineData("States.Format('plain')", "plain")]
    [InlineData("States.Format('{}{}', States.StringToJson('1e3'), States.StringToJson('-0'))", "1000.00")]
    [InlineData("States.Format('{} {} {}', States.StringToJson('12345678.9'), States.StringToJson('0.00012'), States.StringToJson('1e21'))", "1.23456789E7 1.2E-4 1.0E21")]
    [InlineData("States.Format('{} {} {}', States.StringToJson('0.001'), States.StringToJson('-9999999.5'), States.StringToJson('0.0'))", "0.001 -9999999.5 0.0")]
    [InlineData("States.Format('{}', 12345678901234567890)", "12345678901234567890")]
    [InlineData("States.Format(7)", "7")]
    public void Format(string call, string expected) => Evaluate(call).ShouldBe(new JsonString(expected).ToString());

    [Theory]
    [InlineData("States.StringSplit('a,b;;c', ',;')", """["a","b","c"]""")]
    [InlineData("States.StringSplit(',,', ',')", "[]")]
    [InlineData("States.StringSplit('', ',')", "[]")]
    [InlineData("States.StringSplit('abc', '')", """["abc"]""")]
    [InlineData("States.StringSplit(' a b', ',')", """[" a b"]""")]
    [InlineData("States.StringToJson($.json)", """{"k":[1]}""")]
    [InlineData("States.StringToJson(' ')", "null")]
    [InlineData("States.StringToJson('-0')", "0")]
    [InlineData("States.JsonToString($.o)", "\"{\\\"a\\\":1,\\\"b\\\":[true,null,\\\"x\\\"]}\"")]
    [InlineData("States.JsonMerge($.o, States.StringToJson('\\{\"c\":3,\"a\":\\{\\}\\}'), false)", """{"a":{},"b":[true,null,"x"],"c":3}""")]
    [InlineData("States.JsonMerge($.o, $.o, 'false')", """{"a":1,"b":[true,null,"x"]}""")]
    public void Strings_and_json(string call, string expected) => Evaluate(call).ShouldBe(expected);

    [Theory]
    [InlineData("States.Base64Encode('hé')", "\"aMOp\"")]
    [InlineData("States.Base64Encode('')", "\"\"")]
    [InlineData("States.Base64Decode('aMOp')", "\"hé\"")]
    [InlineData("States.Base64Decode('YQ')", "\"a\"")]
    [InlineData("States.Base64Decode(' YW!J=='  )", "\"ab\"")]
    [InlineData("States.Base64Decode('YQ==Yg==')", "\"a\"")]
    [InlineData("States.Base64Decode('8J-agA')", "\"🚀\"")]
    [InlineData("States.Base64Decode('Y')", "\"\"")]
    [InlineData("States.Hash('hello', 'MD5')", "\"5d41402abc4b2a76b9719d911017c592\"")]
    [InlineData("States.Hash('hello', 'SHA-1')", "\"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d\"")]
    [InlineData("States.Hash('hello', 'SHA-256')", "\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"")]
    public void Encodings(string call, string expected) => Evaluate(call).ShouldBe(expected);

    [Fact]
    public void A_value_that_is_no_string_is_hashed_as_java_prints_it() =>
        Evaluate("States.Hash($.o, 'MD5')").ShouldBe(Evaluate("States.Hash('\\{a=1, b=[true, null, x]\\}', 'MD5')"));

    [Theory]
    [InlineData("States.MathAdd(2.5, 0)", "3")]
    [InlineData("States.MathAdd($.n, 0)", "-1")]
    [InlineData("States.MathAdd(-0.5, 0)", "0")]
    [InlineData("States.MathAdd(0.49999999999999994, 0)", "0")]
    [InlineData("States.MathAdd(2147483647, -1)", "2147483646")]
    [InlineData("States.MathAdd(2147483646, 1)", "2147483647")]
    [InlineData("States.MathRandom(1, 100, 42)", "63")]
    [InlineData("States.MathRandom(1, 5, 42)", "3")]
    [InlineData("States.MathRandom(-5, 5, 42.9)", "-5")]
    [InlineData("States.MathRandom(2147483640, 2147483647, 1)", "2147483644")]
    [InlineData("States.MathRandom(0, 1)", "0")]
    public void Numbers(string call, string expected) => Evaluate(call).ShouldBe(expected);

    [Fact]
    public void Chance_and_ids_are_given()
    {
        Enumerable.Range(0, 100).Select(_ => int.Parse(Evaluate("States.MathRandom(-2, 3)"), System.Globalization.CultureInfo.InvariantCulture))
            .Distinct().Order().ShouldBe([-2, -1, 0, 1, 2]);
        Evaluate("States.UUID()").ShouldBe("\"an-id\"");
        Evaluate("States.UUID('ignored', 2)").ShouldBe("\"an-id\"");
    }

    [Theory]
    [InlineData("States.ArrayPartition($.list, 0.9)")]
    [InlineData("States.ArrayPartition($.list, -1)")]
    [InlineData("States.ArrayPartition('x', 1)")]
    [InlineData("States.ArrayContains($.o, 1)")]
    [InlineData("States.ArrayRange(1, 1001, 1)")]
    [InlineData("States.ArrayRange(1, 2, 0.49)")]
    [InlineData("States.ArrayRange(1, 2)")]
    [InlineData("States.ArrayRange('a', 2, 1)")]
    [InlineData("States.ArrayGetItem($.list, 3)")]
    [InlineData("States.ArrayGetItem($.list, -1)")]
    [InlineData("States.ArrayGetItem($.list, '1')")]
    [InlineData("States.ArrayLength('abc')")]
    [InlineData("States.ArrayUnique($.o)")]
    [InlineData("States.Base64Encode(1)")]
    [InlineData("States.Base64Decode('a', 'b')")]
    [InlineData("States.Hash('a', 'sha-256')")]
    [InlineData("States.Hash('a')")]
    [InlineData("States.MathAdd(2147483647, 1)")]
    [InlineData("States.MathAdd(3000000000, 1)")]
    [InlineData("States.MathAdd(1e309, 1)")]
    [InlineData("States.MathAdd('1', 1)")]
    [InlineData("States.MathRandom(1.4, 1.6)")]
    [InlineData("States.MathRandom(5, 1)")]
    [InlineData("States.MathRandom(1, 9, null)")]
    [InlineData("States.MathRandom(1, 9, 1, 1)")]
    [InlineData("States.MathRandom(-2147483648, 2147483647)")]
    [InlineData("States.StringSplit($.null, ',')")]
    [InlineData("States.StringToJson($.o)")]
    [InlineData("States.StringToJson()")]
    [InlineData("States.JsonMerge($.o, $.list, false)")]
    [InlineData("States.JsonMerge($.o, $.o, true)")]
    [InlineData("States.Format()")]
    public void Invalid_arguments_are_told_with_the_whole_call(string call)
    {
        string function = call[..call.IndexOf('(', StringComparison.Ordinal)];
        Fail(call).ShouldBe($"There was an error while evaluating the intrinsic function: {call}. Invalid arguments in {function}");
    }

    [Theory]
    [InlineData("States.Format('a {', 1)", "Invalid template in States.Format: matching '}' not found for '{'.")]
    [InlineData("States.Format('{{}}', 1)", "Invalid template in States.Format: matching '}' not found for '{'.")]
    [InlineData("States.Format('}')", "Invalid template in States.Format: matching '{' not found for '}'.")]
    [InlineData("States.Format('{}', 1, 2)", "Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.")]
    [InlineData("States.Format('{}')", "Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.")]
    [InlineData("States.JsonToString()", "Invalid arguments in States.JsonToString: only a single argument is allowed.")]
    [InlineData("States.ArrayLength( States.JsonToString($.list) )", "Invalid arguments in States.ArrayLength")]
    public void Some_faults_have_words_of_their_own(string call, string reason) =>
        Fail(call).ShouldBe($"There was an error while evaluating the intrinsic function: {call}. {reason}");

    [Fact]
    public void Json_that_is_none_is_told_so() =>
        Fail("States.StringToJson('\\{a')").ShouldStartWith(
            "There was an error while evaluating the intrinsic function: States.StringToJson('\\{a'). Cannot convert String to Json in States.StringToJson, caused by: ");

    [Theory]
    [InlineData("States.Format('{}',$.o.nope)", """The JsonPath argument for the field '$.o.nope' could not be found in the input '{"o":{}}'""")]
    [InlineData("States.Array(1, States.Array($.list[5]))", """The JsonPath argument for the field '$.list[5]' could not be found in the input '{"o":{}}'""")]
    [InlineData("States.Array($$.Nope.Deep)", """The JsonPath argument for the field '$.Nope.Deep' could not be found in the input '{"o":{}}'""")]
    [InlineData("States.Array($unset.a)", """The JsonPath argument for the field '$unset.a' could not be found in the input '{"o":{}}'""")]
    [InlineData("States.Array($.o[0])", "Filter: [0] can only be applied to arrays. Current context is: {}")]
    public void A_path_that_selects_nothing_is_told_with_the_whole_call(string call, string reason) =>
        Fail(call, """{"o":{}}""").ShouldBe($"The function '{call}' had the following error: {reason}");

    private static string Evaluate(string call, string input = Input)
    {
        JsonValue? value = Compile(call).Evaluate(new Site(input), out CauseText? cause);
        cause.ShouldBeNull();
        return value.ShouldNotBeNull().ToString();
    }

    private static string Fail(string call, string input = Input)
    {
        Compile(call).Evaluate(new Site(input), out CauseText? cause).ShouldBeNull();
        return cause.ShouldNotBeNull().ToString();
    }

    private static IntrinsicExpression Compile(string call) => IntrinsicExpression.Compile(Parse(call), call).ShouldNotBeNull();

    private static Language.Expressions.Intrinsics.IntrinsicCall Parse(string call)
    {
        var result = IntrinsicParser.Parse(call);
        return result.Root.ShouldNotBeNull($"{call}: {result.Error}");
    }

    private sealed class Site : EvaluationScope
    {
        private static readonly Random s_random = new(1);

        public Site(string input) => Data = JsonConversion.Parse(input);

        public override JsonObject Context { get; } = (JsonObject)JsonConversion.Parse("""{"Execution":{"Name":"run"}}""");

        public override Random Random => s_random;

        public override DateTimeOffset Now => default;

        public override string NewId() => "an-id";

        public override JsonValue? FindVariable(string name) => name == "greeting" ? new JsonString("hi") : null;

        public override CauseText Locate(CauseText cause) => cause;
    }
}
