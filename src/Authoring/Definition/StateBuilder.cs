using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Turns the attributes of a state into its fields.</summary>
internal sealed class StateBuilder
{
    private readonly ScopeBuilder _scopes;
    private readonly ReadingContext _context;
    private readonly TargetReader _targets;
    private readonly ErrorHandlingBuilder _errors;
    private readonly ChoiceBuilder _choices;
    private readonly MapBuilder _maps;

    public StateBuilder(AuthoredScope scope, ScopeBuilder scopes, ReadingContext context)
    {
        _scopes = scopes;
        _context = context;
        _targets = new TargetReader(scope, context);
        _errors = new ErrorHandlingBuilder(_targets, context);
        _choices = new ChoiceBuilder(_targets, context);
        _maps = new MapBuilder(context);
    }

    public JsonObjectSyntax Build(AuthoredState state)
    {
        SourcePlace place = new CarrierPlace(state.Attribute);
        FieldBuilder fields = new(_context.Map);
        _context.IsIncomplete |= state.Attributes.Any(static attribute => !attribute.IsComplete);
        fields.Add("Type", new JsonStringSyntax(state.StateType.ToString()), new AttributePlace(state.Attribute));
        AddOwnFields(fields, state);
        AddScopes(fields, state);
        foreach (Annotation attribute in state.Attributes)
        {
            Add(fields, state, attribute);
        }

        _choices.Add(fields, state);
        _errors.Add(fields, state);
        foreach (Annotation attribute in state.Attributes)
        {
            if (attribute.Kind == AttributeKind.Field)
            {
                _scopes.AddField(fields, attribute);
            }
        }

        return fields.Build(FieldTable.Order, place);
    }

    private void Add(FieldBuilder fields, AuthoredState state, Annotation attribute)
    {
        switch (attribute.Kind)
        {
            case AttributeKind.Next:
                AddTarget(fields, "Next", state, attribute);
                break;
            case AttributeKind.Default:
                AddTarget(fields, "Default", state, attribute);
                break;
            case AttributeKind.End:
                fields.Add("End", new JsonBooleanSyntax(true), new AttributePlace(attribute));
                break;
            case AttributeKind.ItemReader:
                _maps.AddItemReader(fields, attribute);
                break;
            case AttributeKind.ItemBatcher:
                _maps.AddItemBatcher(fields, attribute);
                break;
            case AttributeKind.ResultWriter:
                _maps.AddResultWriter(fields, attribute);
                break;
            case AttributeKind.StartExecution when state.StateType == StateType.Task:
                AddStartExecution(fields, state, attribute);
                break;
            case var payload when KnownSymbols.IsPayload(payload) && attribute.Positional.Length == 1:
                _context.AddPayload(fields, payload.ToString(), attribute.Positional[0], new ArgumentPlace(attribute, null), new AttributePlace(attribute));
                break;
        }
    }

    private static void AddOwnFields(FieldBuilder fields, AuthoredState state)
    {
        Annotation attribute = state.Attribute;
        if (attribute.Positional.Length == 1)
        {
            fields.AddConstant(
                state.StateType == StateType.Task ? "Resource" : "Seconds", attribute.Positional[0], new ArgumentPlace(attribute, null));
        }
        else if (state.StateType == StateType.Task && state.Handler is not null)
        {
            fields.Add("Resource", new JsonStringSyntax(Placeholder.OfFunction(state.Type)), new AttributePlace(attribute));
        }

        foreach (KeyValuePair<string, AnnotationValue> argument in attribute.Named)
        {
            ArgumentPlace place = new(attribute, argument.Key);
            switch (argument.Key)
            {
                case "Name":
                    break;
                // ASL gives null a meaning of its own here: nothing goes in, is kept, or goes out.
                case "InputPath" or "ResultPath" or "OutputPath" when argument.Value.IsNull:
                    fields.Add(argument.Key, new JsonNullSyntax(), place);
                    break;
                default:
                    fields.AddConstant(argument.Key, argument.Value, place);
                    break;
            }
        }
    }

