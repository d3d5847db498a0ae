using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Turns the attributes of states into the fields of the definition.</summary>
internal sealed class StateReader(
    AuthoredMachine machine, KnownSymbols symbols, SourceMap? map, List<AuthoringFault> faults, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, AuthoredState> _states =
        machine.States.ToDictionary(static state => (ISymbol)state.Type, SymbolEqualityComparer.Default);

    /// <summary>Whether something that the definition needs does not compile.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Adds <c>StartAt</c>, <c>States</c> and the machine's own <c>[Field]</c>s.</summary>
    public void ReadDocument(FieldBuilder fields, SourcePlace place)
    {
        ImmutableArray<JsonMemberSyntax>.Builder states = ImmutableArray.CreateBuilder<JsonMemberSyntax>(machine.States.Length);
        foreach (AuthoredState state in machine.States)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (state.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.StartAt) is { } startAt)
            {
                fields.Add("StartAt", new JsonStringSyntax(state.Name), new AttributePlace(startAt));
            }

            var member = new JsonMemberSyntax(state.Name, ReadState(state));
            map?.Add(member, NamePlace(state));
            states.Add(member);
        }

        fields.Add("States", new JsonObjectSyntax(states.MoveToImmutable()), place);
        foreach (AttributeData data in machine.Type.GetAttributes())
        {
            if (AnnotationReader.Read(data, symbols, cancellationToken) is { Kind: AttributeKind.Field } attribute)
            {
                AddField(fields, attribute);
            }
        }
    }

    private JsonObjectSyntax ReadState(AuthoredState state)
    {
        SourcePlace place = new CarrierPlace(state.Attribute);
        FieldBuilder fields = new(map);
        IsIncomplete |= state.Attributes.Any(static attribute => !attribute.IsComplete);
        fields.Add("Type", new JsonStringSyntax(state.StateType.ToString()), new AttributePlace(state.Attribute));
        AddOwnFields(fields, state);

        List<JsonSyntax> choices = [];
        List<JsonSyntax> retriers = [];
        List<JsonSyntax> catchers = [];
        SourcePlace? firstRetry = null;
        SourcePlace? firstCatch = null;
        foreach (Annotation attribute in state.Attributes)
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
                case AttributeKind.When when ReadRule(attribute) is { } rule:
                    choices.Add(rule);
                    break;
                case AttributeKind.Retry:
                    firstRetry ??= new AttributePlace(attribute);
                    retriers.Add(ReadHandling(attribute, FieldTable.Retrier, target: null));
                    break;
                case AttributeKind.Catch:
                    firstCatch ??= new AttributePlace(attribute);
                    catchers.Add(ReadHandling(attribute, FieldTable.Catcher, ReadTarget(attribute)));
                    break;
            }
        }

        fields.AddArray("Choices", choices, place);
        fields.AddArray("Retry", retriers, firstRetry ?? place);
        fields.AddArray("Catch", catchers, firstCatch ?? place);
        foreach (Annotation attribute in state.Attributes)
        {
            if (attribute.Kind == AttributeKind.Field)
            {
                AddField(fields, attribute);
            }
        }

        return fields.Build(FieldTable.Order, place);
    }

    private void AddOwnFields(FieldBuilder fields, AuthoredState state)
    {
        Annotation attribute = state.Attribute;
        if (attribute.Positional.Length == 1)
        {
            fields.AddConstant(
                state.StateType == StateType.Task ? "Resource" : "Seconds", attribute.Positional[0], new ArgumentPlace(attribute, null));
        }
        else if (state.StateType == StateType.Task && state.Handler is not null)
        {
            fields.Add("Resource", new JsonStringSyntax("${" + LogicalId(state.Type.Name) + "FunctionArn}"), new AttributePlace(attribute));
        }

        foreach (KeyValuePair<string, AnnotationValue> argument in attribute.Named)
        {
            ArgumentPlace place = new(attribute, argument.Key);
            switch (argument.Key)
            {
                case "Name":
                    break;
                case "Result" when argument.Value.Text is { } json:
                    AddJson(fields, argument.Key, json, place, place);
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

    private void AddTarget(FieldBuilder fields, string field, AuthoredState state, Annotation attribute)
    {
        if (state.Attributes.First(other => other.Kind == attribute.Kind) != attribute)
        {
            // The compiler refuses the second one.
            IsIncomplete = true;
        }
        else if (ReadTarget(attribute) is { } target)
        {
            fields.Add(field, new JsonStringSyntax(target.Name), new TargetPlace(attribute));
        }
    }

    private AuthoredState? ReadTarget(Annotation attribute)
    {
        if (attribute.Target is not { } target)
        {
            IsIncomplete = true;
            return null;
        }

        if (_states.TryGetValue(target, out AuthoredState? state))
        {
            return state;
        }

        if (target.TypeKind == TypeKind.Error)
        {
            IsIncomplete = true;
        }
        else if (symbols.IsState(target))
        {
            faults.Add(new AuthoringFault(
                AuthoringRules.TargetInOtherScope, new TargetPlace(attribute), target.Name, machine.Type.Name, target.ContainingType?.Name ?? "no machine"));
        }
        else
        {
            faults.Add(new AuthoringFault(AuthoringRules.TargetIsNoState, new TargetPlace(attribute), target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }

        return null;
    }

    private JsonObjectSyntax ReadHandling(Annotation attribute, ImmutableArray<string> order, AuthoredState? target)
    {
        SourcePlace place = new AttributePlace(attribute);
        FieldBuilder fields = new(map);
        fields.Add("ErrorEquals", new JsonArraySyntax(ReadErrors(attribute)), place);
        foreach (KeyValuePair<string, AnnotationValue> argument in attribute.Named)
        {
            ArgumentPlace argumentPlace = new(attribute, argument.Key);
            if (argument.Key == "ResultPath" && argument.Value.IsNull)
            {
                fields.Add(argument.Key, new JsonNullSyntax(), argumentPlace);
            }
            else
            {
                fields.AddConstant(argument.Key, argument.Value, argumentPlace);
            }
        }

        if (target is not null)
        {
            fields.Add("Next", new JsonStringSyntax(target.Name), new TargetPlace(attribute));
        }

        return fields.Build(name => order.IndexOf(name), place);
    }

    private ImmutableArray<JsonSyntax> ReadErrors(Annotation attribute)
    {
        ImmutableArray<JsonSyntax>.Builder names = ImmutableArray.CreateBuilder<JsonSyntax>();
        for (int i = 0; i < attribute.Positional.Length; i++)
        {
            SourcePlace place = new ArgumentPlace(attribute, null, i);
            switch (attribute.Positional[i])
            {
                case { IsError: true }:
                    IsIncomplete = true;
                    break;
                case { Text: { } name }:
                    AddName(name, place);
                    break;
                case { Type: INamedTypeSymbol type } when ErrorNameReader.IsException(type, symbols):
                    foreach (string name in ErrorNameReader.GetNames(type, symbols, cancellationToken))
                    {
                        AddName(name, place);
                    }

                    break;
                default:
                    faults.Add(new AuthoringFault(AuthoringRules.NoError, place, attribute.Positional[i].ToString()));
                    break;
            }
        }

        return names.ToImmutable();

        void AddName(string name, SourcePlace place)
        {
            // A base type and a type derived from it stand for some of the same names.
            if (names.Any(known => ((JsonStringSyntax)known).Value == name) && !attribute.Positional.Any(value => value.Text == name))
            {
                return;
            }

            var syntax = new JsonStringSyntax(name);
            map?.Add(syntax, place);
            names.Add(syntax);
        }
    }

    /// <summary>A rule of a Choice: the JSON of <c>[When]</c>, to which the target is added.</summary>
    private JsonObjectSyntax? ReadRule(Annotation attribute)
    {
        AuthoredState? target = ReadTarget(attribute);
        ArgumentPlace place = new(attribute, null);
        if (attribute.Positional.Length != 1 || ReadJsonText(attribute.Positional[0], place) is not { } json)
        {
            return null;
        }

        if (ParseJson(json, place) is not { } value)
        {
            return null;
        }

        if (value is not JsonObjectSyntax rule)
        {
            faults.Add(new AuthoringFault(AuthoringRules.InvalidJson, place.Within(value.Range), "A choice rule is a JSON object"));
            return null;
        }

        if (rule.Find("Next") is { } written)
        {
            faults.Add(new AuthoringFault(AuthoringRules.InvalidJson, place.Within(written.Range), "The rule has no Next of its own: the type argument of [When] says where it leads"));
            return null;
        }

        if (target is null)
        {
            return null;
        }

        var next = new JsonMemberSyntax("Next", new JsonStringSyntax(target.Name));
        var whole = new JsonObjectSyntax(rule.Members.Add(next), rule.Range);
        map?.AddPayload(whole, place);
        map?.Add(next, new TargetPlace(attribute));
        map?.Add(next.Value, new TargetPlace(attribute));
        return whole;
    }

    private void AddField(FieldBuilder fields, Annotation attribute)
    {
        IsIncomplete |= !attribute.IsComplete;
        ArgumentPlace namePlace = new(attribute, null);
        ArgumentPlace place = new(attribute, null, 1);
        if (attribute.Positional.Length == 2
            && ReadJsonText(attribute.Positional[0], namePlace) is { } name
            && ReadJsonText(attribute.Positional[1], place) is { } json)
        {
            AddJson(fields, name, json, place, namePlace);
        }
    }

    /// <summary>A string that makes up the definition; null is a fault, and what does not compile is the compiler's.</summary>
    private string? ReadJsonText(AnnotationValue value, SourcePlace place)
    {
        if (value.IsNull)
        {
            faults.Add(new AuthoringFault(AuthoringRules.InvalidJson, place, "A text was expected, not null"));
        }

        IsIncomplete |= value.IsError;
        return value.Text;
    }

    private void AddJson(FieldBuilder fields, string name, string json, SourcePlace place, SourcePlace namePlace)
    {
        if (ParseJson(json, place) is { } value)
        {
            fields.AddPayload(name, value, place, namePlace);
        }
    }

    private JsonSyntax? ParseJson(string json, SourcePlace place)
    {
        JsonParseResult result = JsonParser.Parse(json);
        if (result.Error is { } error)
        {
            faults.Add(new AuthoringFault(AuthoringRules.InvalidJson, place.Within(error.Range), error.Message));
        }

        return result.Root;
    }

    private static SourcePlace NamePlace(AuthoredState state) =>
        state.Attribute.Find("Name").IsPresent
            ? new ArgumentPlace(state.Attribute, "Name")
            : new CarrierPlace(state.Attribute);

    /// <summary>CloudFormation and SAM allow only letters and digits in the names of substitutions.</summary>
    private static string LogicalId(string name) => string.Concat(name.Where(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')));
}
