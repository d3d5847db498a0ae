using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// Checks what the grammar alone does not: that no literal is a step, that filters, groups and bindings follow one another as they may,
/// and that each <c>%</c> has a value to lead to. JSONata looks at this as it joins nested steps into one long path; the shapes here are
/// that view of the tree, kept only while it is checked.
/// </summary>
internal sealed class JsonataStructure
{
    private readonly ExpressionError? _missing;
    private ExpressionError? _error;

    private JsonataStructure(ExpressionError? missing) => _missing = missing;

    /// <summary>Checks a whole expression.</summary>
    /// <param name="root">The expression.</param>
    /// <param name="missing">The fault that an operand is missing, which is found where an empty <c>null</c> stands for it.</param>
    /// <returns>The first fault, or null.</returns>
    public static ExpressionError? Check(JsonataSyntax root, ExpressionError? missing)
    {
        var structure = new JsonataStructure(missing);
        Shape? shape = structure.Read(root);
        if (shape is not null && shape.OpenSearches().FirstOrDefault() is { } open)
        {
            structure.FailParent(open);
        }

        return structure._error;
    }

    private Shape? Read(JsonataSyntax node)
    {
        switch (node)
        {
            case JsonataName:
                return Shape.PathOf(new Shape(ShapeKind.Field, node));
            case JsonataWildcard:
                return new Shape(ShapeKind.Field, node);
            case JsonataString:
                return new Shape(ShapeKind.String, node);
            case JsonataNull when node.Range == _missing?.Range:
                _error ??= _missing;
                return null;
            case JsonataNumber or JsonataBoolean or JsonataNull:
                return new Shape(ShapeKind.Literal, node);
            case JsonataParent parent:
                return new Shape(ShapeKind.Parent, node) { Search = new ParentSearch(parent) };
            case JsonataNegation negation:
                return ReadNegation(negation);
            case JsonataPath path:
                return ReadPath(path);
            case JsonataKeepArray keep:
                return Read(keep.Target);
            case JsonataFilter filter:
                return ReadFilter(filter);
            case JsonataGroup group:
                return ReadGroup(group);
            case JsonataSort sort:
                return ReadSort(sort);
            case JsonataFocus focus:
                return ReadFocus(focus);
            case JsonataPosition position:
                return Read(position.Target) is { } target ? Shape.PathOf(target) : null;
            case JsonataBlock block:
                return ReadBlock(block);
            case JsonataLambda or JsonataTransform or JsonataApplication:
                // What is searched for from inside these does not reach out of them.
                return ReadAll(new Shape(ShapeKind.Other, node), node.Children, passOn: false);
            case JsonataCall call:
                Shape? shape = ReadAll(new Shape(ShapeKind.Other, node), call.Arguments, passOn: true);
                return shape is null || Read(call.Function) is null ? null : shape;
            default:
                return ReadAll(new Shape(ShapeKind.Other, node), node.Children, passOn: true);
        }
    }

    private Shape? ReadAll(Shape shape, IEnumerable<ExpressionSyntax> parts, bool passOn)
    {
        foreach (ExpressionSyntax part in parts)
        {
            if (part is not JsonataSyntax expression || Read(expression) is not { } read)
            {
                return null;
            }

            if (passOn)
            {
                shape.Adopt(read);
            }
        }

        return shape;
    }

    /// <summary>A minus before a number makes a negative number, which is a literal like any other.</summary>
    private Shape? ReadNegation(JsonataNegation negation)
    {
        if (Read(negation.Operand) is not { } operand)
        {
            return null;
        }

        if (operand is { Kind: ShapeKind.Literal, Node: JsonataNumber or JsonataNegation })
        {
            return new Shape(ShapeKind.Literal, negation) { HasFilter = operand.HasFilter };
        }

        var shape = new Shape(ShapeKind.Other, negation);
        shape.Adopt(operand);
        return shape;
    }

    private Shape? ReadPath(JsonataPath node)
    {
        if (Read(node.Steps[0]) is not { } first)
        {
            return null;
        }

        Shape path = Shape.PathOf(first);
        if (first.Search is { } search)
        {
            path.Searches.Add(search);
        }

        int checkedSteps = 0;
        foreach (JsonataSyntax part in node.Steps.Skip(1))
        {
            if (Read(part) is not { } step)
            {
                return null;
            }

            path.Steps.AddRange(Shape.PathOf(step).Steps);
            for (; checkedSteps < path.Steps.Count; checkedSteps++)
            {
                if (!IsStep(path.Steps[checkedSteps]))
                {
                    return null;
                }
            }

            if (FollowParents(path) is null)
            {
                return null;
            }
        }

        return path;
    }

    private bool IsStep(Shape step)
    {
        if (step.Kind == ShapeKind.Literal)
        {
            Fail(JsonataErrorCodes.LiteralStep, "A number, true, false or null cannot be a step of a path", step.Node);
            return false;
        }

        step.Kind = step.Kind == ShapeKind.String ? ShapeKind.Field : step.Kind;
        return true;
    }

    private Shape? ReadFilter(JsonataFilter filter)
    {
        if (Read(filter.Target) is not { } target)
        {
            return null;
        }

        Shape step = target.LastStep;
        if (step.HasGroup)
        {
            return Fail(JsonataErrorCodes.FilterAfterGroup, "A filter cannot follow a grouping", filter.Predicate);
        }

        step.HasFilter = true;
        if (Read(filter.Predicate) is not { } predicate)
        {
            return null;
        }

        // The filtered value itself is one step back from inside the filter.
        foreach (ParentSearch search in predicate.Searches)
        {
            if (search.Level > 1)
            {
                search.Level--;
            }
            else if (!GoBack(step, search))
            {
                return null;
            }
        }

        step.Searches.AddRange(predicate.Searches);
        return target;
    }

