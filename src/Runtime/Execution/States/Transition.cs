namespace StateMachineGen.Execution.States;

/// <summary>Where a state leads: <c>Next</c> or <c>End</c>.</summary>
internal sealed class Transition
{
    private readonly FieldReader _fields;
    private readonly string? _next;

    public Transition(FieldReader fields)
    {
        _fields = fields;
        _next = fields.Text("Next");
        bool isEnd = fields.Flag("End");
        if (_next is null && !isEnd)
        {
            throw fields.Fault("Next", "is missing, and so is End");
        }

        if (_next is not null && isEnd)
        {
            throw fields.Fault("Next", "cannot stand beside End");
        }
    }

    /// <summary>The next state, or null at the end; set by <see cref="Link"/>.</summary>
    public PlanState? Target { get; private set; }

    public void Link(PlanLinker linker) => Target = _next is null ? null : linker.Find(_fields, "Next", _next);
}
