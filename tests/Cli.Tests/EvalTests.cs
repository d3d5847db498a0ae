using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class EvalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_path_or_call_sees_the_files_that_are_named()
    {
        string input = Write("input.json", """{ "items": [ { "n": 1.50 }, { "n": 7 } ] }""");
        string bindings = Write("bindings.json", """{ "$least": 5, "name": "Zoë" }""");
        string context = Write("context.json", """{ "State": { "Name": "A" } }""");
        (await CliRun.RunAsync("eval", "$.items[*].n", "--language", "jsonpath", "--input", input)).ShouldBe(new CliRun(0, "[1.50,7]\n", ""));
        (await CliRun.RunAsync(
            "eval", "States.Format('{} {} {}', $name, $least, $$.State.Name)", "-l", "JSONPath", "-b", bindings, "-c", context)).ShouldBe(new CliRun(0, "\"Zoë 5 A\"\n", ""));
        (await CliRun.RunWithInputAsync("[3]", "eval", "$[0]", "-l", "jsonpath", "-i", "-")).ShouldBe(new CliRun(0, "3\n", ""));
        (await CliRun.RunAsync("eval", "$", "-l", "jsonpath")).ShouldBe(new CliRun(0, "{}\n", ""));
        (await CliRun.RunAsync("eval", "{% $sum($states.input.items.n) + $least %}", "-l", "jsonata", "-i", input, "-b", bindings)).ShouldBe(new CliRun(0, "13.5\n", ""));
        (await CliRun.RunAsync("eval", "items.n", "-l", "jsonata", "-i", input)).ShouldBe(new CliRun(0, "[1.50,7]\n", ""));
    }

    [Theory]
    [InlineData("$.a", "stategen: error: States.Runtime: The JSONPath '$.a' could not be found in the input '{}'\n")]
    [InlineData("States.Add()", "stategen: error: InvalidDefinition: A function is called that there is not.\n")]
    [InlineData("$.a[", "stategen: error: InvalidDefinition: A quoted name, an index, '*' or '?' was expected in brackets, not the end of the text, at character 5.\n")]
    public async Task What_gives_no_value_is_told(string expression, string errors) =>
        (await CliRun.RunAsync("eval", expression, "-l", "jsonpath")).ShouldBe(new CliRun(1, "", errors));

    [Fact]
    public async Task An_expression_that_gives_nothing_is_told() =>
        (await CliRun.RunAsync("eval", "nothing", "-l", "jsonata")).ShouldBe(new CliRun(1, "", "stategen: error: The expression gives nothing (undefined).\n"));

    [Fact]
    public async Task Files_that_cannot_be_read_are_told()
    {
        string broken = Write("broken.json", "{\n  \"a\": }");
        (await CliRun.RunAsync("eval", "$", "-l", "jsonpath", "-i", broken)).ShouldBe(new CliRun(2, "", $"{broken}:2:8: error: A JSON value was expected, not '}}'.\n"));
        (await CliRun.RunAsync("eval", "$", "-l", "jsonpath", "-b", "missing.json")).ShouldBe(
            new CliRun(2, "", "missing.json: error: There is no such file. Check the path.\n"));
        (await CliRun.RunAsync("eval", "--cases", Path.GetDirectoryName(broken)!)).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("Give an expression, or --cases.", "eval")]
    [InlineData("Give an expression, or --cases.", "eval", "$", "--cases", "x.jsonl")]
    [InlineData("--language must say what the expression is written in: ", "eval", "$")]
    [InlineData("--language must say what the expression is written in: ", "eval", "$", "-l", "xpath")]
    [InlineData("The lines of --cases hold the input and the rest. Leave the other files out.", "eval", "--cases", "x.jsonl", "-i", "y.json")]
    [InlineData("The standard input can be read once. Give '-' once.", "eval", "$", "-l", "jsonpath", "-i", "-", "-b", "-")]
    public async Task Options_that_do_not_fit_are_refused(string message, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines[0].ShouldStartWith("stategen: error: " + message);
    }

    [Fact]
    public async Task Cases_that_do_not_say_their_language_are_jsonata_unless_told_otherwise()
    {
        const string Cases = """{"id":1,"expr":"a","data":{"a":1}}""" + "\n" + """{"id":2,"lang":"jsonpath","expr":"$.a","data":{"a":2}}""";
        (await CliRun.RunWithInputAsync(Cases, "eval", "--cases", "-")).Output.ShouldBe("{\"id\":1,\"result\":1}\n{\"id\":2,\"result\":2}\n");
        CliRun run = await CliRun.RunWithInputAsync(Cases, "eval", "--cases", "-", "--language", "jsonpath");
        run.Output.ShouldStartWith("{\"id\":1,\"error\":\"InvalidDefinition\"");
        run.Output.ShouldEndWith("{\"id\":2,\"result\":2}\n");
    }

    [Theory]
    [InlineData("{", "The line is no JSON: ")]
    [InlineData("7", "A case is a JSON object.")]
    [InlineData("""{"expression":7}""", "\"expression\" must be a string.")]
    [InlineData("""{"expression":"1","language":"xpath"}""", "\"language\" must be jsonata|jsonpath.")]
    [InlineData("""{"expression":"1","bindings":[]}""", "\"bindings\" must be an object, of the variables' values by name.")]
    public async Task A_line_that_is_no_case_says_why(string line, string message)
    {
        CliRun run = await CliRun.RunWithInputAsync(line, "eval", "--cases", "-");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\"InvalidCase\"");
        JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("message").GetString()!.ShouldStartWith(message);
    }

    [Fact]
    public async Task Variables_are_an_object()
    {
        CliRun run = await CliRun.RunWithInputAsync("[1]", "eval", "$a", "-l", "jsonata", "--bindings", "-");
        run.ShouldBe(new CliRun(2, "", "<stdin>: error: The variables must be an object, of their values by name.\n"));
    }

    [Fact]
    public async Task Each_case_gives_a_line_whatever_the_others_are()
    {
        string cases = Write("cases.jsonl", string.Join(
            '\n',
            """{"id":"path","language":"jsonpath","expression":"$.a","input":{"a":[1]}}""",
            """{"id":7,"lang":"jsonpath","expr":"$$.Execution.Input.n","data":null,"context":{"execution_input":{"n":"x"}}}""",
            "",
            """{"id":"variable","language":"JSONPath","expression":"States.Array($v, $w)","bindings":{"v":1,"$w":{"x":2}}}""",
            """{"id":"context","language":"jsonpath","expression":"$$.State.Name","context":{"State":{"Name":"S"}}}""",
            """{"id":"missing","language":"jsonpath","expression":"$.a"}""",
            """{"id":"undefined","language":"jsonata","expr":"a.b","data":{"a":1}}""",
            """{"id":"unknown","language":"xpath","expression":"/a"}""",
            """{"id":"empty","language":"jsonpath"}""",
            """{"language":"jsonpath","expression":"$.\ud800"}""",
            "[1]",
            "{",
            """{"id":"deep","language":"jsonpath","expression":"$","input":""" + new string('[', 600) + new string(']', 600) + "}",
            """{"id":"last","language":"jsonpath","expression":"States.StringToJson('\"ü\"')"}""" + "\r"));
        CliRun run = await CliRun.RunAsync("eval", "--cases", cases);
        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldBe("");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(13);
        lines[..8].ShouldBe(
        [
            """{"id":"path","result":[1]}""",
            """{"id":7,"result":"x"}""",
            """{"id":"variable","result":[1,{"x":2}]}""",
            """{"id":"context","result":"S"}""",
            """{"id":"missing","error":"States.Runtime","message":"The JSONPath '$.a' could not be found in the input '{}'"}""",
            """{"id":"undefined","undefined":true}""",
            lines[6],
            """{"id":"empty","error":"InvalidCase","message":"\"expression\" must be a string."}""",
        ]);
        lines[6].ShouldStartWith("""{"id":"unknown","error":"InvalidCase","message":"\"language\" must be """);
        lines[8].ShouldStartWith("""{"id":10,"error":"InvalidCase","message":"The line is no JSON: """);
        lines[9].ShouldBe("""{"id":11,"error":"InvalidCase","message":"A case is a JSON object."}""");
        lines[10].ShouldStartWith("""{"id":12,"error":"InvalidCase","message":"The line is no JSON: """);
        lines[11].ShouldStartWith("""{"id":"deep","error":"InvalidCase",""");
        lines[12].ShouldBe("""{"id":"last","result":"ü"}""");
    }

    private string Write(string name, string text)
    {
        string path = _folder[name];
        File.WriteAllText(path, text);
        return path;
    }
}
