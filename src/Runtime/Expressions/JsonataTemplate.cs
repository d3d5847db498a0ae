using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>Values of JSONata states: any string in them may be an expression, and keys never are.</summary>
internal sealed class JsonataTemplate(FieldReader fields) : TemplateCompiler
{
    protected override Expression CompileText(JsonStringSyntax text, string location) =>
        fields.Jsonata(text.Value, location) is { } expression ? expression : new LiteralExpression(new JsonString(text.Value));

    protected override (string Name, Expression Value) CompileMember(JsonObjectSyntax owner, JsonMemberSyntax member, string location) =>
        (member.Name, Compile(member.Value, location + "/" + member.Name));
}
