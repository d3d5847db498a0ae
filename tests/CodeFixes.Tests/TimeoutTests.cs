using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class TimeoutTests
{
    [Fact]
    public async Task A_task_that_waits_gets_a_timeout() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new TimeoutCodeFixProvider(),
            "AddTimeout",
            Machine("""[StartAt, Task("arn:aws:states:us-east-1:123456789012:activity:a", Comment = "x"), Next<B>] public partial class A; [Task(Integrations.Glue.StartJobRunSync), End] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:states:us-east-1:123456789012:activity:a", Comment = "x", TimeoutSeconds = 3600), Next<B>] public partial class A; [Task(Integrations.Glue.StartJobRunSync, TimeoutSeconds = 3600), End] public partial class B;"""));
}
