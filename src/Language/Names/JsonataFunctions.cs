using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Names;

/// <summary>A function that JSONata or AWS provides.</summary>
/// <param name="Name">The name without <c>$</c>.</param>
/// <param name="Signature">The types of the parameters and of the value, as JSONata writes signatures.</param>
/// <param name="Parameters">The parameters as documentation writes them; brackets mark what may be left out.</param>
/// <param name="Summary">What it gives.</param>
public sealed record JsonataFunction(string Name, string Signature, string Parameters, string Summary)
{
    /// <summary>The least number of arguments; the context value takes the place of one that may be missing for that.</summary>
    public int MinArguments => ReadSignature().Parameters.Count(parameter => !parameter.IsOptional && !parameter.UsesContext);

    /// <summary>The greatest number of arguments, or null without a limit.</summary>
    public int? MaxArguments =>
        ReadSignature().Parameters is var parameters && parameters.Any(parameter => parameter.IsRepeated) ? null : parameters.Length;

    private JsonataSignature ReadSignature() => new(Signature);
}

/// <summary>The catalogue of the functions that JSONata expressions can call.</summary>
public static class JsonataFunctions
{
    /// <summary>JSONata's function that AWS took out; a call of it fails.</summary>
    public const string Eval = "eval";

    /// <summary>The functions of JSONata 2 itself.</summary>
    public static ImmutableArray<JsonataFunction> Standard { get; } =
    [
        // Strings
        new("string", "<x-b?:s>", "[value][, prettify]", "the value as a string; objects and arrays as JSON"),
        new("length", "<s-:n>", "[string]", "the number of characters"),
        new("substring", "<s-nn?:s>", "string, start[, length]", "the characters from an offset on, counted from 0"),
        new("substringBefore", "<s-s:s>", "string, chars", "what comes before the first occurrence"),
        new("substringAfter", "<s-s:s>", "string, chars", "what comes after the first occurrence"),
        new("uppercase", "<s-:s>", "[string]", "the string in capitals"),
        new("lowercase", "<s-:s>", "[string]", "the string in small letters"),
        new("trim", "<s-:s>", "[string]", "the string with runs of blanks made one and none at the ends"),
        new("pad", "<s-ns?:s>", "string, width[, char]", "the string filled up to a width; a negative one fills on the left"),
        new("contains", "<s-(sf):b>", "string, pattern", "whether the string contains a string or matches a regular expression"),
        new("split", "<s-(sf)n?:a<s>>", "string, separator[, limit]", "the pieces between the separators"),
        new("join", "<a<s>s?:s>", "array[, separator]", "the strings of the array put together"),
        new("match", "<s-f<s:o>n?:a<o>>", "string, pattern[, limit]", "the matches of a regular expression"),
        new("replace", "<s-(sf)(sf)n?:s>", "string, pattern, replacement[, limit]", "the string with what the pattern finds replaced"),
        new("base64encode", "<s-:s>", "[string]", "the string's bytes in Base64"),
        new("base64decode", "<s-:s>", "[string]", "the string that the Base64 holds"),
        new("encodeUrlComponent", "<s-:s>", "[string]", "the string escaped as a part of a URL"),
        new("encodeUrl", "<s-:s>", "[string]", "the string escaped as a URL"),
        new("decodeUrlComponent", "<s-:s>", "[string]", "the part of a URL unescaped"),
        new("decodeUrl", "<s-:s>", "[string]", "the URL unescaped"),
        new("eval", "<sx?:x>", "expression[, context]", "the value of the JSONata expression in the string"),

        // Numbers
        new("number", "<(nsb)-:n>", "[value]", "the number that a string or a boolean stands for"),
        new("abs", "<n-:n>", "[number]", "the number without its sign"),
        new("floor", "<n-:n>", "[number]", "the greatest integer that is not above the number"),
        new("ceil", "<n-:n>", "[number]", "the least integer that is not below the number"),
        new("round", "<n-n?:n>", "[number][, precision]", "the number rounded, a half to the even digit"),
        new("power", "<n-n:n>", "base, exponent", "the base raised to the exponent"),
        new("sqrt", "<n-:n>", "[number]", "the square root"),
        new("random", "<:n>", "", "a random number from 0, below 1"),
        new("formatNumber", "<n-so?:s>", "number, picture[, options]", "the number written after a picture"),
        new("formatBase", "<n-n?:s>", "[number][, radix]", "the number in digits of a radix"),
        new("formatInteger", "<n-s:s>", "number, picture", "the integer written after a picture"),
        new("parseInteger", "<s-s:n>", "string, picture", "the integer that the string holds after a picture"),
        new("sum", "<a<n>:n>", "array", "the sum of the numbers"),
        new("max", "<a<n>:n>", "array", "the greatest of the numbers"),
        new("min", "<a<n>:n>", "array", "the least of the numbers"),
        new("average", "<a<n>:n>", "array", "the mean of the numbers"),

        // Booleans
        new("boolean", "<x-:b>", "[value]", "whether the value counts as true"),
        new("not", "<x-:b>", "[value]", "whether the value counts as false"),
        new("exists", "<x:b>", "value", "whether there is a value"),

        // Arrays
        new("count", "<a:n>", "array", "the number of elements"),
        new("append", "<xx:a>", "array1, array2", "an array of the elements of both"),
        new("sort", "<af?:a>", "array[, function]", "the array sorted; the function tells whether two elements must change places"),
        new("reverse", "<a:a>", "array", "the array in the opposite order"),
        new("shuffle", "<a:a>", "array", "the array in a random order"),
        new("distinct", "<x:x>", "array", "the array without repeated elements"),
        new("zip", "<a+>", "arrays…", "an array of arrays of the elements at the same index"),

        // Objects
        new("keys", "<x-:a<s>>", "[object]", "the names of the fields"),
        new("lookup", "<x-s:x>", "object, key", "the value of a field"),
        new("spread", "<x-:a<o>>", "[object]", "an array of objects with one field each"),
        new("merge", "<a<o>:o>", "array", "an object with the fields of all; later ones win"),
        new("sift", "<o-f?:o>", "[object, ]function", "the object with the fields for which the function holds"),
        new("each", "<o-f:a>", "object, function", "an array of what the function gives for each field"),
        new("error", "<s?:x>", "[message]", "no value: the evaluation fails with the message"),
        new("assert", "<bs?:x>", "condition[, message]", "no value: the evaluation fails unless the condition holds"),
        new("type", "<x:s>", "value", "the name of the value's type"),
        new("clone", "<(oa)-:o>", "[object]", "a deep copy"),

        // Times
        new("now", "<s?s?:s>", "[picture[, timezone]]", "the time of the evaluation as text"),
        new("millis", "<:n>", "", "the time of the evaluation in milliseconds since 1970"),
        new("fromMillis", "<n-s?s?:s>", "[number][, picture[, timezone]]", "a time in milliseconds as text"),
        new("toMillis", "<s-s?:n>", "[timestamp][, picture]", "a time as text in milliseconds"),

        // Functions over arrays
        new("map", "<af>", "array, function", "an array of what the function gives for each element"),
        new("filter", "<af>", "array, function", "the elements for which the function holds"),
        new("single", "<af?>", "array[, function]", "the only element for which the function holds"),
        new("reduce", "<afj?:j>", "array, function[, init]", "what the function makes of the elements one after the other"),
    ];

    /// <summary>The functions that AWS adds, or has with other parameters than JSONata.</summary>
    public static ImmutableArray<JsonataFunction> Added { get; } =
    [
        new("partition", "<an:a>", "array, size", "the array cut into arrays of that size"),
        new("range", "<nnn:a>", "first, last, step", "an array of the numbers from first to last"),
        new("hash", "<xs?:s>", "data, algorithm", "the hash of the data in hexadecimal digits"),
        new("random", "<n?:n>", "[seed]", "a random number from 0, below 1; always the same for the same seed"),
        new("uuid", "<:s>", "", "a random UUID (version 4)"),
        new("parse", "<s:x>", "string", "the value that the string holds as JSON"),
    ];

    /// <summary>The functions that expressions on AWS can call.</summary>
    public static ImmutableArray<JsonataFunction> OnAws { get; } =
    [
        .. Standard.Where(function => function.Name != Eval && Added.All(added => added.Name != function.Name)),
        .. Added,
    ];

    /// <summary>The function of this name that expressions on AWS can call, or null.</summary>
    /// <param name="name">The name without <c>$</c>.</param>
    public static JsonataFunction? Find(string name) => OnAws.FirstOrDefault(function => function.Name == name);
}
