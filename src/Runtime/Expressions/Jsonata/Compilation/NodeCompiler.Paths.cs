using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Expressions.Jsonata.Nodes;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <content>Paths, with and without variables that they bind on their way.</content>
internal sealed partial class NodeCompiler
{
    private JsonataNode CompilePath(Draft path, LexicalScope scope, int level)
    {
        List<Draft> steps = path.Steps!;
        int first = steps.FindIndex(step => step.IsTuple);
        if (first < 0)
        {
            Grouping? grouping = path.Group is null ? null : CompileGrouping(path.Group, path.Position, scope, scope, level);
            return new PathNode(level, CompileSteps(steps, isWhole: true, path.KeepsArray, scope, level), grouping);
        }

        var tuples = new LexicalScope(scope);
        tuples.Declare(TupleStep.ContextName);
        PathSteps? prefix = first == 0 ? null : CompileSteps(steps.GetRange(0, first), isWhole: false, keepsArray: false, scope, level);
        TupleStep[] bound = [.. steps.Skip(first).Select(step => CompileTupleStep(step, tuples, level))];
        (Grouping, int, int)? groups = null;
        if (path.Group is not null)
        {
            LexicalScope keys = EnterRegion(path.Group.Select(pair => pair.Key), tuples);
            LexicalScope values = EnterRegion(path.Group.Select(pair => pair.Value), tuples);
            groups = (CompileGrouping(path.Group, path.Position, keys, values, level), keys.Count, values.Count);
        }

        return new TuplePathNode(level, prefix, bound, tuples)
        {
            CarriesTuples = path.IsTuple,
            StartsWithVariable = steps[0].Syntax is JsonataVariable,
            KeepsArray = path.KeepsArray,
            Grouping = groups,
        };
    }

    private PathSteps CompileSteps(List<Draft> steps, bool isWhole, bool keepsArray, LexicalScope scope, int level)
    {
        PathStart start = steps[0] switch
        {
            { Syntax: JsonataVariable, IsSort: false } => PathStart.OneValue,
            { IsConstructor: true } when steps.Count > 1 || !isWhole => PathStart.Constructor,
            _ => PathStart.EachValue,
        };
        PathStep[] compiled = [.. steps.Select(step => CompileStep(step, scope, level))];
        return new PathSteps(IsStates(steps[0], scope) ? JoinStates(compiled) : compiled, start, isWhole, keepsArray);
    }

    private static bool IsStates(Draft step, LexicalScope scope) =>
        step is { Syntax: JsonataVariable { Name: EvaluationScope.StatesName }, IsSort: false } && scope.FindPlaces(EvaluationScope.StatesName).Length == 0;

    /// <summary>Makes one step of <c>$states</c> and the field that follows it, if one does.</summary>
    private static PathStep[] JoinStates(PathStep[] steps) =>
        steps is [{ Stages: [], Node: VariableNode states }, { Node: FieldNode field } member, ..]
            ? [new PathStep(new StatesMemberNode(field.Level, states, field.Name), null, member.Stages), .. steps[2..]]
            : steps;

    private PathStep CompileStep(Draft step, LexicalScope scope, int level)
    {
        Predicate[] stages = [.. step.Stages.Select(stage => new Predicate(Compile(stage.Condition!, scope, level + 1), 0))];
        return step.IsSort
            ? new PathStep(null, CompileSorting(step, scope, 0, level), stages)
            : new PathStep(Compile(step, scope, level + 1), null, stages);
    }

    private Sorting CompileSorting(Draft step, LexicalScope scope, int region, int level)
    {
        var sort = (JsonataSort)step.Syntax;
        (JsonataNode, bool)[] terms = [.. step.Parts.Select((key, i) => (Compile(key, scope, level + 1), sort.Terms[i].IsDescending))];
        return new Sorting(terms, region, step.Position);
    }

    private TupleStep CompileTupleStep(Draft step, LexicalScope tuples, int level)
    {
        LexicalScope region = EnterRegion(step.IsSort ? step.Parts : [step], tuples);
        Sorting? sorting = step.IsSort ? CompileSorting(step, region, region.Count, level) : null;
        JsonataNode? node = step.IsSort ? null : Compile(step, region, level + 1);
        (int, int)[] carried = node?.Tuples is { } inner ? [.. inner.Slots.Select(slot => (slot.Value, tuples.Declare(slot.Key)))] : [];
        int focus = DeclareIn(tuples, step.Focus);
        int position = DeclareIn(tuples, step.Index);
        int ancestor = DeclareIn(tuples, step.Ancestor);
        TupleStage[] stages = [.. step.Stages.Select(stage => CompileStage(stage, tuples, level))];
        return new TupleStep(node, sorting, stages, region.Count)
        {
            FocusSlot = focus,
            PositionSlot = position,
            AncestorSlot = ancestor,
            Carried = carried,
        };
    }

    private TupleStage CompileStage(DraftStage stage, LexicalScope tuples, int level)
    {
        if (stage.Condition is null)
        {
            return new TupleStage(null, tuples.Declare(stage.Index!));
        }

        return new TupleStage(CompilePredicate(stage.Condition, tuples, tuples, level), -1);
    }

    private static int DeclareIn(LexicalScope tuples, string? name) => name is null ? -1 : tuples.Declare(name);

    /// <summary>
    /// The scope of what is evaluated for each tuple: what it binds, without parentheses around, is gone after each.
    /// </summary>
    private static LexicalScope EnterRegion(IEnumerable<Draft> drafts, LexicalScope tuples)
    {
        var region = new LexicalScope(tuples);
        Bindings.DeclareInStep(drafts, region);
        return region;
    }
}
