using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Names;

/// <summary>An intrinsic function of JSONPath states.</summary>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Parameters">The parameters as documentation writes them; brackets mark what may be left out.</param>
/// <param name="MinArguments">The least number of arguments.</param>
/// <param name="MaxArguments">The greatest number of arguments, or null without a limit.</param>
/// <param name="Summary">What it gives.</param>
public sealed record IntrinsicFunction(string Name, string Parameters, int MinArguments, int? MaxArguments, string Summary);

/// <summary>The catalogue of the intrinsic functions (ASL, "Intrinsic Functions").</summary>
public static class IntrinsicFunctions
{
    /// <summary>What the name of every function begins with.</summary>
    public const string Prefix = "States.";

    /// <summary>How deep AWS lets calls nest.</summary>
    public const int MaxNesting = 10;

    /// <summary>All functions.</summary>
    public static ImmutableArray<IntrinsicFunction> All { get; } =
    [
        new("States.Format", "template, values…", 1, null, "the template with each {} replaced by the next value"),
        new("States.StringToJson", "string", 1, 1, "the value that the string holds as JSON"),
        new("States.JsonToString", "value", 1, 1, "the value as compact JSON"),
        new("States.Array", "values…", 0, null, "an array of the values"),
        new("States.ArrayPartition", "array, size", 2, 2, "the array cut into arrays of that size"),
        new("States.ArrayContains", "array, value", 2, 2, "whether the array has an element equal to the value"),
        new("States.ArrayRange", "first, last, step", 3, 3, "an array of the numbers from first to last"),
        new("States.ArrayGetItem", "array, index", 2, 2, "the element at the index, counted from 0"),
        new("States.ArrayLength", "array", 1, 1, "the number of elements"),
        new("States.ArrayUnique", "array", 1, 1, "the array without repeated elements"),
        new("States.Base64Encode", "string", 1, 1, "the string's UTF-8 in Base64"),
        new("States.Base64Decode", "string", 1, 1, "the string that the Base64 holds as UTF-8"),
        new("States.Hash", "data, algorithm", 2, 2, "the hash of the data in hexadecimal digits"),
        new("States.JsonMerge", "first, second, deep", 3, 3, "an object with the members of both; the second one's win"),
        new("States.MathRandom", "start, end[, seed]", 2, 3, "a random integer from start, below end"),
        new("States.MathAdd", "first, second", 2, 2, "the sum of two integers"),
        new("States.StringSplit", "string, delimiters", 2, 2, "the pieces between any of the delimiters"),
        new("States.UUID", "", 0, 0, "a random UUID (version 4)"),
    ];

    /// <summary>The function of this name, or null.</summary>
    public static IntrinsicFunction? Find(string name) => All.FirstOrDefault(function => function.Name == name);
}
