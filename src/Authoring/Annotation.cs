using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>
/// An attribute of ours as a class carries it, with what it says. It has the same content whether it was read from what
/// the compiler bound or from its syntax.
/// </summary>
/// <param name="Kind">Which attribute it is.</param>
/// <param name="Syntax">How it is written.</param>
/// <param name="Target">Its type argument, the target of a transition; null when it has none.</param>
/// <param name="Positional">Its arguments without name; the entries of a params array each for itself.</param>
/// <param name="Named">Its arguments with name.</param>
/// <param name="IsComplete">Whether the compiler accepts the arguments.</param>
public sealed record Annotation(
    AttributeKind Kind,
    AttributeSyntax Syntax,
    ITypeSymbol? Target,
    ImmutableArray<AnnotationValue> Positional,
    ImmutableArray<KeyValuePair<string, AnnotationValue>> Named,
    bool IsComplete)
{
    /// <summary>The value of an argument with name; absent when the attribute does not set it.</summary>
    public AnnotationValue Find(string name)
    {
        foreach (KeyValuePair<string, AnnotationValue> argument in Named)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return default;
    }
}

/// <summary>What an argument of an attribute is: a constant or a type.</summary>
public readonly struct AnnotationValue
{
    private readonly object? _value;

    private AnnotationValue(object? value, bool isPresent, bool isError = false)
    {
        _value = value;
        IsPresent = isPresent;
        IsError = isError;
    }

    /// <summary>An argument that does not compile.</summary>
    public static AnnotationValue Error { get; } = new(null, isPresent: true, isError: true);

    /// <summary>Whether there is an argument at all.</summary>
    public bool IsPresent { get; }

    /// <summary>Whether the argument does not compile.</summary>
    public bool IsError { get; }

    /// <summary>Whether the argument is <c>null</c>.</summary>
    public bool IsNull => IsPresent && !IsError && _value is null;

    /// <summary>The string, or null when it is something else.</summary>
    public string? Text => _value as string;

    /// <summary>The type, or null when it is something else.</summary>
    public ITypeSymbol? Type => _value as ITypeSymbol;

    /// <summary>The name of the enum's member, or null when it is something else.</summary>
    public string? EnumMember => (_value as EnumValue)?.Member;

    /// <summary>Whether it is the constant <c>true</c>.</summary>
    public bool IsTrue => _value is true;

    /// <summary>Whether it is a number or a member of an enum that ASL has no word for.</summary>
    public bool IsWithoutMeaning => _value is EnumValue { Member: null } or double.NaN or double.PositiveInfinity or double.NegativeInfinity;

    /// <summary>A constant: a string, a boolean, a number, or null.</summary>
    public static AnnotationValue Constant(object? value) => new(value, isPresent: true);

    /// <summary>The value that the compiler found.</summary>
    public static AnnotationValue From(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error or TypedConstantKind.Array => Error,
        TypedConstantKind.Type when constant.Value is ITypeSymbol { TypeKind: TypeKind.Error } => Error,
        TypedConstantKind.Enum => new(EnumValue.From(constant), isPresent: true),
        _ => new(constant.Value, isPresent: true),
    };

    /// <summary>What kind of value it is.</summary>
    internal string Shape => IsError ? "error" : _value is ITypeSymbol ? "type" : _value?.GetType().Name ?? "null";

    /// <summary>Whether a value that was read from syntax is what the compiler made of it; a whole number may have become one with a point.</summary>
    internal bool SaysTheSameAs(AnnotationValue bound) =>
        IsPresent == bound.IsPresent && !IsError && !bound.IsError && (_value, bound._value) switch
        {
            (int whole, double number) => number == whole,
            (ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other),
            _ => Equals(_value, bound._value),
        };

    /// <summary>The JSON that the value stands for in a definition; null for nothing and for types.</summary>
    public JsonSyntax? ToJson() => _value switch
    {
        EnumValue { Member: { } member, Type: var type } => new JsonStringSyntax(type == "JitterStrategy" ? member.ToUpperInvariant() : member),
        string text => new JsonStringSyntax(text),
        bool boolean => new JsonBooleanSyntax(boolean),
        double number when double.IsNaN(number) || double.IsInfinity(number) => null,
        double number => new JsonNumberSyntax(number.ToString("R", CultureInfo.InvariantCulture)),
        int number => new JsonNumberSyntax(number.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>The value as C# shows it, for messages.</summary>
    public override string ToString() => _value switch
    {
        null => IsError ? "an argument that does not compile" : "null",
        string text => "\"" + text + "\"",
        char character => "'" + character + "'",
        bool boolean => boolean ? "true" : "false",
        ITypeSymbol type => "typeof(" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + ")",
        EnumValue { Member: null } value => $"({value.Type}){value.Number}",
        EnumValue value => value.Type + "." + value.Member,
        System.IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => _value.ToString(),
    };

    private sealed record EnumValue(string Type, string? Member, string Number)
    {
        public static EnumValue From(TypedConstant constant)
        {
            string? name = null;
            foreach (ISymbol member in constant.Type!.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, constant.Value))
                {
                    name = field.Name;
                    break;
                }
            }

            return new EnumValue(constant.Type.Name, name, System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture));
        }
    }
}
