using System.Collections.Generic;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes fields that nothing else can say, as <c>[Field]</c> with their JSON.</summary>
internal static class FieldAttribute
{
    public static IEnumerable<AttributeSource> WriteAll(IEnumerable<(string Name, JsonSyntax Value)> fields)
    {
        foreach ((string name, JsonSyntax value) in fields)
        {
            var attribute = new AttributeSource("Field");
            attribute.Add(null, new ValueSource(StringLiteral.Write(name)));
            attribute.Add(null, Payload.Write(value));
            yield return attribute;
        }
    }
}
