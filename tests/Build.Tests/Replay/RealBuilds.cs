namespace StateMachineGen.Build.Tests.Replay;

/// <summary>One real build at a time: each takes all cores already.</summary>
[CollectionDefinition(Name)]
public sealed class RealBuilds
{
    public const string Name = "Real builds";
}
