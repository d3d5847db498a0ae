using System.Collections.Generic;
using System.Linq;
using System.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator.Emit;

/// <summary>What is to be known of a machine besides its definition: a line for each thing, <c>key=value</c>. The build reads it, and deployments can.</summary>
internal static class MachineManifest
{
    /// <summary>What the lines begin with that name a Lambda handler.</summary>
    public const string HandlerKey = "handler=";

    /// <summary>The manifest of a machine.</summary>
    public static string Write(MachineModel machine)
    {
        StringBuilder manifest = new();
        manifest.Append("name=").Append(Literals.OneLine(machine.Name)).Append('\n');
        manifest.Append("type=").Append(machine.IsExpress ? "EXPRESS" : "STANDARD").Append('\n');
        manifest.Append("tracing=").Append(machine.Tracing ? "true" : "false").Append('\n');
        foreach (string handler in Handlers(machine.AssemblyName, machine.Scope))
        {
            manifest.Append(handler).Append('\n');
        }

        return manifest.ToString();
    }

    /// <summary>A line for each Lambda handler: <c>handler=State=Assembly::Type::Method</c>.</summary>
    public static IEnumerable<string> Handlers(string assembly, ScopeModel scope)
    {
        foreach (StateModel state in scope.States)
        {
            if (HasHandler(state))
            {
                yield return HandlerKey + Literals.OneLine(state.Name) + "=" + HandlerName(assembly, state);
            }

            foreach (string nested in state.Scopes.SelectMany(inner => Handlers(assembly, inner)))
            {
                yield return nested;
            }
        }

        foreach (string handler in scope.Body is { } body ? body.Handlers : default)
        {
            yield return handler;
        }
    }

    /// <summary>Whether a scope has states of its own that can be deployed as Lambda functions.</summary>
    public static bool HasHandlers(ScopeModel scope) => scope.States.Any(static state => HasHandler(state) || state.Scopes.Any(HasHandlers));

    /// <summary>Whether the state can be deployed as a Lambda function of its own.</summary>
    public static bool HasHandler(StateModel state) => state.Handler is not null && !state.TakenNames.Contains(ReservedMembers.LambdaHandler);

    /// <summary>What Lambda calls a state's function: <c>Assembly::Type::Method</c>.</summary>
    public static string HandlerName(string assembly, StateModel state) => $"{assembly}::{state.MetadataName}::{ReservedMembers.LambdaHandler}";
}
