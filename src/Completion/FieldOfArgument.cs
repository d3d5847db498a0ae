using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Completion;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Completion;

/// <summary>The field of a definition that an argument sets, seen from the part that its attribute belongs to.</summary>
/// <param name="Path">The way to the field.</param>
/// <param name="Text">How the argument stands for it.</param>
internal sealed record FieldOfArgument(ImmutableArray<string> Path, CompletionText Text)
{
    private const string Element = CompletionPlace.Element;

    /// <summary>The field of an argument of an attribute; null when it is none that a text helps with.</summary>
    /// <param name="kind">The attribute.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="isJsonata">Whether the query language of the state is JSONata.</param>
    /// <param name="value">What the argument says so far.</param>
    /// <param name="fieldName">For the value of a <c>[Field]</c>: the name of the field; null for the name itself.</param>
    public static FieldOfArgument? Find(AttributeKind kind, AttributeArgumentSyntax argument, bool isJsonata, string value, string? fieldName)
    {
        string? property = argument.NameEquals?.Name.Identifier.ValueText;
        int index = ((AttributeArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return kind switch
        {
            AttributeKind.StateMachine when property is not (null or "Name") => AsString(property),
            AttributeKind.Task when property is null => AsString("Resource"),
            AttributeKind.Wait when property is null => AsString("Seconds"),
            _ when KnownSymbols.IsStateType(kind) => property is null or "Name" ? null : AsString(property),
            AttributeKind.Catch or AttributeKind.Retry => OfEntry(kind.ToString(), property),
            AttributeKind.When => property is null ? OfRule(value) : Of(IsPayload(property), "Choices", Element, property),
            AttributeKind.Field when fieldName is null => new FieldOfArgument([], CompletionText.FieldName),
            AttributeKind.Field => AsJson(fieldName),
            AttributeKind.ItemReader => OfMap("ItemReader", FieldTable.ItemReader, "ReaderConfig", property),
            AttributeKind.ItemBatcher => OfMap("ItemBatcher", FieldTable.ItemBatcher, "", property),
            AttributeKind.ResultWriter => OfMap("ResultWriter", FieldTable.ResultWriter, "WriterConfig", property),
            AttributeKind.StartExecution => OfExecution(property, isJsonata, value),
            _ when KnownSymbols.IsPayload(kind) && index == 0 => AsJson(kind.ToString()),
            _ => null,
        };
    }

    /// <summary>The field of an argument of a function that conditions begin with.</summary>
    public static FieldOfArgument? OfCondition(string function) => function switch
    {
        "Variable" => AsString("Choices", Element, "Variable"),
        "Rule" => AsJson("Choices", Element),
        _ => null,
    };

    private static FieldOfArgument OfEntry(string field, string? property) =>
        property is null ? AsString(field, Element, "ErrorEquals", Element) : Of(IsPayload(property), field, Element, property);

    private static FieldOfArgument OfRule(string value) =>
        value.TrimStart().StartsWith("{%", System.StringComparison.Ordinal) ? AsJson("Choices", Element, "Condition") : AsJson("Choices", Element);

    private static FieldOfArgument OfMap(string field, ImmutableArray<string> own, string config, string? property) =>
        property is null ? AsString(field, "Resource")
        : own.Contains(property) ? Of(IsPayload(property), field, property)
        : AsString(field, config, property);

    private static FieldOfArgument? OfExecution(string? property, bool isJsonata, string value)
    {
        string payload = isJsonata ? "Arguments" : "Parameters";
        string suffix = isJsonata ? "" : ".$";
        bool isJson = isJsonata || value.TrimStart().StartsWith("{", System.StringComparison.Ordinal);
        return property switch
        {
            "Input" => isJson ? AsJson(payload, property) : AsString(payload, property + suffix),
            "ExecutionName" => AsString(payload, "Name" + suffix),
            _ => null,
        };
    }

    private static bool IsPayload(string property) => property is "Assign" or "Output" or "Parameters" or "Arguments" or "BatchInput";

    private static FieldOfArgument Of(bool isJson, params string[] path) => isJson ? AsJson(path) : AsString(path);

    private static FieldOfArgument AsJson(params string[] path) => new([.. path], CompletionText.Json);

    private static FieldOfArgument AsString(params string[] path) => new([.. path], CompletionText.String);
}
