using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes the attributes of a state, in the order in which people would: what it is, what it takes and gives, where it goes.</summary>
internal sealed class StateAttributes(StatePlan state, ScopePlan scope, Vocabulary vocabulary)
{
    private readonly OpenFields _fields = new(state.Fields);
    private readonly List<AttributeSource> _attributes = [];

    /// <summary>The rules of a Choice, or null.</summary>
    public ChoiceSource? Choice { get; private set; }

    public List<AttributeSource> Write()
    {
        if (scope.Start == state)
        {
            _attributes.Add(new AttributeSource("StartAt"));
        }

        AddType();
        AddPayload("Credentials");
        AddPayload("Parameters");
        AddPayload("Arguments");
        AddPayload("Items");
        AddMap();
        AddPayload("Result");
        AddPayload("ResultSelector");
        AddPayload("Assign");
        AddPayload("Output");
        if (state.Type == StateType.Choice && _fields.Take("Choices", choices => RulePlan.ReadAll(choices, scope)) is { } rules)
        {
            Choice = new ChoiceSource(rules);
            _attributes.AddRange(Choice.Attributes);
        }

        AddTransitions();
        return _attributes;
    }

    private void AddType()
    {
        var type = new AttributeSource(state.Type.ToString());
        if (state.IsTypeKnown)
        {
            _fields.Take("Type");
        }

        ValueSource? positional = state.Type switch
        {
            StateType.Task => _fields.Take("Resource", vocabulary.Resource),
            StateType.Wait => _fields.Take("Seconds", static value => PropertyValue.Integer(value) ?? PropertyValue.Text(value)),
            _ => null,
        };
        type.AddIfAny(null, positional);
        type.AddIfAny("Name", state.ClassName == state.Name ? null : new ValueSource(StringLiteral.Write(state.Name)));
        type.AddIfAny("Comment", _fields.Take("Comment", PropertyValue.Text));
        type.AddIfAny("QueryLanguage", _fields.Take("QueryLanguage", vocabulary.Language));
        foreach ((string name, Func<JsonSyntax, ValueSource?> write) in StateProperties.Of(state.Type))
        {
            type.AddIfAny(name, _fields.Take(name, write));
        }

        _attributes.Add(type);
    }

    private void AddMap()
    {
        Add(_fields.Take("ItemReader", new DistributedMap(vocabulary).WriteItemReader));
        AddPayload("ItemSelector");
        Add(_fields.Take("ItemBatcher", DistributedMap.WriteItemBatcher));
        Add(ProcessorAttribute.Write(state, vocabulary));
        Add(_fields.Take("ResultWriter", new DistributedMap(vocabulary).WriteResultWriter));
        if (state.Processor is not null)
        {
            _fields.Take(state.ProcessorField);
        }

        if (!state.Branches.IsEmpty)
        {
            _fields.Take("Branches");
        }
    }

    private void AddTransitions()
    {
        var errors = new ErrorHandling(scope, vocabulary);
        List<AttributeSource> last =
        [
            .. _fields.Take("Retry", errors.WriteRetry) ?? [],
            .. _fields.Take("Catch", errors.WriteCatch) ?? [],
            .. TakeTarget("Default"),
            .. TakeTarget("Next"),
        ];
        if (_fields.Take("End", static value => value is JsonBooleanSyntax { Value: true } ? new AttributeSource("End") : null) is { } end)
        {
            last.Add(end);
        }

        _attributes.AddRange(FieldAttribute.WriteAll(_fields.Rest));
        _attributes.AddRange(last);
    }

    private AttributeSource[] TakeTarget(string field) =>
        _fields.Take(field, scope.Find) is { } target ? [new AttributeSource(field + "<" + target.ClassName + ">")] : [];

    private void AddPayload(string name)
    {
        if (_fields.Take(name) is { } payload)
        {
            var attribute = new AttributeSource(name);
            attribute.Add(null, Payload.Write(payload));
            _attributes.Add(attribute);
        }
    }

    private void Add(AttributeSource? attribute)
    {
        if (attribute is not null)
        {
            _attributes.Add(attribute);
        }
    }
}
