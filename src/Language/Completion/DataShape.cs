using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Completion;

/// <summary>A member of data.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">Its type in a few characters, or "".</param>
/// <param name="Description">What it holds, as a part of a sentence, or "".</param>
/// <param name="FindShape">Finds what is known of its value; null for nothing.</param>
public sealed record DataMember(string Name, string Type, string Description, Func<DataShape?> FindShape);

/// <summary>What is known of a JSON value: the members that it may have. Nothing is read before it is asked for, so types may contain themselves.</summary>
public abstract class DataShape
{
    /// <summary>The members of the value.</summary>
    public abstract IEnumerable<DataMember> Members { get; }

    /// <summary>What is known of its elements, when it is an array.</summary>
    public virtual DataShape? Element => null;

    /// <summary>What is known of a member's value, or null.</summary>
    public DataShape? Find(string name) => Join(Members.Where(member => member.Name == name).Select(static member => member.FindShape()));

    /// <summary>What several sources know of one value.</summary>
    public static DataShape? Join(IEnumerable<DataShape?> shapes)
    {
        DataShape[] known = [.. shapes.OfType<DataShape>()];
        return known.Length switch
        {
            0 => null,
            1 => known[0],
            _ => new Joined(known),
        };
    }

    private sealed class Joined(DataShape[] shapes) : DataShape
    {
        public override IEnumerable<DataMember> Members => shapes.SelectMany(static shape => shape.Members);

        public override DataShape? Element => Join(shapes.Select(static shape => shape.Element));
    }
}

/// <summary>What C# knows of the data of a machine.</summary>
/// <param name="ExecutionInput">What an execution is started with, or null.</param>
/// <param name="TaskInput">What the handler of the state at the caret takes, or null.</param>
/// <param name="TaskResult">What that handler returns, or null.</param>
public sealed record KnownData(DataShape? ExecutionInput = null, DataShape? TaskInput = null, DataShape? TaskResult = null);
