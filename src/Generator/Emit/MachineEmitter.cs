using System.Linq;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator.Emit;

/// <summary>
/// Model → C#: the machine's file. Compiling what is emitted costs more than emitting it, so there is little of it: tables
/// and thin stubs, and short ones, since the compiler parses them at once.
/// </summary>
internal static class MachineEmitter
{
    private static readonly string s_version = typeof(MachineEmitter).Assembly.GetName().Version.ToString(3);

    /// <summary>The attribute of every generated member.</summary>
    internal static string GeneratedCode { get; } = $"[SmgCodeDom::GeneratedCode(\"StateMachineGen\", \"{s_version}\")]";

    public static SourceText Emit(MachineModel machine) => MachineFile.Write(
        machine.Namespace,
        machine.Containers,
        [
            MachineFile.Alias("SmgRuntime", "StateMachineGen"),
            MachineFile.CompilerAlias,
            MachineFile.Alias("SmgCodeDom", "System.CodeDom.Compiler"),
            MachineFile.Alias("SmgIO", "System.IO"),
            MachineFile.Alias("SmgTasks", "System.Threading.Tasks"),
        ],
        (writer, declaration) => EmitMachine(writer, machine, declaration));

    /// <summary>Whether the machine's file has its definition.</summary>
    public static bool HasDefinition(MachineModel machine) =>
        machine.Definition is not null && !machine.TakenNames.Contains(ReservedMembers.Definition) && !machine.TakenNames.Contains(ReservedMembers.Manifest);

    /// <summary>How a type is read and written as JSON.</summary>
    private static string JsonContract(MachineModel machine, string type) =>
        $"SmgCompiler::JsonContract.For<{type}>({(machine.Json is null ? "" : machine.Json + ".Default")})";

    private static void EmitMachine(SourceWriter writer, MachineModel machine, TypeDeclaration declaration)
    {
        bool hasHandlers = MachineManifest.HasHandlers(machine.Scope);
        if (HasDefinition(machine))
        {
            // Machines of other assemblies read it; they may only see a reference assembly, which has no private members.
            writer.Write($"[SmgCompiler::StateMachineDefinition({machine.FullName}.{ReservedMembers.Definition}, {machine.FullName}.{ReservedMembers.Manifest})]");
        }

        writer.Write($"partial {declaration.Keyword} {declaration.Name} :");
        writer.Indent();
        writer.Write(Contract(machine) + (hasHandlers ? "," : ""));
        if (hasHandlers)
        {
            writer.Write("SmgCompiler::ILambdaServices");
        }

        writer.Outdent();
        writer.Open();
        EmitConstants(writer, machine);
        EmitBinding(writer, machine);
        if (hasHandlers)
        {
            EmitLambdaServices(writer, machine);
        }

        StateEmitter.Emit(writer, machine, machine.Scope);

        writer.Close();
    }

    private static string Contract(MachineModel machine) => $"SmgRuntime::IStateMachine<{machine.FullName}, {machine.Input}, {machine.Output}>";

    // private const string __StateMachineDefinition = """ … """;
    // private const string __StateMachineManifest = """ … """;
    private static void EmitConstants(SourceWriter writer, MachineModel machine)
    {
        if (!HasDefinition(machine))
        {
            return;
        }

        // Private, because a public constant would be copied into other assemblies and go stale there.
        EmitConstant(writer, ReservedMembers.Definition, "The definition, in Amazon States Language.", machine.Definition!);
        EmitConstant(writer, ReservedMembers.Manifest, "What the build must know besides the definition.", MachineManifest.Write(machine));
    }

    private static void EmitConstant(SourceWriter writer, string name, string summary, string text)
    {
        writer.Write($"/// <summary>{summary}</summary>");
        writer.Write(GeneratedCode);
        writer.Write($"private const string {name} =");
        writer.Indent();
        writer.WriteRaw(text, ";");
        writer.Outdent();
        writer.WriteBlank();
    }

    // static MachineBinding<TInput, TOutput> IStateMachine<…>.Binding => new(name, type, definition, input, output, states);
    private static void EmitBinding(SourceWriter writer, MachineModel machine)
    {
        writer.Write(GeneratedCode);
        writer.Write($"static SmgCompiler::MachineBinding<{machine.Input}, {machine.Output}> {Contract(machine)}.Binding => new(");
        writer.Indent();
        writer.Write($"{Literals.Quote(machine.Name)},");
        writer.Write($"SmgRuntime::MachineType.{(machine.IsExpress ? "Express" : "Standard")},");
        writer.Write($"{(HasDefinition(machine) ? ReservedMembers.Definition : "null")},");
        writer.Write($"{JsonContract(machine, machine.Input)},");
        writer.Write($"{JsonContract(machine, machine.Output)},");
        writer.Write("[");
        writer.Indent();
        EmitBindings(writer, machine.Scope, "");
        writer.Outdent();
        writer.Write("]);");
        writer.Outdent();
    }

    // StateBinding.Of<Branch.State>(), .. StateBinding.OfMachine<TOther, TInput, TOutput>(),
    private static void EmitBindings(SourceWriter writer, ScopeModel scope, string path)
    {
        path += scope.Declaration is { } declaration ? declaration.Name + "." : "";
        foreach (StateModel state in scope.States)
        {
            writer.Write($"SmgCompiler::StateBinding.Of<{path}{state.Declaration.Name}>(),");
            foreach (ScopeModel nested in state.Scopes)
            {
                EmitBindings(writer, nested, path + state.Declaration.Name + ".");
            }
        }

        if (scope.Body is { } body)
        {
            writer.Write($".. SmgCompiler::StateBinding.OfMachine<{body.FullName}, {body.Input}, {body.Output}>(),");
        }
    }

    // static partial void OnCreateLambdaServices(ref IServiceProvider? services);
    private static void EmitLambdaServices(SourceWriter writer, MachineModel machine)
    {
        bool isTaken = machine.TakenNames.Contains(ReservedMembers.LambdaServices);
        if (!isTaken)
        {
            writer.WriteBlank();
            writer.Write("/// <summary>Implement it to give the Lambda functions of this machine their services; it is called once in a process.</summary>");
            writer.Write($"static partial void {ReservedMembers.LambdaServices}(ref global::System.IServiceProvider? services);");
        }

        writer.WriteBlank();
        writer.Write(GeneratedCode);
        writer.Open("static global::System.IServiceProvider? SmgCompiler::ILambdaServices.Create()");
        writer.Write("global::System.IServiceProvider? services = null;");
        if (!isTaken)
        {
            writer.Write($"{ReservedMembers.LambdaServices}(ref services);");
        }

        writer.Write("return services;");
        writer.Close();
    }
}
