using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Turns the attributes of Distributed Maps into their objects: where items come from, how they are grouped, where results go.</summary>
internal sealed class MapBuilder(ReadingContext context)
{
    public void AddItemReader(FieldBuilder fields, Annotation attribute) =>
        Add(fields, "ItemReader", attribute, FieldTable.ItemReader, "ReaderConfig", FieldTable.ReaderConfig);

    public void AddItemBatcher(FieldBuilder fields, Annotation attribute) =>
        Add(fields, "ItemBatcher", attribute, FieldTable.ItemBatcher, null, ImmutableArray<string>.Empty);

    public void AddResultWriter(FieldBuilder fields, Annotation attribute) =>
        Add(fields, "ResultWriter", attribute, FieldTable.ResultWriter, "WriterConfig", FieldTable.WriterConfig);

    private void Add(
        FieldBuilder fields, string field, Annotation attribute, ImmutableArray<string> own, string? configField, ImmutableArray<string> config)
    {
        AttributePlace place = new(attribute);
        FieldBuilder outer = new(context.Map);
        FieldBuilder inner = new(context.Map);
        if (attribute.Positional.Length == 1)
        {
            outer.AddConstant("Resource", attribute.Positional[0], new ArgumentPlace(attribute, null));
        }

        foreach (KeyValuePair<string, AnnotationValue> argument in attribute.Named)
        {
            ArgumentPlace argumentPlace = new(attribute, argument.Key);
            if (argument.Key is "Parameters" or "Arguments" or "BatchInput" && !argument.Value.IsNull)
            {
                context.AddPayload(outer, argument.Key, argument.Value, argumentPlace, argumentPlace);
            }
            else
            {
                (own.Contains(argument.Key) ? outer : inner).AddConstant(argument.Key, argument.Value, argumentPlace);
            }
        }

        if (configField is not null && !inner.IsEmpty)
        {
            outer.Add(configField, inner.Build(config, place), place);
        }

        fields.Add(field, outer.Build(own, place), place);
    }
}
