using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>Makes drafts of syntax. That searches for parents end well is known: the parser has followed them.</summary>
internal sealed class DraftReader
{
    private int _ancestors;

    public Draft Read(JsonataSyntax syntax)
    {
        switch (syntax)
        {
            case JsonataName name:
                return new Draft(name) { Steps = [new Draft(name) { Field = name.Value }] };
            case JsonataParent:
                return new Draft(syntax) { Search = new ParentSearch() };
            case JsonataPath path:
                return path.Steps.Skip(1).Aggregate(Read(path.Steps[0]), (left, step) => Join(left, Read(step), path));
            case JsonataFilter filter:
                return ReadFilter(filter);
            case JsonataKeepArray keep:
                return ReadKeepArray(keep);
            case JsonataSort sort:
                return ReadSort(sort);
            case JsonataGroup group:
                Draft grouped = Read(group.Target);
                grouped.Group = [.. group.Pairs.Select(pair => (Read(pair.Key), Read(pair.Value)))];
                return grouped;
            case JsonataFocus focus:
                Draft focused = Read(focus.Target);
                focused.LastStep.Focus = focus.Variable.Name;
                focused.LastStep.IsTuple = true;
                return focused;
            case JsonataPosition position:
                return ReadPosition(position);
            case JsonataObject @object:
                var constructor = new Draft(@object) { Pairs = [.. @object.Pairs.Select(pair => (Read(pair.Key), Read(pair.Value)))] };
                Adopt(constructor, constructor.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }));
                return constructor;
            case JsonataCall call:
                // What is searched for from inside the function does not reach out of it.
                List<Draft> arguments = [.. call.Arguments.Select(Read)];
                var draft = new Draft(call) { Parts = [.. arguments, Read(call.Function)] };
                Adopt(draft, arguments);
                return draft;
            case JsonataLambda lambda:
                return new Draft(lambda) { Parts = [Read(lambda.Body)] };
            case JsonataTransform:
                return new Draft(syntax) { Parts = ReadAll(syntax.Children) };
            case JsonataApplication:
                List<Draft> ends = ReadAll(syntax.Children);
                return new Draft(syntax) { Parts = ends, KeepsArray = ends.Any(end => end.KeepsArray) };
            case JsonataBinding binding:
                return WithParts(binding, [binding.Value]);
            default:
                return WithParts(syntax, syntax.Children);
        }
    }

    private Draft WithParts(JsonataSyntax syntax, IEnumerable<ExpressionSyntax> parts)
    {
        var draft = new Draft(syntax) { Parts = ReadAll(parts) };
        Adopt(draft, draft.Parts);
        if (syntax is JsonataBlock)
        {
            draft.IsConstructor = draft.Parts.Any(part => part.Steps is null ? part.IsConstructor : part.Steps[0].IsConstructor);
        }

        return draft;
    }

    private List<Draft> ReadAll(IEnumerable<ExpressionSyntax> parts) => [.. parts.OfType<JsonataSyntax>().Select(Read)];

    private static void Adopt(Draft draft, IEnumerable<Draft> parts) =>
        draft.Searches.AddRange(parts.SelectMany(part => part.OpenSearches()));

    private Draft Join(Draft left, Draft right, JsonataPath syntax)
    {
        Draft path = left.Steps is null ? new Draft(syntax) { Steps = [left] } : left;
        if (left.Search is not null)
        {
            path.Searches.Add(left.Search);
        }

        List<Draft> steps = path.Steps!;
        if (right.Steps is null)
        {
            MakeStages(right);
            steps.Add(right);
        }
        else
        {
            steps.AddRange(right.Steps);
        }

        foreach (Draft step in steps)
        {
            step.Field ??= (step.Syntax as JsonataString)?.Value;
        }

        path.KeepsArray |= steps.Any(step => step.KeepsArray);
        steps[0].IsConstructor |= steps[0].Syntax is JsonataArray;
        path.LastStep.IsConstructor |= path.LastStep.Syntax is JsonataArray;
        FollowParents(path);
        return path;
    }

    /// <summary>As a step, an expression is filtered after it has become what it is once evaluated.</summary>
    private static void MakeStages(Draft step)
    {
        step.Stages.AddRange(step.Predicates.Select(predicate => new DraftStage(predicate, null)));
        step.Predicates.Clear();
    }

    private Draft ReadFilter(JsonataFilter filter)
    {
        Draft target = Read(filter.Target);
        Draft predicate = Read(filter.Predicate);
        Draft step = target.LastStep;

        // The filtered value itself is one step back from inside the filter.
        foreach (ParentSearch search in predicate.Searches)
        {
            if (search.Level == 1)
            {
                GoBack(step, search);
            }
            else
            {
                search.Level--;
            }
        }

        step.Searches.AddRange(predicate.OpenSearches());
        if (target.Steps is null)
        {
            target.Predicates.Add(predicate);
        }
        else
        {
            step.Stages.Add(new DraftStage(predicate, null));
        }

        return target;
    }

    private Draft ReadKeepArray(JsonataKeepArray keep)
    {
        Draft target = Read(keep.Target);
        target.KeepsArray = true;
        JsonataSyntax inner = keep.Target;
        while (inner is JsonataFilter or JsonataKeepArray)
        {
            inner = inner is JsonataFilter filter ? filter.Target : ((JsonataKeepArray)inner).Target;
        }

        // A name and a binding are steps, whose path remembers the demand also when it becomes longer.
        if (inner is JsonataName or JsonataFocus)
        {
            target.LastStep.KeepsArray = true;
        }

        return target;
    }

    private Draft ReadSort(JsonataSort sort)
    {
        Draft path = Read(sort.Target).AsPath();
        var step = new Draft(sort) { IsSort = true, Parts = [.. sort.Terms.Select(term => Read(term.Key))] };
        Adopt(step, step.Parts);
        path.Steps!.Add(step);
        FollowParents(path);
        return path;
    }

    private Draft ReadPosition(JsonataPosition position)
    {
        Draft target = Read(position.Target);
        if (target.Steps is null)
        {
            MakeStages(target);
        }

        Draft path = target.AsPath();
        Draft step = path.LastStep;
        if (step.Stages.Count == 0)
        {
            step.Index = position.Variable.Name;
        }
        else
        {
            step.Stages.Add(new DraftStage(null, position.Variable.Name));
        }

        step.IsTuple = true;
        return path;
    }

    /// <summary>Leads the searches of a path's last step back along the steps before it.</summary>
    private void FollowParents(Draft path)
    {
        foreach (ParentSearch search in path.LastStep.OpenSearches())
        {
            int index = path.Steps!.Count - 2;
            while (search.Level > 0)
            {
                if (index < 0)
                {
                    path.Searches.Add(search);
                    break;
                }

                // Steps in a row that bind variables all start from the same value, so they count as one.
                Draft step = path.Steps[index--];
                while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                {
                    step = path.Steps[index--];
                }

                GoBack(step, search);
            }
        }
    }

    /// <summary>Leads a search back over one step.</summary>
    private void GoBack(Draft step, ParentSearch search)
    {
        if (step.Steps is not null)
        {
            step.IsTuple = true;
            GoBack(step.LastStep, search);
            for (int i = step.Steps.Count - 2; i >= 0 && search.Level > 0; i--)
            {
                GoBack(step.Steps[i], search);
            }
        }
        else if (step.Syntax is JsonataParent)
        {
            search.Level++;
        }
        else if (step.Syntax is JsonataBlock)
        {
            if (step.Parts.Count > 0)
            {
                step.IsTuple = true;
                GoBack(step.Parts[^1], search);
            }
        }
        else if (--search.Level == 0)
        {
            // No variable of an expression has such a name.
            step.Ancestor ??= string.Create(CultureInfo.InvariantCulture, $"%{_ancestors++}");
            step.IsTuple = true;
            search.Variable = step.Ancestor;
        }
    }
}
