using System.Diagnostics.CodeAnalysis;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>The failures of operators and of evaluation as such, with JSONata's codes and messages, which AWS shows in causes.</summary>
internal static class Failures
{
    public static JsonataFailure TooDeep() => new(
        JsonataError.LimitCode,
        "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive");

    public static JsonataFailure TooLong() => new(JsonataError.LimitCode, "Expression evaluation timeout: Check for infinite loop");

    public static JsonataFailure TooLarge() => new(
        JsonataError.LimitCode, "Expression evaluation memory limit exceeded: Check for excessive memory usage");

    public static JsonataFailure NumberOutOfRange(double value, int position) =>
        At(position, "D1001", $"Number out of range: {Show(value)}");

    public static JsonataFailure NegatedNoNumber(JsonValue value, int position) =>
        At(position, "D1002", $"Cannot negate a non-numeric value: {Show(value)}");

    public static JsonataFailure KeyOfTwoPairs(string key, int position) =>
        At(position, "D1009", $"Multiple key definitions evaluate to same key: {Quote(key)}");

    public static JsonataFailure RangeTooLong(double count, int position) => At(
        position,
        "D2014",
        $"The size of the sequence allocated by the range operator (..) must not exceed 1e7.  " +
        $"Attempted to allocate {NumberText.Format(count)}.");

    public static JsonataFailure KeyNotString(JsonValue value, int position) =>
        At(position, "T1003", $"Key in object structure must evaluate to a string; got: {Show(value)}");

    public static JsonataFailure NotCallable(string? name, bool isMeant) => isMeant
        ? new JsonataFailure("T1005", $"Attempted to invoke a non-function. Did you mean ${name!.Fixed()}?")
        : new JsonataFailure("T1006", "Attempted to invoke a non-function");

    public static JsonataFailure NotApplicable(string? name, bool isMeant, int position) => isMeant
        ? At(position, "T1007", $"Attempted to partially apply a non-function. Did you mean ${name!.Fixed()}?")
        : At(position, "T1008", "Attempted to partially apply a non-function");

    public static JsonataFailure LeftNotNumber(JsonataOperator @operator, int position) =>
        At(position, "T2001", $"The left side of the {Show(@operator)} operator must evaluate to a number");

    public static JsonataFailure RightNotNumber(JsonataOperator @operator, int position) =>
        At(position, "T2002", $"The right side of the {Show(@operator)} operator must evaluate to a number");

    public static JsonataFailure RangeStartNotInteger(int position) =>
        At(position, "T2003", "The left side of the range operator (..) must evaluate to an integer");

    public static JsonataFailure RangeEndNotInteger(int position) =>
        At(position, "T2004", "The right side of the range operator (..) must evaluate to an integer");

    public static JsonataFailure RightNotFunction(int position) =>
        At(position, "T2006", "The right side of the function application operator ~> must be a function");

    public static JsonataFailure SortKeysOfTwoTypes(JsonValue left, JsonValue right, int position) =>
        At(position, "T2007", $"Type mismatch when comparing values {Show(left)} and {Show(right)} in order-by clause");

    public static JsonataFailure SortKeyNotSortable(int position) =>
        At(position, "T2008", "The expressions within an order-by clause must evaluate to numeric or string values");

    public static JsonataFailure DifferentTypes(JsonataOperator @operator, JsonValue left, JsonValue right, int position) => At(
        position,
        "T2009",
        $"The values {Show(left)} and {Show(right)} either side of operator {Show(@operator)} must be of the same data type");

    public static JsonataFailure NotComparable(JsonataOperator @operator, int position) =>
        At(position, "T2010", $"The expressions either side of operator {Show(@operator)} must evaluate to numeric or string values");

    public static JsonataFailure UpdateNotObject(JsonValue value, int position) =>
        At(position, "T2011", $"The insert/update clause of the transform expression must evaluate to an object: {Show(value)}");

    public static JsonataFailure DeletionsNotStrings(JsonValue value, int position) => At(
        position, "T2012", $"The delete clause of the transform expression must evaluate to a string or array of strings: {Show(value)}");

    public static JsonataFailure CloneReplaced(int position) => At(
        position,
        "T2013",
        "The transform expression clones the input object using the $clone() function.  " +
        "This has been overridden in the current scope by a non-function.");

    public static JsonataFailure InvalidRegex(CauseText message, int position) => At(position, "D1004", message);

    /// <summary>A value as messages show it.</summary>
    public static string Show(JsonValue value) => ValueText.ToJson(value);

    public static string Show(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => NumberText.Format(value),
    };

    public static string Quote(string text) => $"\"{text}\"";

    private static FixedText Show(JsonataOperator @operator) => Quote(JsonataOperators.TextOf(@operator)).Fixed();

    private static JsonataFailure At(int position, string code, CauseText message) => new(code, message) { Position = position };

    private static JsonataFailure At(int position, string code, [ConstantExpected] string message) => new(code, message) { Position = position };
}
