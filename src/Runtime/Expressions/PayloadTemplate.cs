using System;
using System.Collections.Immutable;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>
/// A payload template (<c>Parameters</c>, <c>ResultSelector</c>): JSON in which a key that ends in <c>.$</c> is filled from a
/// path. Parts without such a key are built once and shared by every use.
/// </summary>
internal abstract class PayloadTemplate
{
    private const string PathSuffix = ".$";

    public static PayloadTemplate Compile(JsonSyntax syntax, string field, FieldReader fields)
    {
        switch (syntax)
        {
            case JsonObjectSyntax @object:
                return CompileObject(@object, field, fields);
            case JsonArraySyntax array:
                ImmutableArray<PayloadTemplate>.Builder items = ImmutableArray.CreateBuilder<PayloadTemplate>(array.Items.Length);
                bool isLiteral = true;
                foreach (JsonSyntax item in array.Items)
                {
                    items.Add(Compile(item, field, fields));
                    isLiteral &= items[^1] is Literal;
                }

                return isLiteral ? new Literal(JsonConversion.FromSyntax(array)) : new ArrayTemplate(items.MoveToImmutable());
            default:
                return new Literal(JsonConversion.FromSyntax(syntax));
        }
    }

    /// <summary>The filled template, or null with a failure.</summary>
    public abstract JsonValue? Fill(JsonValue data, Frame frame, out Failure? failure);

    private static PayloadTemplate CompileObject(JsonObjectSyntax @object, string field, FieldReader fields)
    {
        ImmutableArray<(string, PayloadTemplate)>.Builder members = ImmutableArray.CreateBuilder<(string, PayloadTemplate)>(@object.Members.Length);
        bool isLiteral = true;
        foreach (JsonMemberSyntax member in @object.Members)
        {
            if (!member.Name.EndsWith(PathSuffix, StringComparison.Ordinal))
            {
                PayloadTemplate value = Compile(member.Value, field, fields);
                isLiteral &= value is Literal;
                members.Add((member.Name, value));
                continue;
            }

            string name = member.Name[..^PathSuffix.Length];
            if (member.Value is not JsonStringSyntax text)
            {
                throw fields.Fault(field, $"has the key \"{member.Name}\", whose value must be a path in a string");
            }

            if (@object.Find(name) is not null)
            {
                throw fields.Fault(field, $"has both \"{name}\" and \"{member.Name}\"");
            }

            isLiteral = false;
            members.Add((name, new PathTemplate(member.Name, fields.ParsePath(field, text.Value))));
        }

        return isLiteral ? new Literal(JsonConversion.FromSyntax(@object)) : new ObjectTemplate(members.MoveToImmutable());
    }

    private sealed class Literal(JsonValue value) : PayloadTemplate
    {
        public override JsonValue Fill(JsonValue data, Frame frame, out Failure? failure)
        {
            failure = null;
            return value;
        }
    }

    private sealed class PathTemplate(string key, ReferencePath path) : PayloadTemplate
    {
        public override JsonValue? Fill(JsonValue data, Frame frame, out Failure? failure)
        {
            JsonValue? value = path.Select(data, frame);
            failure = value is null
                ? Failure.Runtime(frame, $"The JSONPath '{path.Text}' specified for the field '{key}' could not be found in the input '{data}'")
                : null;
            return value;
        }
    }

    private sealed class ObjectTemplate(ImmutableArray<(string Name, PayloadTemplate Value)> members) : PayloadTemplate
    {
        public override JsonValue? Fill(JsonValue data, Frame frame, out Failure? failure)
        {
            var filled = default(JsonObject.Builder);
            foreach ((string name, PayloadTemplate template) in members)
            {
                if (template.Fill(data, frame, out failure) is not { } value)
                {
                    return null;
                }

                filled.Set(name, value);
            }

            failure = null;
            return filled.ToObject();
        }
    }

    private sealed class ArrayTemplate(ImmutableArray<PayloadTemplate> items) : PayloadTemplate
    {
        public override JsonValue? Fill(JsonValue data, Frame frame, out Failure? failure)
        {
            var filled = new JsonValue[items.Length];
            for (int i = 0; i < filled.Length; i++)
            {
                if (items[i].Fill(data, frame, out failure) is not { } value)
                {
                    return null;
                }

                filled[i] = value;
            }

            failure = null;
            return new JsonArray(filled);
        }
    }
}