    private void AddScopes(FieldBuilder fields, AuthoredState state)
    {
        if (state.Scopes.IsEmpty)
        {
            return;
        }

        SourcePlace place = new CarrierPlace(state.Attribute);
        if (state.StateType == StateType.Parallel)
        {
            fields.AddArray("Branches", [.. state.Scopes.Select(_scopes.BuildBranch)], place);
        }
        else
        {
            AuthoredScope scope = state.Scopes[0];
            fields.Add(
                scope.Processor?.Kind == AttributeKind.Iterator ? "Iterator" : "ItemProcessor",
                _scopes.BuildProcessor(scope),
                scope.Body is { } body ? new BodyPlace(body.Attribute) : place);
        }
    }

    private void AddTarget(FieldBuilder fields, string field, AuthoredState state, Annotation attribute)
    {
        if (state.Attributes.First(other => other.Kind == attribute.Kind) != attribute)
        {
            // The compiler refuses the second one.
            _context.IsIncomplete = true;
        }
        else if (_targets.Read(attribute, state) is { } target)
        {
            fields.Add(field, new JsonStringSyntax(target.Name), new TargetPlace(attribute));
        }
    }

    private void AddStartExecution(FieldBuilder fields, AuthoredState state, Annotation attribute)
    {
        bool isJsonata = _scopes.IsJsonata(state);
        string payload = isJsonata ? "Arguments" : "Parameters";
        if (attribute.Target is not { TypeKind: not Microsoft.CodeAnalysis.TypeKind.Error } target)
        {
            _context.IsIncomplete = true;
            return;
        }

        if (_context.Symbols.FindStateMachine(target) is null)
        {
            _context.ReportUnfit(target, AuthoringRules.NoStateMachine, new TargetPlace(attribute), target.Name, "it lacks [StateMachine]");
            return;
        }

        AttributePlace place = new(attribute);
        if (state.Attribute.Positional.Length > 0)
        {
            _context.Report(AuthoringRules.SaidTwice, new ArgumentPlace(state.Attribute, null), "the resource", state.Type.Name);
        }

        if (state.Attributes.FirstOrDefault(static other => other.Kind is AttributeKind.Parameters or AttributeKind.Arguments) is { } other)
        {
            _context.Report(AuthoringRules.SaidTwice, new AttributePlace(other), "the payload", state.Type.Name);
        }

        string? pattern = attribute.Positional.FirstOrDefault().EnumMember;
        fields.Add("Resource", new JsonStringSyntax("arn:aws:states:::states:startExecution" + pattern switch
        {
            "RunJob" => ".sync:2",
            "WaitForTaskToken" => ".waitForTaskToken",
            _ => "",
        }), place);
        fields.Add(payload, BuildStartExecution(attribute, Placeholder.OfMachine(target), isJsonata), place);
    }

    private JsonObjectSyntax BuildStartExecution(Annotation attribute, string arn, bool isJsonata)
    {
        AttributePlace place = new(attribute);
        FieldBuilder payload = new(_context.Map);
        payload.Add("StateMachineArn", new JsonStringSyntax(arn), place);
        if (attribute.Find("ExecutionName").Text is { } name)
        {
            payload.Add(!isJsonata && IsPath(name) ? "Name.$" : "Name", new JsonStringSyntax(name), new ArgumentPlace(attribute, "ExecutionName"));
        }

        ArgumentPlace inputPlace = new(attribute, "Input");
        if (attribute.Find("Input").Text is not { } input)
        {
            payload.Add(isJsonata ? "Input" : "Input.$", new JsonStringSyntax(isJsonata ? "{% $states.input %}" : "$"), place);
        }
        else if (!isJsonata && IsPath(input))
        {
            payload.Add("Input.$", new JsonStringSyntax(input), inputPlace);
        }
        else if (_context.ParsePayload(input, inputPlace) is { } json)
        {
            payload.AddPayload("Input", json, inputPlace, inputPlace);
        }

        return payload.Build(static _ => 0, place);
    }

    private static bool IsPath(string text) =>
        text.StartsWith("$", System.StringComparison.Ordinal) || text.StartsWith("States.", System.StringComparison.Ordinal);
}
