using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>Turns <c>[Retry]</c> and <c>[Catch]</c> into their entries.</summary>
internal sealed class ErrorHandlingBuilder(TargetReader targets, ReadingContext context)
{
    public void Add(FieldBuilder fields, AuthoredState state)
    {
        if (state.ErrorHandling.IsEmpty)
        {
            return;
        }

        List<JsonSyntax> retriers = [];
        List<JsonSyntax> catchers = [];
        foreach (Annotation entry in state.ErrorHandling)
        {
            context.IsIncomplete |= !entry.IsComplete;
            if (entry.Kind == AttributeKind.Retry)
            {
                retriers.Add(Build(entry, FieldTable.Retrier, target: null));
            }
            else
            {
                catchers.Add(Build(entry, FieldTable.Catcher, targets.Read(entry, state)));
            }
        }

        fields.AddArray("Retry", retriers, Place(AttributeKind.Retry));
        fields.AddArray("Catch", catchers, Place(AttributeKind.Catch));

        SourcePlace Place(AttributeKind kind) =>
            new AttributePlace(state.ErrorHandling.FirstOrDefault(entry => entry.Kind == kind) ?? state.Attribute);
    }

    private JsonObjectSyntax Build(Annotation entry, ImmutableArray<string> order, AuthoredState? target)
    {
        SourcePlace place = new AttributePlace(entry);
        FieldBuilder fields = new(context.Map);
        fields.Add("ErrorEquals", new JsonArraySyntax(ReadErrors(entry)), place);
        foreach (KeyValuePair<string, AnnotationValue> argument in entry.Named)
        {
            ArgumentPlace argumentPlace = new(entry, argument.Key);
            switch (argument.Key)
            {
                case "ResultPath" when argument.Value.IsNull:
                    fields.Add(argument.Key, new JsonNullSyntax(), argumentPlace);
                    break;
                case "Assign" or "Output" when !argument.Value.IsNull:
                    context.AddPayload(fields, argument.Key, argument.Value, argumentPlace, argumentPlace);
                    break;
                default:
                    fields.AddConstant(argument.Key, argument.Value, argumentPlace);
                    break;
            }
        }

        if (target is not null)
        {
            fields.Add("Next", new JsonStringSyntax(target.Name), new TargetPlace(entry));
        }

        return fields.Build(order, place);
    }

    private ImmutableArray<JsonSyntax> ReadErrors(Annotation entry)
    {
        ImmutableArray<JsonSyntax>.Builder names = ImmutableArray.CreateBuilder<JsonSyntax>();
        for (int i = 0; i < entry.Positional.Length; i++)
        {
            SourcePlace place = new ArgumentPlace(entry, null, i);
            switch (entry.Positional[i])
            {
                case { IsError: true }:
                    context.IsIncomplete = true;
                    break;
                case { Text: { } name }:
                    AddName(name, place);
                    break;
                case { Type: INamedTypeSymbol type } when ErrorNameReader.IsException(type, context.Symbols):
                    foreach (string name in ErrorNameReader.GetNames(type, context.Symbols, context.CancellationToken))
                    {
                        AddName(name, place);
                    }

                    break;
                case { Type: { } type }:
                    context.ReportUnfit(type, AuthoringRules.NoError, place, entry.Positional[i].ToString());
                    break;
                default:
                    context.Report(AuthoringRules.NoError, place, entry.Positional[i].ToString());
                    break;
            }
        }

        return names.ToImmutable();

        void AddName(string name, SourcePlace place)
        {
            // A base type and a type derived from it stand for some of the same names.
            if (names.Any(known => ((JsonStringSyntax)known).Value == name) && !entry.Positional.Any(value => value.Text == name))
            {
                return;
            }

            var syntax = new JsonStringSyntax(name);
            context.Map?.Add(syntax, place);
            names.Add(syntax);
        }
    }
}
