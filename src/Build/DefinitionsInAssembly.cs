using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace StateMachineGen.Build;

/// <summary>
/// Reads the definitions that the generator emitted from an assembly's metadata. The assembly is not loaded and none of its
/// code runs.
/// </summary>
internal static class DefinitionsInAssembly
{
    private const string DefinitionField = "__StateMachineDefinition";
    private const string ManifestField = "__StateMachineManifest";
    private const string NameKey = "name=";
    private const string ExpressLine = "type=EXPRESS";

    /// <summary>Reads all machines, nested types included, ordered by their names.</summary>
    /// <param name="assemblyFile">The path of a managed assembly.</param>
    /// <param name="faults">Takes what is wrong with the assembly or with single machines.</param>
    public static IReadOnlyList<MachineDefinition> Read(string assemblyFile, ICollection<BuildFault> faults)
    {
        var machines = new List<MachineDefinition>();
        try
        {
            using FileStream stream = File.OpenRead(assemblyFile);
            using var assembly = new PEReader(stream);
            MetadataReader metadata = assembly.GetMetadataReader();
            foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
            {
                if (ReadMachine(metadata, metadata.GetTypeDefinition(handle), assemblyFile, faults) is { } machine)
                    machines.Add(machine);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            faults.Add(new BuildFault(
                FaultCodes.UnreadableAssembly,
                $"The state machines of this assembly cannot be read: {e.Message} Rebuild the project.",
                assemblyFile));
        }

        return [.. machines.OrderBy(machine => machine.Name, StringComparer.Ordinal).ThenBy(machine => machine.TypeName, StringComparer.Ordinal)];
    }

    private static MachineDefinition? ReadMachine(
        MetadataReader metadata, TypeDefinition type, string assemblyFile, ICollection<BuildFault> faults)
    {
        string? definition = null;
        string? manifest = null;
        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Literal) == 0)
                continue;
            if (metadata.StringComparer.Equals(field.Name, DefinitionField))
                definition = ReadString(metadata, field);
            else if (metadata.StringComparer.Equals(field.Name, ManifestField))
                manifest = ReadString(metadata, field);
        }

        if (definition is null && manifest is null)
            return null;

        string typeName = FullName(metadata, type);
        string? name = manifest is null ? null : NameIn(manifest);
        if (definition is null || string.IsNullOrEmpty(name))
        {
            string missing = definition is null ? DefinitionField : manifest is null ? ManifestField : $"the line '{NameKey}…' in {ManifestField}";
            faults.Add(new BuildFault(
                FaultCodes.IncompleteMachine,
                $"The type {typeName} is no complete state machine: it lacks {missing}. "
                + "The generator and the build task are of different versions, or another tool wrote these constants: "
                + "reference one version of StateMachineGen and rebuild.",
                assemblyFile));
            return null;
        }

        return new MachineDefinition(typeName, name!, definition) { IsExpress = manifest!.Split('\n').Contains(ExpressLine) };
    }

    private static string? ReadString(MetadataReader metadata, FieldDefinition field)
    {
        ConstantHandle handle = field.GetDefaultValue();
        if (handle.IsNil)
            return null;
        Constant constant = metadata.GetConstant(handle);
        return constant.TypeCode == ConstantTypeCode.String
            ? (string?)metadata.GetBlobReader(constant.Value).ReadConstant(ConstantTypeCode.String)
            : null;
    }

    private static string? NameIn(string manifest) =>
        manifest.Split('\n')
            .Where(line => line.StartsWith(NameKey, StringComparison.Ordinal))
            .Select(line => line.Substring(NameKey.Length))
            .FirstOrDefault();

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        string name = metadata.GetString(type.Name);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        if (!outer.IsNil)
            return FullName(metadata, metadata.GetTypeDefinition(outer)) + "." + name;
        string space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }
}
