using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>Which errors the entries of Retry and Catch match. Entries are written as their names.</summary>
public class ErrorMatchingTests
{
    [Theory]
    [InlineData("E|E", "SMG3020 Catch[1]")]
    [InlineData("E|F|E,F", "SMG3020 Catch[2]")]
    [InlineData("E|E,F", null)]
    [InlineData("States.TaskFailed|E", "SMG3020 Catch[1]")]
    [InlineData("States.TaskFailed|Lambda.Unknown", "SMG3020 Catch[1]")]
    [InlineData("States.TaskFailed|States.Permissions", null)]
    [InlineData("States.Timeout|States.HeartbeatTimeout", "SMG3020 Catch[1]")]
    [InlineData("States.HeartbeatTimeout|States.Timeout", null)]
    [InlineData("E|States.ALL", null)]
    [InlineData("States.ALL|E", "SMG3003 Catch[1]")]
    [InlineData("States.Runtime|E", "SMG3022 Catch[0]/ErrorEquals[0]")]
    [InlineData("States.Timeuot", "SMG3028 Catch[0]/ErrorEquals[0]")]
    [InlineData("States.Http.StatusCode.404", null)]
    [InlineData("States.${Name}", null)]
    public void Entries_are_used(string entries, string? finding)
    {
        Findings.Check(Task(", \"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 2", "Catch", entries)).Where(found => !found.StartsWith("SMG3026", System.StringComparison.Ordinal))
            .Select(Short).ShouldBe(finding is null ? [] : [finding]);
        Findings.Check(Task(", \"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 2", "Retry", entries))
            .Select(Short).ShouldBe(finding is null ? [] : [finding.Replace("Catch", "Retry", System.StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("States.TimeOut", "There is no error 'States.TimeOut'; did you mean 'States.Timeout'?")]
    [InlineData("States.OrderRefused", "There is no error 'States.OrderRefused'; names of your own must not begin with 'States.'")]
    public void A_misspelt_name_is_told_from_an_own_one(string name, string message) =>
        Findings.Find(Task("", "Catch", name)).Select(finding => finding.Message).ShouldBe([message]);

    [Fact]
    public void A_single_shadowed_name_is_advice() =>
        Findings.Advise(ErrorMatchingRules.ShadowedError, Task("", "Catch", "E|F,E")).ShouldBe(["SMG3021 /States/A/Catch[1]/ErrorEquals[1] → \"E\""]);

    [Theory]
    [InlineData("", "States.Timeout", true)]
    [InlineData(", \"TimeoutSecondsPath\": \"$.t\"", "States.Timeout", false)]
    [InlineData(", \"HeartbeatSeconds\": 5", "States.Timeout", false)]
    [InlineData(", \"TimeoutSeconds\": 5", "States.HeartbeatTimeout", true)]
    [InlineData("", "States.ItemReaderFailed", true)]
    [InlineData("", "States.QueryEvaluationError", true)]
    [InlineData(", \"QueryLanguage\": \"JSONata\"", "States.QueryEvaluationError", false)]
    [InlineData(", \"QueryLanguage\": \"JSONata\"", "States.IntrinsicFailure", true)]
    [InlineData("", "States.IntrinsicFailure", false)]
    public void Errors_can_occur_where_they_are_handled(string fields, string name, bool isAdvised) =>
        Findings.Advise(ErrorMatchingRules.ErrorThatCannotOccur, Task(fields, "Catch", name)).Length.ShouldBe(isAdvised ? 1 : 0);

    [Theory]
    [InlineData("States.NoChoiceMatched", 1)]
    [InlineData("States.BranchFailed", 1)]
    [InlineData("States.ParameterPathFailure", 1)]
    [InlineData("States.Permissions", 0)]
    public void Errors_have_the_names_that_aws_reports(string name, int count) =>
        Findings.Advise(ErrorMatchingRules.ErrorOfOtherName, Task("", "Catch", name)).Length.ShouldBe(count);

    [Fact]
    public void What_is_within_can_fail_a_parallel()
    {
        const string map = """{ "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }, "End": true }""";
        const string jsonata = """{ "Type": "Pass", "QueryLanguage": "JSONata", "End": true }""";

        Findings.Advise(ErrorMatchingRules.ErrorThatCannotOccur, Parallel(map, "States.ItemReaderFailed,States.QueryEvaluationError")).Select(Short)
            .ShouldBe(["SMG3024 Retry[0]/ErrorEquals[1]"]);
        Findings.Advise(ErrorMatchingRules.ErrorThatCannotOccur, Parallel(jsonata, "States.QueryEvaluationError,States.Timeout")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "Type": "Fail", "Error": "E" }""", 1)]
    [InlineData("""{ "Type": "Fail", "Error": "F" }""", 0)]
    [InlineData("""{ "Type": "Task", "Resource": "${X}", "End": true }""", 0)]
    public void What_must_fail_again_is_not_retried(string state, int count) =>
        Findings.Advise(ErrorMatchingRules.RetryOfFail, Parallel(state, "E")).Length.ShouldBe(count);

    [Theory]
    [InlineData(", \"TimeoutSeconds\": 5", "States.TaskFailed", true)]
    [InlineData(", \"HeartbeatSeconds\": 5", "States.TaskFailed", true)]
    [InlineData(", \"HeartbeatSeconds\": 5", "States.HeartbeatTimeout|States.TaskFailed", false)]
    [InlineData(", \"TimeoutSeconds\": 5", "States.TaskFailed|States.Timeout", false)]
    [InlineData(", \"TimeoutSeconds\": 5", "States.TaskFailed|States.ALL", false)]
    [InlineData("", "States.TaskFailed", false)]
    public void Timeouts_do_not_escape(string fields, string entries, bool escapes) =>
        Findings.Check(Task(fields, "Catch", entries)).Select(Short).ShouldBe(escapes ? ["SMG3026 Catch[0]/ErrorEquals[0]"] : []);

    [Theory]
    [InlineData("States.ALL", 1)]
    [InlineData("States.DataLimitExceeded|States.ALL", 0)]
    [InlineData("States.TaskFailed", 0)]
    public void Large_results_can_be_caught_surely(string entries, int count) =>
        Findings.Advise(ErrorMatchingRules.DataLimitMayEscape, Task("", "Catch", entries)).Length.ShouldBe(count);

    [Theory]
    [InlineData("States.Mine", "SMG3029 /States/A/Error → \"States.Mine\"")]
    [InlineData("Mine", null)]
    public void A_fail_state_has_an_error_of_its_own(string error, string? finding)
    {
        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "{{error}}" } } }""").ShouldBe(finding is null ? [] : [finding]);
        Findings.Check(Parallel($$"""{ "Type": "Fail", "Error": "{{error}}" }""", error)).Length.ShouldBe(finding is null ? 0 : 1, "it does occur");
    }

    [Theory]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 6", true)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 4", false)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 6, \"MaxDelaySeconds\": 120", false)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 99999999, \"BackoffRate\": 1", true)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 30, \"BackoffRate\": 1", false)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 6, \"JitterStrategy\": \"FULL\"", false)]
    [InlineData("\"IntervalSeconds\": 60, \"MaxAttempts\": 0", false)]
    public void Retries_are_over_before_the_execution(string fields, bool isLonger) =>
        Findings.Check($$"""
            { "TimeoutSeconds": 1800, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${X}", "Retry": [ { "ErrorEquals": ["E"], {{fields}} } ], "End": true } } }
            """).Select(Short).ShouldBe(isLonger ? ["SMG3030 Retry[0]"] : []);

    [Fact]
    public void An_express_execution_lasts_five_minutes()
    {
        string text = Task("", "Retry", "E").Replace("[\"E\"]", "[\"E\"], \"IntervalSeconds\": 100", System.StringComparison.Ordinal);

        Findings.Check(text).ShouldBeEmpty();
        Findings.Find(text, StateMachineType.Express).Select(finding => finding.Message)
            .ShouldBe(["The retries of this entry wait for 700 seconds in all, but an execution of an Express machine ends after 300"]);
    }

    private static string Short(string finding) =>
        finding[..finding.IndexOf(" →", System.StringComparison.Ordinal)].Replace("/States/A/", "", System.StringComparison.Ordinal);

    private static string Names(string entry) => string.Join(", ", entry.Split(',').Select(name => $"\"{name}\""));

    private static string Entries(string field, string entries) =>
        string.Join(", ", entries.Split('|').Select(entry => $"{{ \"ErrorEquals\": [{Names(entry)}]{(field == "Catch" ? ", \"Next\": \"Z\"" : "")} }}"));

    private static string Task(string fields, string field, string entries) => $$"""
        { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${X}"{{fields}}, "{{field}}": [ {{Entries(field, entries)}} ], "Next": "Z" }, "Z": { "Type": "Succeed" } } }
        """;

    private static string Parallel(string state, string retried) => $$"""
        { "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": {{state}} } } ], "Retry": [ {{Entries("Retry", retried)}} ], "End": true } } }
        """;
}
