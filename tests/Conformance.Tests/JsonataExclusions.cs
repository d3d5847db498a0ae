using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Cases of JSONata's own suite that fail on AWS too.</summary>
internal static class JsonataExclusions
{
    private static readonly string[] s_eval =
    [
        "function-eval/case000.json", "function-eval/case001.json", "function-eval/case003.json", "function-eval/case004.json",
        "function-eval/case005.json", "function-eval/case006.json", "function-eval/case007.json", "function-eval/case008.json#0",
        "function-eval/case008.json#1", "function-eval/case008.json#2", "function-eval/case008.json#3",
    ];

    public static IReadOnlyDictionary<string, string> Reasons { get; } = s_eval.ToDictionary(id => id, _ => "AWS has removed $eval");
}
