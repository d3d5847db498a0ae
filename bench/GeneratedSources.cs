using System.Globalization;
using System.Linq;
using System.Text;

namespace StateMachineGen.Bench;

/// <summary>Sources of a given size for the generators.</summary>
internal static class GeneratedSources
{
    /// <summary>A file that no generator looks at, with some methods to edit.</summary>
    public static string Other(int version, string parameter = "values")
    {
        StringBuilder text = new("using System.Linq;\npublic static class Other\n{\n");
        for (int i = 0; i < 20; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    public static int Method{i}(int[] {(i == 0 ? parameter : "values")}) => {(i == 0 ? parameter : "values")}.Where(value => value > {(i == 0 ? version : i)}).Select(value => value * 2).Sum();\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>A machine of some tasks, each with a handler, a catch and a next state.</summary>
    /// <param name="states">The number of state classes, the last two of which end the machine.</param>
    /// <param name="body">A number in the body of one handler.</param>
    /// <param name="timeout">A number in the definition.</param>
    public static string Machine(int states, int body = 0, int timeout = 5)
    {
        StringBuilder text = new("""
            using System.Threading;
            using System.Threading.Tasks;
            using StateMachineGen;

            public sealed record Order(int Id, string Customer);

            [StateMachine<Order, Order>]
            public partial class Machine
            {

            """);
        for (int i = 0; i < states - 2; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    {{(i == 0 ? "[StartAt]" : "")}}
                    [Task("arn:aws:lambda:us-east-1:123456789012:function:work{{i}}", TimeoutSeconds = {{(i == 0 ? timeout : 5)}})]
                    [Catch<Broken>(Errors.TaskFailed)]
                    [Next<{{(i == states - 3 ? "Done" : $"Work{i + 1}")}}>]
                    public sealed partial class Work{{i}} : ITask<Order, Order>
                    {
                        public Task<Order> ExecuteAsync(Order input, CancellationToken cancellationToken) => Task.FromResult(input with { Id = {{(i == 0 ? body : i)}} });
                    }


                """);
        }

        return text.Append("    [Succeed] public sealed partial class Done;\n    [Fail] public sealed partial class Broken;\n}\n").ToString();
    }

    /// <summary>Types for the System.Text.Json generator and one context over all of them.</summary>
    public static string Types(int types, int body = 0, int version = 0)
    {
        StringBuilder text = new("using System.Text.Json.Serialization;\n\n");
        foreach (int i in Enumerable.Range(0, types))
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                public sealed class Type{{i}}
                {
                    public int Id { get; set; }
                    public string? Name { get; set; }
                    public double Amount { get; set; }
                    public bool Flag { get; set; }
                    {{(i == 0 && version > 0 ? $"public int Added{version} {{ get; set; }}" : "")}}
                    public int Compute() => {{(i == 0 ? body : i)}};
                }


                """);
        }

        foreach (int i in Enumerable.Range(0, types))
        {
            text.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Type{i}))]\n");
        }

        return text.Append("public sealed partial class Context : JsonSerializerContext;\n").ToString();
    }
}
