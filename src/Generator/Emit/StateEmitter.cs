using System.Linq;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator.Emit;

/// <summary>Model → C#: what is added to the class of a state.</summary>
internal static class StateEmitter
{
    /// <summary>Emits the states of a scope, inside the class around them if there is one.</summary>
    public static void Emit(SourceWriter writer, MachineModel machine, ScopeModel scope)
    {
        if (scope.Declaration is { } declaration)
        {
            writer.WriteBlank();
            writer.Open($"partial {declaration.Keyword} {declaration.Name}");
        }

        bool isFirst = scope.Declaration is not null;
        foreach (StateModel state in scope.States)
        {
            if (!isFirst)
            {
                writer.WriteBlank();
            }

            Emit(writer, machine, state);
            isFirst = false;
        }

        if (scope.Declaration is not null)
        {
            writer.Close();
        }
    }

    private static void Emit(SourceWriter writer, MachineModel machine, StateModel state)
    {
        writer.Open($"partial {state.Declaration.Keyword} {state.Declaration.Name} : SmgRuntime::IState");
        EmitBinding(writer, machine, state);
        EmitHooks(writer, state);
        if (MachineManifest.HasHandler(state))
        {
            EmitLambdaHandler(writer, machine, state);
        }

        foreach (ScopeModel scope in state.Scopes)
        {
            Emit(writer, machine, scope);
        }

        writer.Close();
    }

    // static StateBinding IState.Binding => new StateBinding("Name") { Entered = OnEntered };
    private static void EmitBinding(SourceWriter writer, MachineModel machine, StateModel state)
    {
        writer.Write(MachineEmitter.GeneratedCode);
        if (state.Handler is not { } handler)
        {
            writer.Write($"static SmgCompiler::StateBinding SmgRuntime::IState.Binding => new({Literals.Quote(state.Name)}){Hooks(state)};");
            return;
        }

        string json = machine.Json is null ? "" : $", {machine.Json}.Default";
        writer.Write($"static SmgCompiler::StateBinding SmgRuntime::IState.Binding => new SmgCompiler::TaskBinding<{handler.Input}, {handler.Output}>(");
        writer.Indent();
        writer.Write($"{Literals.Quote(state.Name)}, static services => new {state.Declaration.Name}({Arguments(state, handler)}){json}){Hooks(state)};");
        writer.Outdent();
    }

    // static partial void OnEntered(StateEntered state);
    private static void EmitHooks(SourceWriter writer, StateModel state)
    {
        writer.WriteBlank();
        foreach ((_, string name, string parameter) in ReservedMembers.Hooks)
        {
            if (!state.TakenNames.Contains(name))
            {
                writer.Write($"static partial void {name}(SmgRuntime::{parameter} state);");
            }
        }
    }

    // public static Task<Stream> HandleLambdaAsync(Stream input) => LambdaEntryPoint.InvokeAsync<TMachine, TState>(input);
    private static void EmitLambdaHandler(SourceWriter writer, MachineModel machine, StateModel state)
    {
        writer.WriteBlank();
        // A documentation comment would cost as much to parse as the method itself.
        writer.Write($"// Lambda handler: {Literals.OneLine(MachineManifest.HandlerName(machine.AssemblyName, state))}");
        writer.Write(MachineEmitter.GeneratedCode);
        writer.Write($"public static SmgTasks::Task<SmgIO::Stream> {ReservedMembers.LambdaHandler}(SmgIO::Stream input) =>");
        writer.Indent();
        writer.Write($"SmgCompiler::LambdaEntryPoint.InvokeAsync<{machine.FullName}, {state.Declaration.Name}>(input);");
        writer.Outdent();
    }

    private static string Hooks(StateModel state) => state.Hooks == StateHooks.None
        ? ""
        : " { " + string.Join(", ", ReservedMembers.Hooks.Where(hook => state.Hooks.HasFlag(hook.Hook)).Select(hook => $"{hook.Hook} = {hook.Name}")) + " }";

    private static string Arguments(StateModel state, HandlerModel handler) =>
        string.Join(", ", handler.Parameters.Select(parameter => parameter switch
        {
            { Type: "global::System.IServiceProvider" } => "services",
            { Default: { } value } => $"SmgCompiler::HandlerServices.GetOrDefault<{parameter.Type}>(services, {value})",
            _ => $"SmgCompiler::HandlerServices.Get<{parameter.Type}>(services, {Literals.Quote(state.Name)})",
        }));
}
