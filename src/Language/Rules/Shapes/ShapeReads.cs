using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Finds what a state reads of its data by paths that select one node.</summary>
internal static class ShapeReads
{
    public static List<ShapeRead> Of(State state, ExpressionSites sites)
    {
        List<ShapeRead> reads = [];
        foreach (ExpressionSite site in sites.Sites)
        {
            if (site.References is { } references)
            {
                AddExpression(site, references, reads);
            }
            else if (site.Root is { } root && FindBase(state, site.Field) is { } start)
            {
                AddPaths(site, root, start, reads);
            }
        }

        return state is ChoiceState ? [.. reads.Select(read => read with { MustFind = read.MustFind && !IsTested(read, reads) })] : reads;
    }

    /// <summary>Whether expressions name the input as a whole, so that nothing can be said of what they ask for.</summary>
    public static bool NamesWholeInput(ExpressionSites sites) => sites.Sites.Exists(static site =>
        site.References is { } references
        && (references.StatesMembers.Exists(static member => member.Name == "input" && member.Path.Count == 0)
            || site.Root!.DescendantsAndSelf().Count(static node => node is JsonataVariable { Name: "states" }) != references.StatesMembers.Count));

    /// <summary>What a path of a field begins at; null when the field is not looked at.</summary>
    private static ReadBase? FindBase(State state, EvaluatedField field) => (field.Place.Name, field.Form) switch
    {
        // What $ is in the Assign of a task is told in several ways.
        ("Assign", _) or (_, FieldForm.ResultPath) => null,
        ("ItemsPath", _) when state is MapState { ItemReader: not null } => null,
        ("InputPath", _) => ReadBase.Input,
        ("OutputPath", _) => ReadBase.Output,
        ("ResultSelector", _) => ReadBase.Result,
        _ => ReadBase.Data,
    };

    private static void AddPaths(ExpressionSite site, ExpressionSyntax root, ReadBase start, List<ShapeRead> reads)
    {
        foreach (ExpressionSyntax node in root.DescendantsAndSelf())
        {
            JsonPathQuery? path = node is IntrinsicPath argument ? argument.Path : node == root ? node as JsonPathQuery : null;
            if (path is { Root: PathRoot.Data, Segments.Count: > 0 } && PathSteps.Of(path) is { } steps)
            {
                string text = site.Node.Value.Substring(path.Range.Start, path.Range.Length);
                reads.Add(new ShapeRead(site, text, steps, [.. path.Segments.Select(FindRange)], start, !site.Field.IsPresenceTest));
            }
        }
    }

    private static TextRange FindRange(JsonPathSegment segment) => segment.Selector is JsonPathNames names ? names.Names[0].Range : segment.Range;

    private static void AddExpression(ExpressionSite site, JsonataReferences references, List<ShapeRead> reads)
    {
        foreach (StatesReference member in references.StatesMembers)
        {
            if (member is { Name: "input", Path.Count: > 0 })
            {
                ImmutableArray<PathStep> steps = [.. member.Path.Select(static name => new PathStep(name, 0))];
                string text = "$states.input." + string.Join(".", member.Path);
                reads.Add(new ShapeRead(site, text, steps, [.. member.PathNodes.Select(static node => node.Range)], ReadBase.Data, member.IsNeeded));
            }
        }
    }

    /// <summary>Whether a Choice asks for a value before it reads it, or for another one that is there in the same cases.</summary>
    private static bool IsTested(ShapeRead read, List<ShapeRead> reads) => reads.Exists(other => !other.MustFind && other.Steps[0] == read.Steps[0]);
}
