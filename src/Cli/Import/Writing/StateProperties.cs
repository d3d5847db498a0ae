using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>The properties that the attributes of states have, in the order in which they are written, with what they take.</summary>
internal static class StateProperties
{
    private static readonly Dictionary<StateType, (string Name, Func<JsonSyntax, ValueSource?> Write)[]> s_properties = new()
    {
        [StateType.Task] =
        [
            Number("TimeoutSeconds"), Text("TimeoutSecondsPath"), Number("HeartbeatSeconds"), Text("HeartbeatSecondsPath"), Path("InputPath"), Path("ResultPath"),
            Path("OutputPath"),
        ],
        [StateType.Pass] = [Path("InputPath"), Path("ResultPath"), Path("OutputPath")],
        [StateType.Choice] = [Path("InputPath"), Path("OutputPath")],
        [StateType.Wait] = [Text("SecondsPath"), Text("Timestamp"), Text("TimestampPath"), Path("InputPath"), Path("OutputPath")],
        [StateType.Succeed] = [Path("InputPath"), Path("OutputPath")],
        [StateType.Fail] = [Text("Error"), Text("ErrorPath"), Text("Cause"), Text("CausePath")],
        [StateType.Parallel] = [Path("InputPath"), Path("ResultPath"), Path("OutputPath")],
        [StateType.Map] =
        [
            Text("Label"), Path("InputPath"), Text("ItemsPath"), Number("MaxConcurrency"), Text("MaxConcurrencyPath"), Number("ToleratedFailureCount"),
            Text("ToleratedFailureCountPath"), Number("ToleratedFailurePercentage"), Text("ToleratedFailurePercentagePath"), Path("ResultPath"), Path("OutputPath"),
        ],
    };

    /// <summary>The properties of a type, besides those that all types have.</summary>
    public static IReadOnlyList<(string Name, Func<JsonSyntax, ValueSource?> Write)> Of(StateType type) => s_properties[type];

    private static (string Name, Func<JsonSyntax, ValueSource?> Write) Text(string name) => (name, PropertyValue.Text);

    private static (string Name, Func<JsonSyntax, ValueSource?> Write) Path(string name) => (name, PropertyValue.TextOrNull);

    private static (string Name, Func<JsonSyntax, ValueSource?> Write) Number(string name) => (name, PropertyValue.NumberOrText);
}
