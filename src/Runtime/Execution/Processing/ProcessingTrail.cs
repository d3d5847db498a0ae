using System;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.Processing;

/// <summary>
/// What the data was after each step of a visit's processing. The data flows tell it to the frame's trail, if there is one: in a test of one
/// state, and in executions that a report is made of.
/// </summary>
/// <param name="type">The state's type, which decides what steps there are to show.</param>
internal class ProcessingTrail(StateType type)
{
    private static readonly int s_steps = Enum.GetValues<ProcessingStep>().Length;

    private readonly JsonValue?[] _seen = new JsonValue?[s_steps];

    public JsonValue? Find(ProcessingStep step) => _seen[(int)step];

    /// <summary>Remembers the data after a step, where AWS shows it. What an earlier attempt left of later steps is forgotten.</summary>
    public void See(ProcessingStep step, JsonValue? value)
    {
        Array.Clear(_seen, (int)step, s_steps - (int)step);
        if (IsShown(step))
        {
            _seen[(int)step] = value;
        }
    }

    /// <summary>Remembers the <c>Result</c> of a Pass state; what it is given in vain is not shown.</summary>
    public void SeeResult(JsonValue result)
    {
        See(ProcessingStep.AfterInputPath, null);
        See(ProcessingStep.Result, result);
    }

    /// <summary>AWS shows what the work of each type of state can make of the data, and of a Parallel or Map not what the work came to (measured).</summary>
    private bool IsShown(ProcessingStep step) => step is ProcessingStep.Input or ProcessingStep.Variables || (type, step) switch
    {
        (StateType.Task, _) => true,
        (StateType.Map, _) => step != ProcessingStep.Result,
        (StateType.Parallel, _) => step is ProcessingStep.AfterResultSelector or ProcessingStep.AfterResultPath,
        (StateType.Pass, _) => step != ProcessingStep.AfterArguments,
        _ => step == ProcessingStep.AfterInputPath,
    };
}
