using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Resources;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Follows data through a state: what its paths find in it, and what it passes on.</summary>
/// <param name="state">The state.</param>
/// <param name="sites">What the state evaluates.</param>
internal sealed class StateShapes(State state, ExpressionSites sites)
{
    private readonly bool _isJsonata = sites.Language == QueryLanguage.JSONata;
    private Dictionary<JsonStringSyntax, ExpressionSite>? _expressions;
    private List<ShapeRead>? _reads;
    private Shape? _ownResult;

    /// <summary>Follows an input through the state.</summary>
    /// <param name="input">What is known of the input.</param>
    /// <param name="report">Takes the readings that find nothing; null when they were or will be told another time.</param>
    public StateFlow Follow(Shape input, ShapeReport? report)
    {
        input = Resolve(ReadBase.Input, input, report);
        ImmutableArray<PathStep> prefix = [];
        Shape data = input;
        if (!_isJsonata && state.InputPath is { } inputPath)
        {
            prefix = StepsOf(inputPath) ?? [];

            // That nothing can be read of an input that was dropped is another rule's.
            data = prefix.IsEmpty && !IsRoot(inputPath) ? Shape.Unknown : ShapePath.Read(input, prefix).Shape;
        }

        data = Resolve(ReadBase.Data, data, report, prefix, ref input);
        if (state is ChoiceState)
        {
            data = _isJsonata && ShapeReads.NamesWholeInput(sites) ? Shape.Unknown : ShapePath.Loosen(data);
        }

        Shape result = FindResult(data);
        Shape output = _isJsonata ? Evaluate(state.Output, data, result) ?? result : FindOutput(input, result, report);
        return new StateFlow(this, input, data, output, FindNested(data));
    }

    /// <summary>What is passed on along a transition.</summary>
    public Shape Pass(StateFlow flow, Transition transition) => transition.Part switch
    {
        Catcher catcher => PassError(flow, catcher),
        ChoiceRule rule when _isJsonata => Evaluate(rule.Output, flow.Data, Shape.Unknown) ?? flow.Data,
        _ => flow.Output,
    };

    private Shape PassError(StateFlow flow, Catcher catcher)
    {
        var origin = new ShapeOrigin(state, ShapeSource.Error, !_isJsonata && catcher.ResultPath is null);
        Shape error = ObjectShape.Of(
            [new ShapeField("Error", ScalarShape.Text(origin)), new ShapeField("Cause", ScalarShape.Text(origin), FieldPresence.Unsure)], isOpen: false, origin);
        return _isJsonata ? Evaluate(catcher.Output, flow.Data, Shape.Unknown) ?? error : Place(flow.Input, catcher.ResultPath, error, origin);
    }

    private Shape FindResult(Shape data)
    {
        PassState? pass = _isJsonata ? null : state as PassState;
        return state is TaskState or ParallelState or MapState || pass?.Result is not null ? _ownResult ??= MakeResult()
            : pass?.Parameters is { } parameters ? Evaluate(parameters, data, Shape.Unknown)!
            : data;
    }

    /// <summary>A result that does not depend on the input.</summary>
    private Shape MakeResult()
    {
        ShapeOrigin origin = Origin(ShapeSource.Result);
        switch (state)
        {
            case TaskState { Resource: { } resource } when KnownResults.FieldsOf(Resource.Parse(resource)) is { IsDefault: false } fields:
                return ObjectShape.Of([.. fields.Select(ShapeField.Unsure)], isOpen: false, origin);
            case ParallelState parallel:
                return ArrayShape.Of([.. parallel.Branches.Select(static _ => Shape.Unknown)], origin);
            case MapState { ResultWriter: null }:
                return ArrayShape.OfAnyLength(origin);
            case PassState { Result: { } literal }:
                return TemplateShapes.OfLiteral(literal, Origin(ShapeSource.Payload));
            default:
                return Shape.Unknown;
        }
    }

