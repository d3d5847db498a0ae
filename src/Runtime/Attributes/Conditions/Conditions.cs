using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

/// <summary>
/// What conditions begin with. Write <c>using static StateMachineGen.Conditions;</c>; the package adds it to projects that reference it.
/// </summary>
/// <example>
/// <code>
/// [When&lt;Review&gt;] static Condition Large => Variable("$.total") >= 1000 &amp; !Variable("$.customer.trusted").IsPresent;
/// </code>
/// </example>
public static class Conditions
{
    /// <summary>The value that a path selects (ASL field <c>Variable</c>).</summary>
    /// <param name="path">A path into the state's input (<c>$.total</c>), the context object (<c>$$.Execution.Name</c>) or a variable (<c>$count</c>).</param>
    public static ChoiceVariable Variable(string path) => throw Condition.NotExecuted();

    /// <summary>Matches when all conditions do (ASL field <c>And</c>); as <c>&amp;</c>, and also for one condition alone.</summary>
    public static Condition All(params Condition[] conditions) => throw Condition.NotExecuted();

    /// <summary>Matches when one of the conditions does (ASL field <c>Or</c>); as <c>|</c>, and also for one condition alone.</summary>
    public static Condition Any(params Condition[] conditions) => throw Condition.NotExecuted();

    /// <summary>A rule as JSON, for what has no form in C#.</summary>
    /// <param name="rule">A JSON object without <c>Next</c>.</param>
    public static Condition Rule([StringSyntax(StringSyntaxAttribute.Json)] string rule) => throw Condition.NotExecuted();
}
