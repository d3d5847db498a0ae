using System;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>
/// Payload templates of JSONPath states (<c>Parameters</c>, <c>ResultSelector</c>, <c>Assign</c>): a key that ends in <c>.$</c> is filled
/// from a path or an intrinsic function.
/// </summary>
internal sealed class JsonPathTemplate(FieldReader fields, string field) : TemplateCompiler
{
    private const string Suffix = ".$";

    protected override Expression CompileText(JsonStringSyntax text, string location) => new LiteralExpression(new JsonString(text.Value));

    protected override (string Name, Expression Value) CompileMember(JsonObjectSyntax owner, JsonMemberSyntax member, string location)
    {
        if (!member.Name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return (member.Name, Compile(member.Value, location));
        }

        string name = member.Name[..^Suffix.Length];
        if (member.Value is not JsonStringSyntax text)
        {
            throw fields.Fault(field, $"has the key \"{member.Name}\", whose value must be a path in a string");
        }

        if (owner.Find(name) is not null)
        {
            throw fields.Fault(field, $"has both \"{name}\" and \"{member.Name}\"");
        }

        return (name, fields.PathOrCall(field, text.Value, member.Name));
    }
}
