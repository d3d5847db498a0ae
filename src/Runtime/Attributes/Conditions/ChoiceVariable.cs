using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

// Operators come in families, one for each type of data that ASL compares. A comparison with a literal takes its family from the literal; one with another
// variable must name it. None of this is executed, and there are no objects of these
// classes: the generator reads the source.

/// <summary>A value that conditions look at (ASL field <c>Variable</c>); made by <see cref="Conditions.Variable"/>.</summary>
public abstract class ChoiceVariable
{
    private protected ChoiceVariable()
    {
    }

    /// <summary>Whether the path selects a value, <c>null</c> included (ASL operator <c>IsPresent</c>). All other tests fail the execution when it does not.</summary>
    public abstract TypeTest IsPresent { get; }

    /// <summary>Whether the value is <c>null</c> (ASL operator <c>IsNull</c>).</summary>
    public abstract TypeTest IsNull { get; }

    /// <summary>Whether the value is a string (ASL operator <c>IsString</c>).</summary>
    public abstract TypeTest IsString { get; }

    /// <summary>Whether the value is a number (ASL operator <c>IsNumeric</c>).</summary>
    public abstract TypeTest IsNumeric { get; }

    /// <summary>Whether the value is a boolean (ASL operator <c>IsBoolean</c>).</summary>
    public abstract TypeTest IsBoolean { get; }

    /// <summary>Whether the value is an RFC 3339 timestamp (ASL operator <c>IsTimestamp</c>).</summary>
    public abstract TypeTest IsTimestamp { get; }

    /// <summary>The value as a string, to be compared with another variable.</summary>
    public abstract TextVariable Text { get; }

    /// <summary>The value as a number, to be compared with another variable.</summary>
    public abstract NumberVariable Number { get; }

    /// <summary>The value as a boolean, to be compared with another variable.</summary>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "ASL's operators are called so, and nobody implements this class.")]
    public abstract BooleanVariable Boolean { get; }

    /// <summary>The value as a timestamp, to be compared with an RFC 3339 text or another variable.</summary>
    public abstract TimestampVariable Timestamp { get; }

    /// <summary>Whether the value is a string that looks like a pattern (ASL operator <c>StringMatches</c>).</summary>
    /// <param name="pattern"><c>*</c> stands for any characters; <c>\*</c> is a star and <c>\\</c> a backslash.</param>
    public abstract Condition Matches(string pattern);

