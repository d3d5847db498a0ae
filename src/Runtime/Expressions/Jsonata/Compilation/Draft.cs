using System.Collections.Generic;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>
/// A piece of an expression on its way from syntax to nodes. The syntax says what is written; a draft says what JSONata makes of it: nested
/// steps are one long path, what follows a step is at the step, and it is known which steps <c>%</c> leads back to.
/// </summary>
internal sealed class Draft(JsonataSyntax syntax)
{
    public JsonataSyntax Syntax => syntax;

    public int Position => syntax.Range.Start;

    /// <summary>The drafts right beneath this one, in the order of evaluation; of a call the arguments and then the function.</summary>
    public List<Draft> Parts { get; init; } = [];

    /// <summary>The pairs of an object constructor.</summary>
    public List<(Draft Key, Draft Value)> Pairs { get; init; } = [];

    /// <summary>The steps, for a path; null for all others.</summary>
    public List<Draft>? Steps { get; init; }

    /// <summary>Whether this is the step of a path that sorts; its parts are the keys.</summary>
    public bool IsSort { get; init; }

    /// <summary>The name of the field that this is, or null.</summary>
    public string? Field { get; set; }

    /// <summary>Filters that belong to the expression itself.</summary>
    public List<Draft> Predicates { get; } = [];

    /// <summary>What follows the expression as a step of a path.</summary>
    public List<DraftStage> Stages { get; } = [];

    /// <summary>What the value is grouped by, or null.</summary>
    public List<(Draft Key, Draft Value)>? Group { get; set; }

    /// <summary>Whether the value stays an array even of one value.</summary>
    public bool KeepsArray { get; set; }

    /// <summary>Whether the array that is constructed, first or last in a path, is not flattened.</summary>
    public bool IsConstructor { get; set; }

    /// <summary>The variable for each value of a step (<c>@</c>), or null.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable for the position of each value of a step (<c>#</c>), or null.</summary>
    public string? Index { get; set; }

    /// <summary>The variable for the value that a step leads from, where <c>%</c> asks for it; or null.</summary>
    public string? Ancestor { get; set; }

    /// <summary>Whether the step binds variables, or the path carries those it binds to the path around it.</summary>
    public bool IsTuple { get; set; }

    /// <summary>The search that a <c>%</c> begins; null for all others.</summary>
    public ParentSearch? Search { get; init; }

    /// <summary>The searches that began in the parts of this draft.</summary>
    public List<ParentSearch> Searches { get; } = [];

    /// <summary>Whether something follows the expression that is done to its value.</summary>
    public bool HasSuffix => Predicates.Count > 0 || Group is not null || KeepsArray;

    public Draft LastStep => Steps is null ? this : Steps[^1];

    /// <summary>The path itself, or a path of this one step.</summary>
    public Draft AsPath() => Steps is null ? new Draft(syntax) { Steps = [this] } : this;

    public IEnumerable<ParentSearch> OpenSearches() => Search is null ? Searches : [.. Searches, Search];
}

/// <summary>What follows a step: a filter, or a binding of the position of what is left by then.</summary>
internal sealed record DraftStage(Draft? Condition, string? Index);

/// <summary>The search for the value that a <c>%</c> leads to, from step to step backwards.</summary>
internal sealed class ParentSearch
{
    /// <summary>How many steps are still to go back.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The variable that holds the value, once the step is found that leads from it.</summary>
    public string? Variable { get; set; }
}
