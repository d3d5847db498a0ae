using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.StateTests;

/// <summary>Makes a machine of the definition of one state. The states that it leads to are there only to be named.</summary>
internal static class SingleState
{
    /// <summary>The state's name in the machine.</summary>
    public const string Name = "StateName";

    /// <summary>The definition of the machine; a text that is no JSON object is left for the loader to refuse.</summary>
    public static string ToMachine(string definition)
    {
        if (Definition.Read(definition).Machine is not { Syntax: { } state })
        {
            return definition;
        }

        var targets = new HashSet<string>(StringComparer.Ordinal) { Name };
        var machine = new StringBuilder($$"""{"StartAt":"{{Name}}","States":{"{{Name}}":""").Append(definition);
        foreach (string target in FindTargets(state).Where(targets.Add))
        {
            machine.Append(',').Append(new JsonString(target)).Append(""":{"Type":"Succeed"}""");
        }

        return machine.Append("}}").ToString();
    }

    private static IEnumerable<string> FindTargets(JsonObjectSyntax state)
    {
        IEnumerable<JsonSyntax?> targets = [Find(state, "Next"), Find(state, "Default"), .. Items(state, "Choices"), .. Items(state, "Catch")];
        return targets.OfType<JsonStringSyntax>().Select(target => target.Value);
    }

    private static IEnumerable<JsonSyntax?> Items(JsonObjectSyntax state, string field) =>
        Find(state, field) is JsonArraySyntax list ? list.Items.OfType<JsonObjectSyntax>().Select(item => Find(item, "Next")) : [];

    private static JsonSyntax? Find(JsonObjectSyntax part, string field) => part.Find(field)?.Value;
}
