using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Bench;

/// <summary>How the time of all rules of the language grows with a definition: with its states, and with its transitions where each state leads to each other.</summary>
internal sealed class RulesBenchmark(TextWriter output)
{
    private const int WarmUps = 30;
    private const int Rounds = 15;

    public void Run()
    {
        output.WriteLine("| definition | states | characters | rules, ms | µs per state |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (int size in new[] { 10, 100, 1000, 10_000 })
        {
            Measure("a row of all types", Row(size / StatesOfAStep));
        }

        foreach (int size in new[] { 10, 30, 100 })
        {
            Measure("every Choice leads to every state", Dense(size));
        }
    }

    private void Measure(string what, string text)
    {
        StateMachine machine = Definition.Read(text).Machine ?? throw new InvalidOperationException("The definition is no JSON.");
        if (DefinitionChecker.Check(machine, CreationTarget.Unknown).Any(finding => finding.Rule.Severity == RuleSeverity.Error && finding.Rule != AdviceRules.DefinitionTooLong))
        {
            throw new InvalidOperationException("The definition has a fault, so that not all rules are asked.");
        }

        List<double> times = [];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            double time = Measurement.Time(() => DefinitionChecker.Check(machine, CreationTarget.Unknown));
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        double median = Measurement.Median(times);
        int states = Count(machine);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {states:N0} | {text.Length:N0} | {median:0.00} | {1000 * median / states:0.0} |"));
    }

    private static int Count(StateContainer scope) => scope.States.Sum(state => 1 + state.Containers.Sum(Count));

    private const int StatesOfAStep = 8;

    private static string Row(int steps)
    {
        var text = new StringBuilder("""{"StartAt":"Route0","States":{""");
        for (int i = 0; i < Math.Max(steps, 1); i++)
        {
            string next = i >= steps - 1 ? "Done" : "Route" + Number(i + 1);
            text.Append("""
                "Route<i>":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.a","NumericGreaterThan":<i>}],"Next":"Both<i>"},
                {"Variable":"$.tier","StringEquals":"gold","Next":"Each<i>"}],"Default":"Work<i>"},
                "Both<i>":{"Type":"Parallel","Branches":[{"StartAt":"Read<i>","States":{"Read<i>":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem",
                "Parameters":{"Key.$":"$.key","Name.$":"States.Format('{}-{}', $.a, $.b)"},"End":true}}},{"StartAt":"Rest<i>","States":{"Rest<i>":{"Type":"Wait","Seconds":5,"End":true}}}],
                "Catch":[{"ErrorEquals":["Broken","States.Timeout"],"Next":"Shape<i>"},{"ErrorEquals":["States.ALL"],"ResultPath":"$.why","Next":"Failed"}],"Next":"Shape<i>"},
                "Each<i>":{"Type":"Map","ItemsPath":"$.lines","ItemProcessor":{"StartAt":"Line<i>","States":{"Line<i>":{"Type":"Pass","End":true}}},"Next":"Shape<i>"},
                "Work<i>":{"Type":"Task","Resource":"${WorkFunctionArn}","TimeoutSeconds":30,"Retry":[{"ErrorEquals":["Busy","States.Timeout"],"MaxAttempts":2}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Route<i>"}],"Next":"Shape<i>"},
                "Shape<i>":{"Type":"Pass","Result":{"step":<i>},"Next":"<next>"},
                """.Replace("<i>", Number(i), StringComparison.Ordinal).Replace("<next>", next, StringComparison.Ordinal));
        }

        return text.Append("""
            "Done":{"Type":"Succeed"},"Failed":{"Type":"Fail","ErrorPath":"$.why.Error"}}}
            """).ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>At 100 states this is nearly as long as AWS lets a definition be.</summary>
    private static string Dense(int states)
    {
        var text = new StringBuilder("""{"StartAt":"S0","States":{""");
        for (int i = 0; i < states; i++)
        {
            text.Append("\"S").Append(Number(i)).Append("\":{\"Type\":\"Choice\",\"Choices\":[");
            for (int j = 0; j < states; j++)
            {
                text.Append("""{"Variable":"$.a<i>","StringEquals":"v<j>","Next":"S<j>"},""".Replace("<i>", Number(i), StringComparison.Ordinal).Replace("<j>", Number(j), StringComparison.Ordinal));
            }

            text.Length--;
            text.Append("""],"Default":"Done"},""");
        }

        return text.Append("""
            "Done":{"Type":"Succeed"}}}
            """).ToString();
    }
}
