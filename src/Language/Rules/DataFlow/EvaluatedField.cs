using System;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>What AWS makes of the value of a field.</summary>
internal enum FieldForm
{
    /// <summary>A JSONPath.</summary>
    Path,

    /// <summary>A JSONPath that a choice rule compares with.</summary>
    ComparedPath,

    /// <summary>A path that selects one node.</summary>
    ReferencePath,

    /// <summary>A path that selects one node of the data: where a result goes.</summary>
    ResultPath,

    /// <summary>A path that selects one node, but not of the context object: a number of a Map.</summary>
    NumberPath,

    /// <summary>A path that selects one node, or a call of a function that gives a string.</summary>
    ErrorText,

    /// <summary>A payload template, in which fields with the suffix <c>.$</c> are evaluated.</summary>
    Template,

    /// <summary>JSON that is never evaluated.</summary>
    Static,

    /// <summary>JSON in which strings between <c>{%</c> and <c>%}</c> are evaluated.</summary>
    Jsonata,
}

/// <summary>Members of the reserved variable <c>$states</c>.</summary>
[Flags]
internal enum StatesMembers
{
    None = 0,
    Input = 1,
    Context = 2,
    Result = 4,
    ErrorOutput = 8,
}

/// <summary>A field whose value is evaluated, or could be thought to be.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Form">What AWS makes of it.</param>
/// <param name="Members">The members that <c>$states</c> has there.</param>
/// <param name="IsPresenceTest">Whether it is asked whether the path selects anything.</param>
internal readonly record struct EvaluatedField(
    JsonSyntax Value, FieldPlace Place, FieldForm Form, StatesMembers Members = StatesMembers.Input | StatesMembers.Context, bool IsPresenceTest = false);
