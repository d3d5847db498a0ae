namespace StateMachineGen.CodeFixes.Tests;

internal static class Sources
{
    /// <summary>A machine with a body.</summary>
    public static string Machine(string body, string attribute = "[StateMachine]") => $$"""
        {{attribute}}
        public partial class Machine
        {
        {{body}}
        }
        """;
}
