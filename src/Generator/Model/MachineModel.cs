using StateMachineGen.Authoring;

namespace StateMachineGen.Generator.Model;

// What crosses the pipeline. Two rules hold for every type in this file, or nothing is cached:
// 1. It has value equality through and through: records of strings, numbers, enums and EquatableArrays.
// 2. It holds nothing that roots a compilation: no symbol, syntax, location or position, so that moving a class by a
//    line, or editing the body of a method, gives an equal model and emits nothing.

/// <summary>A machine as it is emitted.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Containers">The types around the class, outermost first, then the class itself.</param>
/// <param name="FullName">The class's name with <c>global::</c>.</param>
/// <param name="MetadataName">The class's name as metadata spells it.</param>
/// <param name="HintName">The name of the generated file, without ending.</param>
/// <param name="AssemblyName">The assembly's name, for Lambda's handler strings.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="IsExpress">Whether it is an Express machine.</param>
/// <param name="Tracing">Whether X-Ray tracing is on when it is deployed.</param>
/// <param name="Input">What an execution is started with.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Json">The serializer context, or null for reflection.</param>
/// <param name="Definition">The ASL text, or null when none could be built.</param>
/// <param name="TakenNames">The names of generated members that the class uses itself.</param>
/// <param name="Scope">The states that can be extended.</param>
internal sealed record MachineModel(
    string? Namespace,
    EquatableArray<TypeDeclaration> Containers,
    string FullName,
    string MetadataName,
    string HintName,
    string AssemblyName,
    string Name,
    bool IsExpress,
    bool Tracing,
    string Input,
    string Output,
    string? Json,
    string? Definition,
    EquatableArray<string> TakenNames,
    ScopeModel Scope);

/// <summary>A scope of states.</summary>
/// <param name="Declaration">The class around the states; null when they are nested directly in the machine or in the Map.</param>
/// <param name="States">The states that can be extended.</param>
/// <param name="Body">The other machine whose states these are, or null.</param>
internal sealed record ScopeModel(TypeDeclaration? Declaration, EquatableArray<StateModel> States, BodyModel? Body);

/// <summary>Another machine whose states a scope runs.</summary>
/// <param name="FullName">Its class's name with <c>global::</c>.</param>
/// <param name="Input">What it takes.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Handlers">Its Lambda handlers, as lines of the manifest.</param>
internal sealed record BodyModel(string FullName, string Input, string Output, EquatableArray<string> Handlers);

/// <summary>How a type is declared: <c>class</c>, <c>record</c> … and its name.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Name">The name, escaped where it is a keyword.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);

/// <summary>A state as it is emitted.</summary>
/// <param name="Declaration">How its class is declared.</param>
/// <param name="MetadataName">The class's name as metadata spells it.</param>
/// <param name="Name">The state's name.</param>
/// <param name="Handler">Its C# work, or null.</param>
/// <param name="Hooks">The hooks that the class implements.</param>
/// <param name="TakenNames">The names of generated members that the class uses itself.</param>
/// <param name="Scopes">The scopes nested in the state.</param>
internal sealed record StateModel(
    TypeDeclaration Declaration,
    string MetadataName,
    string Name,
    HandlerModel? Handler,
    StateHooks Hooks,
    EquatableArray<string> TakenNames,
    EquatableArray<ScopeModel> Scopes);

/// <summary>The C# work of a task.</summary>
/// <param name="Input">What it takes.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Parameters">What its constructor asks for.</param>
internal sealed record HandlerModel(string Input, string Output, EquatableArray<ParameterModel> Parameters);

/// <summary>A parameter of a handler's constructor.</summary>
/// <param name="Type">The type.</param>
/// <param name="Default">The default as C#, or null.</param>
internal sealed record ParameterModel(string Type, string? Default);
