namespace StateMachineGen.Generator.Model;

/// <summary>
/// Where a machine stands in the source, as it is emitted. Apart from <see cref="MachineModel"/>, which must not change with a line that moves.
/// </summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Containers">The types around the class, outermost first, then the class itself.</param>
/// <param name="HintName">The name of the generated file, without ending.</param>
/// <param name="Root">The folder of the project.</param>
/// <param name="Text">The files and the places, as lines.</param>
internal sealed record SourceMapModel(string? Namespace, EquatableArray<TypeDeclaration> Containers, string HintName, string Root, string Text);
