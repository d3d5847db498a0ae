namespace StateMachineGen.Execution.Processing;

/// <summary>The steps of a state's processing after which TestState shows the data. Its names are those of AWS's <c>inspectionData</c>.</summary>
internal enum ProcessingStep
{
    Input,
    AfterInputPath,
    AfterParameters,
    AfterArguments,
    AfterItemsPath,
    AfterItemSelector,
    Result,
    AfterResultSelector,
    AfterResultPath,
    Variables,
}
