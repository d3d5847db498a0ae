using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Completion;

namespace StateMachineGen.Language.Tests.Completion;

/// <summary>Data as C# types would describe it.</summary>
internal sealed class Shapes : DataShape
{
    private readonly DataShape? _element;

    private Shapes(DataShape? element, params (string Name, string Type, DataShape? Shape)[] members)
    {
        _element = element;
        Members = [.. members.Select(member => new DataMember(member.Name, member.Type, "", () => member.Shape))];
    }

    public override IEnumerable<DataMember> Members { get; }

    public override DataShape? Element => _element;

    /// <summary>An order is what executions are started with; the handler takes a customer and returns a bill.</summary>
    public static KnownData Order { get; } = new(
        new Shapes(null, ("id", "string", null), ("lines", "Line[]", new Shapes(new Shapes(null, ("item", "string", null), ("count", "int", null)))), ("order date", "string", null)),
        new Shapes(null, ("customer", "Customer", new Shapes(null, ("name", "string", null)))),
        new Shapes(null, ("total", "decimal", null)));
}
