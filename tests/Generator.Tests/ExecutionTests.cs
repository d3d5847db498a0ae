using System.Threading.Tasks;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>Generated code is compiled, loaded and run.</summary>
public sealed class ExecutionTests
{
    private const string Program = Sources.Tutorial + """


        public sealed class Services(Chance chance) : IServiceProvider
        {
            public object? GetService(Type serviceType) => serviceType == typeof(Chance) ? chance : null;
        }

        public static class Program
        {
            public static Task<string> RunAsync(bool fails) => RunAsync<TraceFunctions, Request, Response>(fails, new Request(7));

            private static async Task<string> RunAsync<TMachine, TInput, TOutput>(bool fails, TInput input)
                where TMachine : IStateMachine<TMachine, TInput, TOutput>
            {
                await using var machine = LocalStateMachine.Create<TMachine, TInput, TOutput>(new Services(new Chance { Fails = fails }));
                ExecutionResult<TOutput> result = await machine.ExecuteAsync(input);
                return result.Status + ": " + string.Join(" > ", result.Path);
            }

            public static async Task<string> InvokeLambdaAsync(string input)
            {
                await using System.IO.Stream output = await TraceFunctions.CallTestFunction1.HandleLambdaAsync(new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)));
                return new System.IO.StreamReader(output).ReadToEnd();
            }
        }

        public partial class TraceFunctions
        {
            static partial void OnCreateLambdaServices(ref IServiceProvider? services) => services = new Services(new Chance());
        }
        """;

    [Theory]
    [InlineData(false, "Succeeded: CallTestFunction1 > CallTestFunction2 > CallTestFunction3 > Succeed")]
    [InlineData(true, "Failed: CallTestFunction1 > AfterTaskFailed")]
    public async Task A_generated_machine_runs(bool fails, string expected)
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(Program);
        (await assembly.Call<Task<string>>("Demo.Program", "RunAsync", fails)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_generated_Lambda_entry_point_runs_the_handler()
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(Program);
        (await assembly.Call<Task<string>>("Demo.Program", "InvokeLambdaAsync", """{ "number": 3 }""")).ShouldBe("""{"ok":true}""");
    }
}
