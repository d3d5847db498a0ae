using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>Items cannot be read, because of what is in an object. Its message becomes the cause of <c>States.ItemReaderFailed</c>.</summary>
#pragma warning disable CA1032 // It is thrown and caught here alone, and always says why.
internal sealed class UnreadableItemsException(CauseText text) : Exception(text.ToString())
{
    public UnreadableItemsException([ConstantExpected] string message)
        : this(CauseText.Of(message))
    {
    }

    public CauseText Text { get; } = text;
}
#pragma warning restore CA1032
