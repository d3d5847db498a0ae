using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>The rules as Roslyn wants them. The one place where a descriptor is made, so that none can lack its help link or category.</summary>
public static class RuleDescriptors
{
    /// <summary>Everything that the analyzer can report, by rule: rules of C# authoring, of C# alone, and of the language.</summary>
    public static ImmutableDictionary<Rule, DiagnosticDescriptor> ByRule { get; } =
        AuthoringRules.All.Concat(CSharpRules.All).Concat(RuleCatalogue.All).Distinct().ToImmutableDictionary(static rule => rule, Create);

    /// <summary>The category of a rule as editors and <c>.editorconfig</c> name it.</summary>
    public static string GetCategory(Rule rule) => "StateMachineGen." + rule.Category;

    private static DiagnosticDescriptor Create(Rule rule) => new(
        id: rule.Id,
        title: rule.Title,
        messageFormat: rule.MessageFormat,
        category: GetCategory(rule),
        defaultSeverity: rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: rule.Description,
        helpLinkUri: rule.HelpLink,
        // Without a definition there is nothing to build: whoever silenced these would wonder where the ASL is.
        customTags: AuthoringRules.All.Contains(rule) ? [WellKnownDiagnosticTags.NotConfigurable] : Array.Empty<string>());
}
