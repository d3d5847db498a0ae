using System;
using System.Collections.Generic;

namespace StateMachineGen.Language.Rules;

/// <summary>Kinds of JSON values, with a place for nothing at all.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,

    /// <summary>The path selects nothing.</summary>
    Missing = 1,
    Null = 2,
    True = 4,
    False = 8,

    /// <summary>An object or an array.</summary>
    Structure = 16,
    All = Missing | Null | True | False | Structure,
}

/// <summary>The values that a variable of a choice rule can have.</summary>
internal sealed class ValueSet
{
    private ValueSet(ValueKinds kinds, Ranges<double> numbers, Ranges<string> strings)
    {
        Kinds = kinds;
        Numbers = numbers;
        Strings = strings;
    }

    public static ValueSet None { get; } =
        new(ValueKinds.None, Ranges<double>.None(Comparer<double>.Default), Ranges<string>.None(StringComparer.Ordinal));

    public static ValueSet All { get; } =
        new(ValueKinds.All, Ranges<double>.All(Comparer<double>.Default), Ranges<string>.All(StringComparer.Ordinal));

    /// <summary>Every value; a comparison of a path that selects nothing is no value but the end of the execution.</summary>
    public static ValueSet Present { get; } = new(ValueKinds.All & ~ValueKinds.Missing, All.Numbers, All.Strings);

    public static ValueSet AnyNumber { get; } = new(ValueKinds.None, All.Numbers, None.Strings);

    public static ValueSet AnyString { get; } = new(ValueKinds.None, None.Numbers, All.Strings);

    public static ValueSet AnyBoolean { get; } = Of(ValueKinds.True | ValueKinds.False);

    public ValueKinds Kinds { get; }

    public Ranges<double> Numbers { get; }

    public Ranges<string> Strings { get; }

    public bool IsEmpty => Kinds == ValueKinds.None && Numbers.IsEmpty && Strings.IsEmpty;

    public static ValueSet Of(ValueKinds kinds) => new(kinds, None.Numbers, None.Strings);

    public static ValueSet Of(Bound<double> from, Bound<double> to) =>
        new(ValueKinds.None, Ranges<double>.Of(Comparer<double>.Default, from, to), None.Strings);

    public static ValueSet Of(Bound<string> from, Bound<string> to) =>
        new(ValueKinds.None, None.Numbers, Ranges<string>.Of(StringComparer.Ordinal, from, to));

    public ValueSet Invert() => new(ValueKinds.All & ~Kinds, Numbers.Invert(), Strings.Invert());

    public ValueSet Intersect(ValueSet other) => new(Kinds & other.Kinds, Numbers.Intersect(other.Numbers), Strings.Intersect(other.Strings));

    public ValueSet Unite(ValueSet other) => new(Kinds | other.Kinds, Numbers.Unite(other.Numbers), Strings.Unite(other.Strings));

    public bool IsIn(ValueSet other) => (Kinds & ~other.Kinds) == ValueKinds.None && Numbers.IsIn(other.Numbers) && Strings.IsIn(other.Strings);
}
