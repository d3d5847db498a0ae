using System.Collections.Immutable;

namespace StateMachineGen.Authoring;

/// <summary>
/// Properties of type <c>object</c>, which take a number or an expression: C# cannot say so in their type. What is neither is left out of the definition and
/// reported.
/// </summary>
public static class NumericProperties
{
    private static readonly ImmutableHashSet<string> s_names =
    [
        "TimeoutSeconds", "HeartbeatSeconds", "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage", "MaxItems", "MaxItemsPerBatch", "MaxInputBytesPerBatch",
    ];

    /// <summary>Whether a property takes a number or an expression, and the value is neither.</summary>
    public static bool Refuses(string property, AnnotationValue value) =>
        value is { IsPresent: true, IsNull: false, IsError: false, IsNumberOrText: false } && s_names.Contains(property);
}
