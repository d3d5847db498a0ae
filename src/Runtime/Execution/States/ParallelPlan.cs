using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.States;

/// <summary>A Parallel state: its branches run side by side; the first error of one stops the others.</summary>
internal sealed class ParallelPlan : RetryingPlan
{
    private readonly DataFlow _flow;
    private readonly ImmutableArray<ScopePlan> _branches;

    public ParallelPlan(FieldReader fields, ParallelState state)
        : base(fields, state, StateType.Parallel)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.Payload | DataFlowFields.ResultPath | DataFlowFields.Result | DataFlowFields.Assign);
        fields.RequireObjects("Branches", state.Branches.Length);
        if (state.Branches.Length == 0)
        {
            throw fields.Fault("Branches", "must be a list with at least one branch");
        }

        _branches = ImmutableArray.CreateRange(state.Branches, branch =>
        {
            FieldReader nested = fields.Nested(branch);
            ScopePlan scope = ScopePlan.Compile(branch, nested);
            nested.Finish();
            return scope;
        });
    }

    public override ImmutableArray<ScopePlan> Scopes => _branches;

    protected override HistoryEventType? FailedEvent => HistoryEventType.ParallelStateFailed;

    public override string? CheckMock(JsonValue result) => result is not JsonArray outputs ? "Mocked result must be an array."
        : outputs.Items.Length != _branches.Length ? "Mocked result must contain the same number of items as number of Parallel branches."
        : null;

    protected override async ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input)
    {
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        JsonValue? payload = data is null ? null : _flow.Fill(frame, data, out failure);
        failure ??= DataFlow.CheckLimits(payload!, frame, Name);
        if (failure is not null)
        {
            return failure;
        }

        if (frame.Probe?.Answer is { } answer)
        {
            (JsonValue? result, failure) = await AnswerAsync(frame, answer, payload!).ConfigureAwait(false);
            return result is null ? failure! : _flow.Give(frame, input, result, Transition);
        }

        frame.Append(HistoryEventType.ParallelStateStarted, this, null);
        var run = new BranchRun(frame, _branches.Length);
        for (int i = 0; i < _branches.Length && run.Failure is null; i++)
        {
            run.Start(i, _branches[i], payload!);
        }

        while (run.Join.Running > 0)
        {
            await run.Join.NextAsync().ConfigureAwait(false);
        }

        run.Join.ThrowIfFaulted();
        run.Stop.Release();
        frame.LastEventId = run.LastEventId;
        if (run.Failure is not null)
        {
            return run.Failure;
        }

        frame.AppendAside(HistoryEventType.ParallelStateSucceeded, this, null);
        return _flow.Give(frame, input, new JsonArray(run.Outputs), Transition);
    }

    /// <summary>The branches of one attempt.</summary>
    private sealed class BranchRun(Frame frame, int count)
    {
        public JsonValue[] Outputs { get; } = new JsonValue[count];

        public Join Join { get; } = new();

        public StopSignal Stop { get; } = frame.Stop.Nest();

        public Failure? Failure { get; private set; }

        /// <summary>The last event of the branch that ended last, or failed first.</summary>
        public int LastEventId { get; private set; } = frame.LastEventId;

        public void Start(int index, ScopePlan branch, JsonValue payload)
        {
            var nested = new Frame(frame, Stop, frame.LastEventId, null);
            Join.Start(NestedScope.RunBranchAsync(nested, index, branch, payload), (Run: this, Index: index, Frame: nested), static (state, outcome) =>
                state.Run.End(state.Index, state.Frame, outcome));
        }

        private void End(int index, Frame nested, Outcome outcome)
        {
            if (Failure is not null)
            {
                return;
            }

            LastEventId = nested.LastEventId;
            if (outcome.Output is { } output)
            {
                Outputs[index] = output;
                return;
            }

            Failure = outcome.Failure;
            Stop.Stop();
        }
    }
}
