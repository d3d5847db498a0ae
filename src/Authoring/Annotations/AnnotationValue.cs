using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>What an argument of an attribute is: a constant, a type, or an array of such.</summary>
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

    /// <summary>The elements when it is an array; default when it is none.</summary>
    public ImmutableArray<AnnotationValue> Items => _value is ImmutableArray<AnnotationValue> items ? items : default;

    /// <summary>Whether it is something that JSON or ASL has no word for: an infinity, a member of an enum without a name, a character.</summary>
    public bool IsWithoutMeaning => _value is not (null or ITypeSymbol) && ToJson() is null;

    /// <summary>Whether it is a number or a string, as the language has for what can be computed.</summary>
    public bool IsNumberOrText => _value is string or int or long or uint or ulong or short or ushort or byte or sbyte or double or float;

    /// <summary>A constant: a string, a boolean, a number, or null.</summary>
    public static AnnotationValue Constant(object? value) => new(value, isPresent: true);

    /// <summary>The value that the compiler found.</summary>
    public static AnnotationValue From(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => Error,
        TypedConstantKind.Array when constant.IsNull => Constant(null),
        TypedConstantKind.Array => new(ImmutableArray.CreateRange(constant.Values, From), isPresent: true),
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
        EnumValue { Member: { } member, Type: var type } => new JsonStringSyntax(type == nameof(Language.Document.QueryLanguage) ? member : Word(member)),
        string text => new JsonStringSyntax(text),
        bool boolean => new JsonBooleanSyntax(boolean),
        double number when double.IsNaN(number) || double.IsInfinity(number) => null,
        double number => new JsonNumberSyntax(number.ToString("R", CultureInfo.InvariantCulture)),
        int or long or uint or ulong or short or ushort or byte or sbyte => new JsonNumberSyntax(((System.IFormattable)_value).ToString(null, CultureInfo.InvariantCulture)),
        float number when float.IsNaN(number) || float.IsInfinity(number) => null,
        float number => new JsonNumberSyntax(number.ToString("R", CultureInfo.InvariantCulture)),
        ImmutableArray<AnnotationValue> items => ToJson(items),
        _ => null,
    };

    private static JsonArraySyntax? ToJson(ImmutableArray<AnnotationValue> items)
    {
        ImmutableArray<JsonSyntax>.Builder json = ImmutableArray.CreateBuilder<JsonSyntax>(items.Length);
        foreach (AnnotationValue item in items)
        {
            if (item.ToJson() is not { } value)
            {
                return null;
            }

            json.Add(value);
        }

        return new JsonArraySyntax(json.MoveToImmutable());
    }

    /// <summary>ASL writes its words in capitals: <c>FirstRow</c> is <c>FIRST_ROW</c>.</summary>
    private static string Word(string member)
    {
        StringBuilder word = new(member.Length + 2);
        for (int i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsUpper(member[i]) && !char.IsUpper(member[i - 1]))
            {
                word.Append('_');
            }

            word.Append(char.ToUpperInvariant(member[i]));
        }

        return word.ToString();
    }

    /// <summary>The value as C# shows it, for messages.</summary>
    public override string ToString() => _value switch
    {
        null => IsError ? "an argument that does not compile" : "null",
        string text => "\"" + text + "\"",
        char character => "'" + character + "'",
        bool boolean => boolean ? "true" : "false",
        ImmutableArray<AnnotationValue> items => "[" + string.Join(", ", items) + "]",
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
