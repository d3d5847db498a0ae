namespace StateMachineGen.Cli.Coverage;

/// <summary><c>stategen coverage</c>: what there is to do with reports of coverage.</summary>
internal sealed class CoverageCommand : DocumentedCommand
{
    public CoverageCommand(CommandContext context)
        : base("coverage", "Works with reports of the coverage of state machines.") => Add(new MergeCommand(context));

    public override string Notes =>
        """
        Reports come from stategen test --coverage json, and from tests in .NET, where
        CoverageReport.Save writes them.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
        [("stategen coverage merge a/coverage.json b/coverage.json", "Shows what two test projects cover together.")];
}
