using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>Turns <c>[When]</c>, on the class of a Choice or on its properties, into the entries of <c>Choices</c>.</summary>
internal sealed class ChoiceBuilder(TargetReader targets, ReadingContext context)
{
    public void Add(FieldBuilder fields, AuthoredState state)
    {
        List<(Annotation Attribute, PropertyDeclarationSyntax? Property)> written =
            [.. state.Attributes.Where(static attribute => attribute.Kind == AttributeKind.When).Select(static attribute => (attribute, (PropertyDeclarationSyntax?)null))];
        if (state.StateType == StateType.Choice && AddProperties(state, written))
        {
            written = [.. written.OrderBy(static rule => new SourcePosition(rule.Attribute.Syntax.GetReference()), SourcePosition.Comparer)];
        }

        List<JsonSyntax> rules = [];
        foreach ((Annotation attribute, PropertyDeclarationSyntax? property) in written)
        {
            if (Build(state, attribute, property) is { } rule)
            {
                rules.Add(rule);
            }
        }

        fields.AddArray("Choices", rules, new CarrierPlace(state.Attribute));
    }

    /// <summary>Members are looked at as syntax first: to ask for symbols makes the compiler create all of them.</summary>
    private bool AddProperties(AuthoredState state, List<(Annotation Attribute, PropertyDeclarationSyntax? Property)> rules)
    {
        bool found = false;
        foreach (SyntaxReference reference in state.Type.DeclaringSyntaxReferences)
        {
            if (GeneratedSource.IsGenerated(reference.SyntaxTree) || reference.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (PropertyDeclarationSyntax property in declaration.Members.OfType<PropertyDeclarationSyntax>().Where(static member => member.AttributeLists.Count > 0))
            {
                ISymbol? symbol = state.Type.GetMembers(property.Identifier.ValueText).FirstOrDefault(member => member.DeclaringSyntaxReferences
                    .Any(written => written.SyntaxTree == property.SyntaxTree && written.Span == property.Span));
                foreach (AttributeData data in symbol?.GetAttributes() ?? [])
                {
                    if (AnnotationReader.Read(data, context.Symbols, context.CancellationToken) is { Kind: AttributeKind.When } attribute)
                    {
                        context.IsIncomplete |= !attribute.IsComplete;
                        rules.Add((attribute, property));
                        found = true;
                    }
                }
            }
        }

        return found;
    }

    private JsonObjectSyntax? Build(AuthoredState state, Annotation attribute, PropertyDeclarationSyntax? property)
    {
        AuthoredState? target = targets.Read(attribute, state);
        ArgumentPlace place = new(attribute, null);
        JsonObjectSyntax? rule = property is not null ? ReadCondition(state, attribute, property) : ReadWritten(attribute, place);
        if (rule is null)
        {
            return null;
        }

        List<JsonMemberSyntax> members = [.. rule.Members];
        bool isSound = true;
        foreach (string field in new[] { "Comment", "Assign", "Output" })
        {
            if (attribute.Find(field) is { IsPresent: true, IsNull: false } value)
            {
                isSound &= CheckFree(rule, field, place, $"The rule has {field} of its own, which the attribute sets as well");
                ArgumentPlace argument = new(attribute, field);
                FieldBuilder one = new(context.Map);
                if (field == "Comment")
                {
                    one.AddConstant(field, value, argument);
                }
                else
                {
                    context.AddPayload(one, field, value, argument, argument);
                }

                members.AddRange(one.Members);
            }
        }

        if (!CheckFree(rule, "Next", place, "The rule has no Next of its own: the type argument of [When] says where it leads") || !isSound || target is null)
        {
            return null;
        }

        var next = new JsonMemberSyntax("Next", new JsonStringSyntax(target.Name));
        context.Map?.Add(next, new TargetPlace(attribute));
        context.Map?.Add(next.Value, new TargetPlace(attribute));
        members.Add(next);
        var whole = new JsonObjectSyntax([.. members], rule.Range);
        context.Map?.Add(whole, property is null ? place.Within(rule.Range) : new AttributePlace(attribute));
        return whole;
    }

    private JsonObjectSyntax? ReadCondition(AuthoredState state, Annotation attribute, PropertyDeclarationSyntax property)
    {
        if (!attribute.Positional.IsEmpty)
        {
            context.Report(AuthoringRules.InvalidCondition, new ArgumentPlace(attribute, null), $"The rule is written here and as '{property.Identifier.ValueText}': one of them is too much");
            return null;
        }

        return new ConditionReader(context).Read(property, state.Type);
    }

    private JsonObjectSyntax? ReadWritten(Annotation attribute, ArgumentPlace place)
    {
        if (attribute.Positional.IsEmpty)
        {
            if (attribute.IsComplete)
            {
                context.Report(
                    AuthoringRules.InvalidCondition, new AttributePlace(attribute), "The rule has no condition: write it as JSON, or put the attribute on a static property of type Condition");
            }

            return null;
        }

        if (context.ReadText(attribute.Positional[0], place) is not { } text || context.ParsePayload(text, place) is not { } value)
        {
            return null;
        }

        if (value is JsonStringSyntax && JsonataText.Read(text.TrimStart()).IsOpened)
        {
            FieldBuilder condition = new(context.Map);
            condition.AddPayload("Condition", value, place, place);
            return condition.Build(static _ => 0, place);
        }

        if (value is not JsonObjectSyntax rule)
        {
            context.Report(AuthoringRules.InvalidJson, place.Within(value.Range), "A choice rule is a JSON object");
            return null;
        }

        context.Map?.AddPayload(rule, place);
        return rule;
    }

    private bool CheckFree(JsonObjectSyntax rule, string field, ArgumentPlace place, string message)
    {
        if (rule.Find(field) is not { } written)
        {
            return true;
        }

        context.Report(AuthoringRules.InvalidJson, place.Within(written.Range), message);
        return false;
    }
}