    private Shape? ReadGroup(JsonataGroup group)
    {
        if (Read(group.Target) is not { } target)
        {
            return null;
        }

        if (target.HasGroup)
        {
            return Fail(JsonataErrorCodes.SecondGroup, "A grouping cannot follow another grouping", group);
        }

        target.HasGroup = true;
        return ReadAll(new Shape(ShapeKind.Other, group), group.Pairs, passOn: false) is null ? null : target;
    }

    private Shape? ReadSort(JsonataSort sort)
    {
        if (Read(sort.Target) is not { } target)
        {
            return null;
        }

        Shape path = Shape.PathOf(target);
        if (ReadAll(new Shape(ShapeKind.Sort, sort), sort.Terms, passOn: true) is not { } step)
        {
            return null;
        }

        path.Steps.Add(step);
        return FollowParents(path);
    }

    private Shape? ReadFocus(JsonataFocus focus)
    {
        if (Read(focus.Target) is not { } target)
        {
            return null;
        }

        Shape step = target.LastStep;
        if (step.HasFilter)
        {
            return Fail(JsonataErrorCodes.FocusAfterFilter, "A binding with '@' must come before the filters of its step", focus.Variable);
        }

        if (step.Kind == ShapeKind.Sort)
        {
            return Fail(JsonataErrorCodes.FocusAfterSort, "A binding with '@' must come before the sort of its step", focus.Variable);
        }

        step.HasFocus = true;
        return target;
    }

    private Shape? ReadBlock(JsonataBlock block)
    {
        var shape = new Shape(ShapeKind.Block, block);
        foreach (JsonataSyntax expression in block.Expressions)
        {
            if (Read(expression) is not { } read)
            {
                return null;
            }

            shape.Adopt(read);
            shape.Last = read;
        }

        return shape;
    }

    /// <summary>Leads the searches of a path's last step back along the steps before it.</summary>
    private Shape? FollowParents(Shape path)
    {
        Shape last = path.Steps[path.Steps.Count - 1];
        foreach (ParentSearch search in last.OpenSearches())
        {
            int index = path.Steps.Count - 2;
            while (search.Level > 0)
            {
                if (index < 0)
                {
                    path.Searches.Add(search);
                    break;
                }

                // Steps in a row that bind variables all start from the same value, so they count as one.
                Shape step = path.Steps[index--];
                while (index >= 0 && step.HasFocus && path.Steps[index].HasFocus)
                {
                    step = path.Steps[index--];
                }

                if (!GoBack(step, search))
                {
                    return null;
                }
            }
        }

        return path;
    }

    /// <summary>Leads a search back over one step.</summary>
    private bool GoBack(Shape step, ParentSearch search)
    {
        switch (step.Kind)
        {
            case ShapeKind.Field:
                search.Level--;
                return true;
            case ShapeKind.Parent:
                search.Level++;
                return true;
            case ShapeKind.Block:
                return step.Last is null || GoBack(step.Last, search);
            case ShapeKind.Path:
                bool isKnown = GoBack(step.Steps[step.Steps.Count - 1], search);
                for (int i = step.Steps.Count - 2; isKnown && i >= 0 && search.Level > 0; i--)
                {
                    isKnown = GoBack(step.Steps[i], search);
                }

                return isKnown;
            default:
                FailParent(search);
                return false;
        }
    }

    private void FailParent(ParentSearch search) =>
        Fail(JsonataErrorCodes.UnknownParent, "The value that '%' leads to cannot be told from the expression", search.Node);

    private Shape? Fail(string code, string message, JsonataSyntax node)
    {
        _error ??= new ExpressionError(message, node.Range, code);
        return null;
    }

    private enum ShapeKind
    {
        Field,
        String,
        Literal,
        Parent,
        Sort,
        Block,
        Path,
        Other,
    }

    /// <summary>The search for the value that a <c>%</c> leads to.</summary>
    private sealed class ParentSearch(JsonataParent node)
    {
        public JsonataParent Node => node;

        /// <summary>How many steps are still to go back.</summary>
        public int Level { get; set; } = 1;
    }

    private sealed class Shape(ShapeKind kind, JsonataSyntax node)
    {
        public ShapeKind Kind { get; set; } = kind;

        public JsonataSyntax Node => node;

        /// <summary>The steps of a path.</summary>
        public List<Shape> Steps { get; } = [];

        /// <summary>The last expression of a block.</summary>
        public Shape? Last { get; set; }

        /// <summary>The search that a <c>%</c> itself begins.</summary>
        public ParentSearch? Search { get; init; }

        /// <summary>The searches that began in the parts of this one.</summary>
        public List<ParentSearch> Searches { get; } = [];

        public bool HasFilter { get; set; }

        public bool HasGroup { get; set; }

        public bool HasFocus { get; set; }

        public Shape LastStep => Kind == ShapeKind.Path ? Steps[Steps.Count - 1] : this;

        /// <summary>
        /// The shape itself if it is a path, or a path of this one step. A search that the step begins is the step's own.
        /// </summary>
        public static Shape PathOf(Shape shape)
        {
            if (shape.Kind == ShapeKind.Path)
            {
                return shape;
            }

            var path = new Shape(ShapeKind.Path, shape.Node);
            path.Steps.Add(shape);
            return path;
        }

        public List<ParentSearch> OpenSearches() => Search is null ? [.. Searches] : [.. Searches, Search];

        public void Adopt(Shape part) => Searches.AddRange(part.OpenSearches());
    }
}
