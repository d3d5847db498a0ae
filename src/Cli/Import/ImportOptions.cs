namespace StateMachineGen.Cli.Import;

/// <summary>How an imported machine is called.</summary>
/// <param name="ClassName">The name of its class, an identifier of C#.</param>
/// <param name="MachineName">The machine's name, which also names the file that is emitted; where it differs from the class name it is written as <c>Name</c>.</param>
/// <param name="Namespace">The namespace of the class.</param>
public sealed record ImportOptions(string ClassName, string MachineName, string Namespace = ImportOptions.DefaultNamespace)
{
    /// <summary>The namespace of imported machines when nothing else is said.</summary>
    public const string DefaultNamespace = "StateMachines";
}
