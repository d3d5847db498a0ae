using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Execution.States;

/// <summary>A way to a state, or to the end of the scope: out of another state, or into the scope.</summary>
internal sealed class Transition : ICoveredPart
{
    private readonly FieldReader _fields;
    private readonly string? _target;

    private Transition(FieldReader fields, string field, string? target)
    {
        _fields = fields;
        Field = field;
        _target = target;
    }

    /// <summary>The field that says it: <c>Next</c>, <c>End</c>, <c>Default</c> or <c>StartAt</c>.</summary>
    public string Field { get; }

    /// <summary>The next state, or null at the end; set by <see cref="Link"/>.</summary>
    public PlanState? Target { get; private set; }

    public ElementCounter? Counter { get; set; }

    /// <summary>Reads <c>Next</c> or <c>End</c>, of which a state has one.</summary>
    public static Transition NextOrEnd(FieldReader fields)
    {
        string? next = fields.Text("Next");
        bool isEnd = fields.Flag("End");
        if (next is null && !isEnd)
        {
            throw fields.Fault("Next", "is missing, and so is End");
        }

        if (next is not null && isEnd)
        {
            throw fields.Fault("Next", "cannot stand beside End");
        }

        return new Transition(fields, isEnd ? "End" : "Next", next);
    }

    /// <summary>Reads a field that must name a state.</summary>
    public static Transition To(FieldReader fields, string field) => new(fields, field, fields.RequiredText(field));

    public void Link(PlanLinker linker) => Target = _target is null ? null : linker.Find(_fields, Field, _target);
}