    /// <summary>The string is equal (ASL operator <c>StringEquals</c>).</summary>
    public static Condition operator ==(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The string is not equal (a Not around the comparison) (ASL operator <c>StringEquals</c>).</summary>
    public static Condition operator !=(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The string is less (ASL operator <c>StringLessThan</c>).</summary>
    public static Condition operator <(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The string is less or equal (ASL operator <c>StringLessThanEquals</c>).</summary>
    public static Condition operator <=(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The string is greater (ASL operator <c>StringGreaterThan</c>).</summary>
    public static Condition operator >(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The string is greater or equal (ASL operator <c>StringGreaterThanEquals</c>).</summary>
    public static Condition operator >=(ChoiceVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The number is equal (ASL operator <c>NumericEquals</c>).</summary>
    public static Condition operator ==(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The number is not equal (a Not around the comparison) (ASL operator <c>NumericEquals</c>).</summary>
    public static Condition operator !=(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The number is less (ASL operator <c>NumericLessThan</c>).</summary>
    public static Condition operator <(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The number is less or equal (ASL operator <c>NumericLessThanEquals</c>).</summary>
    public static Condition operator <=(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The number is greater (ASL operator <c>NumericGreaterThan</c>).</summary>
    public static Condition operator >(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The number is greater or equal (ASL operator <c>NumericGreaterThanEquals</c>).</summary>
    public static Condition operator >=(ChoiceVariable left, double right) => throw Condition.NotExecuted();

    /// <summary>The boolean is equal (ASL operator <c>BooleanEquals</c>).</summary>
    public static Condition operator ==(ChoiceVariable left, bool right) => throw Condition.NotExecuted();

    /// <summary>The boolean is not equal (a Not around the comparison) (ASL operator <c>BooleanEquals</c>).</summary>
    public static Condition operator !=(ChoiceVariable left, bool right) => throw Condition.NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}

/// <summary>A variable that is compared as a string.</summary>
public abstract class TextVariable
{
    private protected TextVariable()
    {
    }

    /// <summary>The string is equal (ASL operator <c>StringEqualsPath</c>).</summary>
    public static Condition operator ==(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <summary>The string is not equal (a Not around the comparison) (ASL operator <c>StringEqualsPath</c>).</summary>
    public static Condition operator !=(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <summary>The string is less (ASL operator <c>StringLessThanPath</c>).</summary>
    public static Condition operator <(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <summary>The string is less or equal (ASL operator <c>StringLessThanEqualsPath</c>).</summary>
    public static Condition operator <=(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <summary>The string is greater (ASL operator <c>StringGreaterThanPath</c>).</summary>
    public static Condition operator >(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <summary>The string is greater or equal (ASL operator <c>StringGreaterThanEqualsPath</c>).</summary>
    public static Condition operator >=(TextVariable left, TextVariable right) => throw Condition.NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}

/// <summary>A variable that is compared as a number.</summary>
public abstract class NumberVariable
{
    private protected NumberVariable()
    {
    }

    /// <summary>The number is equal (ASL operator <c>NumericEqualsPath</c>).</summary>
    public static Condition operator ==(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <summary>The number is not equal (a Not around the comparison) (ASL operator <c>NumericEqualsPath</c>).</summary>
    public static Condition operator !=(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <summary>The number is less (ASL operator <c>NumericLessThanPath</c>).</summary>
    public static Condition operator <(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <summary>The number is less or equal (ASL operator <c>NumericLessThanEqualsPath</c>).</summary>
    public static Condition operator <=(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <summary>The number is greater (ASL operator <c>NumericGreaterThanPath</c>).</summary>
    public static Condition operator >(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <summary>The number is greater or equal (ASL operator <c>NumericGreaterThanEqualsPath</c>).</summary>
    public static Condition operator >=(NumberVariable left, NumberVariable right) => throw Condition.NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}

/// <summary>A variable that is compared as a boolean.</summary>
public abstract class BooleanVariable
{
    private protected BooleanVariable()
    {
    }

    /// <summary>The boolean is equal (ASL operator <c>BooleanEqualsPath</c>).</summary>
    public static Condition operator ==(BooleanVariable left, BooleanVariable right) => throw Condition.NotExecuted();

    /// <summary>The boolean is not equal (a Not around the comparison) (ASL operator <c>BooleanEqualsPath</c>).</summary>
    public static Condition operator !=(BooleanVariable left, BooleanVariable right) => throw Condition.NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}

/// <summary>A variable that is compared as a timestamp, that is as a moment, whatever its offset.</summary>
public abstract class TimestampVariable
{
    private protected TimestampVariable()
    {
    }

    /// <summary>The moment is equal (ASL operator <c>TimestampEquals</c>).</summary>
    public static Condition operator ==(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is not equal (a Not around the comparison) (ASL operator <c>TimestampEquals</c>).</summary>
    public static Condition operator !=(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is less (ASL operator <c>TimestampLessThan</c>).</summary>
    public static Condition operator <(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is less or equal (ASL operator <c>TimestampLessThanEquals</c>).</summary>
    public static Condition operator <=(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is greater (ASL operator <c>TimestampGreaterThan</c>).</summary>
    public static Condition operator >(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is greater or equal (ASL operator <c>TimestampGreaterThanEquals</c>).</summary>
    public static Condition operator >=(TimestampVariable left, string right) => throw Condition.NotExecuted();

    /// <summary>The moment is equal (ASL operator <c>TimestampEqualsPath</c>).</summary>
    public static Condition operator ==(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <summary>The moment is not equal (a Not around the comparison) (ASL operator <c>TimestampEqualsPath</c>).</summary>
    public static Condition operator !=(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <summary>The moment is less (ASL operator <c>TimestampLessThanPath</c>).</summary>
    public static Condition operator <(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <summary>The moment is less or equal (ASL operator <c>TimestampLessThanEqualsPath</c>).</summary>
    public static Condition operator <=(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <summary>The moment is greater (ASL operator <c>TimestampGreaterThanPath</c>).</summary>
    public static Condition operator >(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <summary>The moment is greater or equal (ASL operator <c>TimestampGreaterThanEqualsPath</c>).</summary>
    public static Condition operator >=(TimestampVariable left, TimestampVariable right) => throw Condition.NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}

/// <summary>A test of what a value is; by itself it matches when the value is that. Compare it with <c>false</c> for the operand <c>false</c>.</summary>
public abstract class TypeTest : Condition
{
    private protected TypeTest()
    {
    }

    /// <summary>The test with this operand: <c>IsString == false</c> is <c>"IsString": false</c>.</summary>
    public static Condition operator ==(TypeTest left, bool right) => throw NotExecuted();

    /// <summary>The test with this operand, in a Not.</summary>
    public static Condition operator !=(TypeTest left, bool right) => throw NotExecuted();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override bool Equals(object? obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract override int GetHashCode();
}
