using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Import;

/// <summary>What is wrong with a definition that is imported, or has no form in C#.</summary>
/// <param name="RuleId">The rule of the language that is broken; null when it is no matter of rules.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong, as a sentence without a full stop.</param>
/// <param name="Path">Where it is in the definition, as AWS writes it: <c>/States/A/Next</c>; <c>/</c> for the machine itself.</param>
/// <param name="Range">Where it is in the text of the definition.</param>
/// <param name="IsLoss">Whether the C# emits something else than the definition because of it.</param>
public sealed record ImportProblem(string? RuleId, RuleSeverity Severity, string Message, string Path, TextRange Range, bool IsLoss = false);
