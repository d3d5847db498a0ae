using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Turns scopes into the JSON objects that hold states: the machine, branches, item processors.</summary>
internal sealed class ScopeBuilder(AuthoredMachine machine, ReadingContext context)
{
    private readonly string _language = machine.Attribute.Find(nameof(QueryLanguage)).EnumMember ?? nameof(QueryLanguage.JSONPath);

    /// <summary>Whether a state works with JSONata.</summary>
    public bool IsJsonata(AuthoredState state) => (state.Attribute.Find(nameof(QueryLanguage)).EnumMember ?? _language) == nameof(QueryLanguage.JSONata);

    /// <summary>Adds <c>StartAt</c>, <c>States</c> and the scope's own <c>[Field]</c>s.</summary>
    public void AddStates(FieldBuilder fields, AuthoredScope scope)
    {
        var states = new StateBuilder(scope, this, context);
        ImmutableArray<JsonMemberSyntax>.Builder members = ImmutableArray.CreateBuilder<JsonMemberSyntax>(scope.States.Length);
        foreach (AuthoredState state in scope.States)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (state.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.StartAt) is { } startAt)
            {
                fields.Add("StartAt", new JsonStringSyntax(state.Name), new AttributePlace(startAt));
            }

            int faults = context.Faults.Count;
            JsonObjectSyntax built = states.Build(state);
            if (context.Faults.Count > faults || state.LacksBranches)
            {
                machine.FaultyStates.Add(built);
            }

            var member = new JsonMemberSyntax(state.Name, built);
            context.Map?.Add(member, NamePlace(state));
            members.Add(member);
        }

        fields.Add("States", new JsonObjectSyntax(members.MoveToImmutable()), new CarrierPlace(scope.Attribute));
        foreach (Annotation attribute in scope.Attributes)
        {
            if (attribute.Kind == AttributeKind.Field)
            {
                AddField(fields, attribute);
            }
        }
    }

    /// <summary>The entry of <c>Branches</c> that a branch is.</summary>
    public JsonObjectSyntax BuildBranch(AuthoredScope branch)
    {
        FieldBuilder fields = new(context.Map);
        AddComment(fields, branch.Attribute);
        return Build(fields, branch, FieldTable.Branch, new CarrierPlace(branch.Attribute));
    }

    /// <summary>What a Map runs for each item.</summary>
    public JsonObjectSyntax BuildProcessor(AuthoredScope scope)
    {
        FieldBuilder fields = new(context.Map);
        SourcePlace place = new CarrierPlace(scope.Attribute);
        if (scope.Processor is { } processor)
        {
            AddComment(fields, processor);
            FieldBuilder config = new(context.Map);
            foreach (KeyValuePair<string, AnnotationValue> argument in processor.Named)
            {
                if (argument.Key is "Mode" or "ExecutionType")
                {
                    config.AddConstant(argument.Key, argument.Value, new ArgumentPlace(processor, argument.Key));
                }
            }

            if (config.Has("Mode") || config.Has("ExecutionType"))
            {
                SourcePlace configPlace = new AttributePlace(processor);
                fields.Add("ProcessorConfig", config.Build(FieldTable.ProcessorConfig, configPlace), configPlace);
            }
        }

        return Build(fields, scope, FieldTable.ItemProcessor, place);
    }

    /// <summary>Adds the field that a <c>[Field]</c> sets.</summary>
    public void AddField(FieldBuilder fields, Annotation attribute)
    {
        context.IsIncomplete |= !attribute.IsComplete;
        ArgumentPlace namePlace = new(attribute, null);
        ArgumentPlace place = new(attribute, null, 1);
        if (attribute.Positional.Length == 2
            && context.ReadText(attribute.Positional[0], namePlace) is { } name
            && context.ReadText(attribute.Positional[1], place) is { } json
            && context.ParsePayload(json, place) is { } value)
        {
            fields.AddPayload(name, value, place, namePlace);
        }
    }

    private JsonObjectSyntax Build(FieldBuilder fields, AuthoredScope scope, ImmutableArray<string> order, SourcePlace place)
    {
        if (scope.Body is { Definition: { } definition } body)
        {
            AddBody(fields, definition, body);
            return fields.Build(order, new BodyPlace(body.Attribute));
        }

        AddStates(fields, scope);
        return fields.Build(order, place);
    }

    /// <summary>Copies the states of another machine. What else it says is about executions of its own, and there are none here.</summary>
    private void AddBody(FieldBuilder fields, JsonObjectSyntax definition, AuthoredBody body)
    {
        var place = new BodyPlace(body.Attribute);
        string language = (definition.Find(nameof(QueryLanguage))?.Value as JsonStringSyntax)?.Value ?? nameof(QueryLanguage.JSONPath);
        foreach (JsonMemberSyntax member in definition.Members)
        {
            if (member.Name is "StartAt" or "States" || (member.Name == "Comment" && !fields.Has("Comment")))
            {
                JsonSyntax value = member.Name == "States" && language != _language ? BodyLanguage.Write(member.Value, language) : member.Value;
                fields.AddPayload(member.Name, value, place, place);
            }
        }
    }

    private static void AddComment(FieldBuilder fields, Annotation attribute) =>
        fields.AddConstant("Comment", attribute.Find("Comment"), new ArgumentPlace(attribute, "Comment"));

    private static SourcePlace NamePlace(AuthoredState state) =>
        state.Attribute.Find("Name").IsPresent
            ? new ArgumentPlace(state.Attribute, "Name")
            : new CarrierPlace(state.Attribute);
}
