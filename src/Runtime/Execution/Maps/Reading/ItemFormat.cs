using System.IO;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>How items stand in an object (<c>InputType</c>).</summary>
internal abstract class ItemFormat
{
    /// <summary>Reads the items until there are no more, or no more are wanted.</summary>
    /// <param name="content">The object.</param>
    /// <param name="source">Its URI.</param>
    /// <param name="items">What takes the items.</param>
    /// <param name="reader">What the object belongs to.</param>
    public abstract void Read(Stream content, string source, ItemCollector items, ObjectReader reader);
}
