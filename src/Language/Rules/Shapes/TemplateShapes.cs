using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>The shape of JSON in a definition: as it is written, or as a payload that is evaluated.</summary>
/// <param name="expressions">The expressions of the state, by the strings that they are.</param>
/// <param name="origin">What is said to have made the value.</param>
/// <param name="data">What <c>$</c> is in paths, and <c>$states.input</c> in JSONata.</param>
/// <param name="result">What <c>$states.result</c> is.</param>
internal sealed class TemplateShapes(IReadOnlyDictionary<JsonStringSyntax, ExpressionSite> expressions, ShapeOrigin origin, Shape data, Shape result)
{
    private static readonly Dictionary<JsonStringSyntax, ExpressionSite> s_none = [];

    /// <summary>JSON in which nothing is evaluated.</summary>
    public static Shape OfLiteral(JsonSyntax value, ShapeOrigin origin) => new TemplateShapes(s_none, origin, Shape.Unknown, Shape.Unknown).Read(value, isTemplate: false, depth: 0);

    /// <summary>A payload template of JSONPath, or a JSONata payload.</summary>
    public Shape Of(JsonSyntax value) => Read(value, isTemplate: true, depth: 0);

    private Shape Read(JsonSyntax value, bool isTemplate, int depth)
    {
        switch (value)
        {
            case JsonObjectSyntax @object when depth < Shape.MaxDepth:
                return ReadObject(@object, isTemplate, depth);
            case JsonArraySyntax array when depth < Shape.MaxDepth && array.Items.Length <= Shape.MaxSize:
                ImmutableArray<Shape>.Builder items = ImmutableArray.CreateBuilder<Shape>(array.Items.Length);
                foreach (JsonSyntax item in array.Items)
                {
                    items.Add(Read(item, isTemplate, depth + 1));
                }

                return ArrayShape.Of(items.MoveToImmutable(), origin);
            case JsonStringSyntax text when isTemplate && expressions.TryGetValue(text, out ExpressionSite? site) && site.Field.Form == FieldForm.Jsonata:
                return site.Root is JsonataSyntax root ? new JsonataShapes(origin, data, result).Of(root) : Shape.Unknown;
            case JsonStringSyntax text:
                return Substitutions.IsIn(text.Value) ? Shape.Unknown : ScalarShape.Text(origin);
            case JsonNumberSyntax:
                return ScalarShape.Number(origin);
            case JsonBooleanSyntax:
                return ScalarShape.Boolean(origin);
            case JsonNullSyntax:
                return ScalarShape.Null(origin);
            default:
                return Shape.Unknown;
        }
    }

    private Shape ReadObject(JsonObjectSyntax @object, bool isTemplate, int depth)
    {
        if (@object.Members.Length > Shape.MaxSize)
        {
            return Shape.Unknown;
        }

        List<ShapeField> fields = new(@object.Members.Length);
        HashSet<string> names = new(StringComparer.Ordinal);
        bool isOpen = false;
        foreach (JsonMemberSyntax member in @object.Members)
        {
            bool isDynamic = isTemplate && ExpressionSites.IsDynamic(member.Name) && member.Value is JsonStringSyntax;
            string name = isDynamic ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;
            isOpen |= Substitutions.IsIn(name) || !names.Add(name);
            fields.Add(new ShapeField(name, isDynamic ? ReadDynamic((JsonStringSyntax)member.Value) : Read(member.Value, isTemplate, depth + 1)));
        }

        // A name that the deployment fills, or one that stands there twice, leaves nothing certain.
        return isOpen ? Shape.Unknown : ObjectShape.Of(fields, isOpen: false, origin);
    }

    private Shape ReadDynamic(JsonStringSyntax text) => expressions.TryGetValue(text, out ExpressionSite? site) ? Evaluate(site.Root) : Shape.Unknown;

    private Shape Evaluate(ExpressionSyntax? expression) => expression switch
    {
        IntrinsicPath { Path: { Root: PathRoot.Data } path } when PathSteps.Of(path) is { } steps => ShapePath.Read(data, steps).Shape,
        IntrinsicCall { Name: "States.Array" } call => ArrayShape.Of([.. EvaluateAll(call)], origin),
        IntrinsicCall call => IntrinsicLiterals.TypeOf(call) switch
        {
            's' => ScalarShape.Text(origin),
            'n' => ScalarShape.Number(origin),
            'b' => ScalarShape.Boolean(origin),
            'a' => ArrayShape.OfAnyLength(origin),
            _ => Shape.Unknown,
        },
        IntrinsicString => ScalarShape.Text(origin),
        IntrinsicNumber => ScalarShape.Number(origin),
        IntrinsicBoolean => ScalarShape.Boolean(origin),
        IntrinsicNull => ScalarShape.Null(origin),
        _ => Shape.Unknown,
    };

    private IEnumerable<Shape> EvaluateAll(IntrinsicCall call)
    {
        foreach (IntrinsicSyntax argument in call.Arguments)
        {
            yield return Evaluate(argument);
        }
    }
}
