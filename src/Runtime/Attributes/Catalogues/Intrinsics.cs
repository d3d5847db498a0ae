namespace StateMachineGen;

/// <summary>
/// The names of the intrinsic functions, for payload templates in JSONPath (ASL, "Intrinsic Functions"):
/// <c>$$"""{ "text.$": "{{Intrinsics.Format}}('{} items', $.count)" }"""</c>.
/// </summary>
public static class Intrinsics
{
    /// <summary><c>States.Format(template, values…)</c>: the template with each <c>{}</c> replaced by a value.</summary>
    public const string Format = "States.Format";

    /// <summary><c>States.StringToJson(text)</c>: the JSON that the text holds.</summary>
    public const string StringToJson = "States.StringToJson";

    /// <summary><c>States.JsonToString(path)</c>: the value as JSON text.</summary>
    public const string JsonToString = "States.JsonToString";

    /// <summary><c>States.Array(values…)</c>: an array of the values.</summary>
    public const string Array = "States.Array";

    /// <summary><c>States.ArrayPartition(array, size)</c>: the array in pieces of at most this size.</summary>
    public const string ArrayPartition = "States.ArrayPartition";

    /// <summary><c>States.ArrayContains(array, value)</c>: whether the array holds the value.</summary>
    public const string ArrayContains = "States.ArrayContains";

    /// <summary><c>States.ArrayRange(first, last, step)</c>: the numbers from first to last, at most 1,000.</summary>
    public const string ArrayRange = "States.ArrayRange";

    /// <summary><c>States.ArrayGetItem(array, index)</c>: one element, counted from 0.</summary>
    public const string ArrayGetItem = "States.ArrayGetItem";

    /// <summary><c>States.ArrayLength(array)</c>: the number of elements.</summary>
    public const string ArrayLength = "States.ArrayLength";

    /// <summary><c>States.ArrayUnique(array)</c>: the elements without repetitions.</summary>
    public const string ArrayUnique = "States.ArrayUnique";

    /// <summary><c>States.Base64Encode(text)</c>: the text in Base64, at most 10,000 characters.</summary>
    public const string Base64Encode = "States.Base64Encode";

    /// <summary><c>States.Base64Decode(text)</c>: the text that the Base64 stands for, at most 10,000 characters.</summary>
    public const string Base64Decode = "States.Base64Decode";

    /// <summary><c>States.Hash(data, algorithm)</c>: the hash in hexadecimal digits; MD5, SHA-1, SHA-256, SHA-384 or SHA-512.</summary>
    public const string Hash = "States.Hash";

    /// <summary><c>States.JsonMerge(first, second, false)</c>: both objects in one; the second wins.</summary>
    public const string JsonMerge = "States.JsonMerge";

    /// <summary><c>States.MathRandom(start, end[, seed])</c>: a whole number from start up to, and without, end.</summary>
    public const string MathRandom = "States.MathRandom";

    /// <summary><c>States.MathAdd(a, b)</c>: the sum of two whole numbers.</summary>
    public const string MathAdd = "States.MathAdd";

    /// <summary><c>States.StringSplit(text, delimiters)</c>: the pieces between any of the delimiters.</summary>
    public const string StringSplit = "States.StringSplit";

    /// <summary><c>States.UUID()</c>: a random UUID, version 4.</summary>
    public const string UUID = "States.UUID";
}
