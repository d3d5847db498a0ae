using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>What makes a value.</summary>
internal enum ShapeSource
{
    /// <summary>A payload that is written in the definition.</summary>
    Payload,

    /// <summary>What a state of this type always gives: the array of a Parallel or Map, the answer of a service.</summary>
    Result,

    /// <summary>An error that was caught.</summary>
    Error,
}

/// <summary>Where a value comes from.</summary>
/// <param name="State">The state that makes it.</param>
/// <param name="Source">Of what.</param>
/// <param name="ReplacesInput">Whether it takes the place of the whole input because nobody wrote a ResultPath.</param>
internal sealed record ShapeOrigin(State State, ShapeSource Source, bool ReplacesInput)
{
    /// <summary>Says why a value lacks something.</summary>
    /// <param name="holder">The value that lacks it.</param>
    /// <param name="isWhole">Whether that is the whole value that was made.</param>
    /// <param name="isPassedOn">Whether it went through <c>ResultPath</c>.</param>
    public string Explain(Shape holder, bool isWhole, bool isPassedOn)
    {
        string what = Source == ShapeSource.Error ? $"the error output of '{State.Name}'" : $"what '{State.Name}' gives";
        string where = isWhole ? "" : " there";
        string why = !isWhole || !isPassedOn || !ReplacesInput ? ""
            : ", and takes the place of the input because " + (Source == ShapeSource.Error ? "the Catch" : "the state") + " has no ResultPath";
        return what + where + " " + holder.Describe() + why;
    }
}
