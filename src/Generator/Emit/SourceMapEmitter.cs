using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Generator.Model;

namespace StateMachineGen.Generator.Emit;

/// <summary>Model → C#: the file with a machine's source map, an attribute on its class.</summary>
internal static class SourceMapEmitter
{
    public static SourceText Emit(SourceMapModel map) => MachineFile.Write(
        map.Namespace,
        map.Containers,
        [MachineFile.CompilerAlias],
        (writer, declaration) =>
        {
            writer.Write("[SmgCompiler::StateMachineSource(");
            writer.Indent();
            writer.Write(Literals.Quote(map.Root) + ",");
            writer.WriteRaw(map.Text, ")]");
            writer.Outdent();
            writer.Write($"partial {declaration.Keyword} {declaration.Name};");
        });
}
