using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules.DataFlow;

/// <summary>What the rules of data flow find in a text, but for advice.</summary>
internal static class DataFlowFindings
{
    public static IEnumerable<Finding> Find(string text) => Findings.Find(text).Where(finding => finding.Rule.Category == RuleCategory.DataFlow);

    public static string[] Check(string text) => [.. Findings.Check(text).Where(finding => finding.StartsWith("SMG4", StringComparison.Ordinal))];
}