    private Shape FindOutput(Shape input, Shape result, ShapeReport? report)
    {
        // What a task reads of its own result is another rule's.
        if (state is not TaskState)
        {
            result = Resolve(ReadBase.Result, result, report);
        }

        result = Evaluate(state.Field("ResultSelector")?.Value, result, Shape.Unknown) ?? result;
        Shape output = state is TaskState or PassState or ParallelState or MapState
            ? Place(input, state.Field("ResultPath")?.Value, result, result.Origin ?? Origin(ShapeSource.Result))
            : result;
        output = Resolve(ReadBase.Output, output, report);
        return state.OutputPath switch
        {
            null => output,
            JsonNullSyntax => ObjectShape.Of(ImmutableArray<ShapeField>.Empty, isOpen: false, Origin(ShapeSource.Payload)),
            { } path => StepsOf(path) is { } steps ? ShapePath.Read(output, steps).Shape : Shape.Unknown,
        };
    }

    /// <summary>What the scopes within the state begin with.</summary>
    private Shape FindNested(Shape data) => state switch
    {
        ParallelState => Evaluate(state.Field(_isJsonata ? "Arguments" : "Parameters")?.Value, data, Shape.Unknown) ?? data,
        MapState { ItemBatcher: null } map => Evaluate(map.ItemSelector ?? (_isJsonata ? null : map.Parameters), data, Shape.Unknown) ?? Shape.Unknown,
        _ => Shape.Unknown,
    };

    private Shape? Evaluate(JsonSyntax? payload, Shape data, Shape result) =>
        payload is null ? null : new TemplateShapes(_expressions ??= IndexExpressions(), Origin(ShapeSource.Payload), data, result).Of(payload);

    private Dictionary<JsonStringSyntax, ExpressionSite> IndexExpressions()
    {
        Dictionary<JsonStringSyntax, ExpressionSite> expressions = [];
        foreach (ExpressionSite site in sites.Sites)
        {
            expressions[site.Node] = site;
        }

        return expressions;
    }

    private static Shape Place(Shape input, JsonSyntax? resultPath, Shape result, ShapeOrigin origin) => resultPath switch
    {
        null => result,
        JsonNullSyntax => input,
        _ => StepsOf(resultPath) is { } steps ? ShapePath.Put(input, steps, result, origin) : Shape.Unknown,
    };

    private Shape Resolve(ReadBase start, Shape shape, ShapeReport? report)
    {
        Shape ignored = Shape.Unknown;
        return Resolve(start, shape, report, [], ref ignored);
    }

    /// <summary>Follows the paths that begin at some data. What was looked for is taken to be there from then on, so that one fault is found once.</summary>
    /// <param name="start">Where the paths begin.</param>
    /// <param name="shape">The data there.</param>
    /// <param name="report">Takes the readings that find nothing.</param>
    /// <param name="prefix">Where in the input the data is.</param>
    /// <param name="input">The input.</param>
    private Shape Resolve(ReadBase start, Shape shape, ShapeReport? report, ImmutableArray<PathStep> prefix, ref Shape input)
    {
        if (shape.IsUnknown)
        {
            return shape;
        }

        foreach (ShapeRead read in _reads ??= ShapeReads.Of(state, sites))
        {
            if (read.Base != start)
            {
                continue;
            }

            ShapeReading reading = ShapePath.Read(shape, read.Steps, _isJsonata);
            bool isFault = read.MustFind && (state is ChoiceState ? reading.IsMissing : reading.CanBeMissing) && !IsOfOwnTask(reading);
            if (isFault)
            {
                report?.Add(read, reading, isWhole: reading.Step == 0 && prefix.IsEmpty);
            }

            if (isFault || state is ChoiceState)
            {
                shape = ShapePath.Forget(shape, read.Steps);
                input = ShapePath.Forget(input, prefix.AddRange(read.Steps));
            }
        }

        return shape;
    }

    private bool IsOfOwnTask(ShapeReading reading) => state is TaskState && reading.Holder?.Origin is { Source: ShapeSource.Result } origin && origin.State == state;

    private ShapeOrigin Origin(ShapeSource source) => new(state, source, !_isJsonata && state is TaskState or PassState or ParallelState or MapState && state.Field("ResultPath") is null);

    private static bool IsRoot(JsonSyntax path) => path is JsonStringSyntax { Value: "$" };

    /// <summary>The steps of a path into the data; null of any other.</summary>
    private static ImmutableArray<PathStep>? StepsOf(JsonSyntax path) =>
        path is JsonStringSyntax text && ReferencePath.Parse(text.Value, out _) is { Root: PathRoot.Data } read ? read.Steps : null;
}
