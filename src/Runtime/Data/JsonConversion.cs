using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Data;

/// <summary>Values from and to what is around them: UTF-8 text, typed objects, the syntax of a definition.</summary>
internal static class JsonConversion
{
    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = JsonValue.MaxDepth };

    /// <summary>Reads one value that fills the whole text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, s_readerOptions);
        try
        {
            reader.Read();
            JsonValue value = Read(ref reader);

            // Reads on to the end, where text after the value is a fault.
            reader.Read();
            return value;
        }
        catch (InvalidOperationException e)
        {
            // The reader's answer to an escaped lone surrogate, which UTF-8 cannot hold.
            throw new JsonException("The JSON text holds a string that is not valid Unicode.", e);
        }
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonValue Parse(string text) => Parse(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The value that a typed object is written as.</summary>
    public static JsonValue FromTyped<T>(T value, JsonTypeInfo<T> contract)
    {
        using JsonBuffer buffer = JsonBuffer.Rent();
        JsonSerializer.Serialize(buffer.Writer, value, contract);
        return Parse(buffer.Written);
    }

    /// <summary>Reads the value as a typed object. Whatever nests no deeper than data may is read, also where the contract's options say less.</summary>
    public static T? ToTyped<T>(this JsonValue value, JsonTypeInfo<T> contract) => value.Read(utf8 =>
    {
        var reader = new Utf8JsonReader(utf8.Span, s_readerOptions);
        return JsonSerializer.Deserialize(ref reader, contract);
    });

    /// <summary>The value that a piece of a definition stands for.</summary>
    public static JsonValue FromSyntax(JsonSyntax syntax)
    {
        switch (syntax)
        {
            case JsonObjectSyntax @object:
                var members = default(JsonObject.Builder);
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    members.Set(member.Name, FromSyntax(member.Value));
                }

                return members.ToObject();
            case JsonArraySyntax array:
                var items = new JsonValue[array.Items.Length];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = FromSyntax(array.Items[i]);
                }

                return new JsonArray(items);
            case JsonStringSyntax text:
                return new JsonString(text.Value);
            case JsonNumberSyntax number:
                return new JsonNumber(number.Text);
            case JsonBooleanSyntax boolean:
                return JsonBoolean.Of(boolean.Value);
            default:
                return JsonNull.Instance;
        }
    }

    private static JsonValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = default(JsonObject.Builder);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Set(name, Read(ref reader));
                }

                return members.ToObject();
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            case JsonTokenType.String:
                return new JsonString(reader.GetString()!);
            case JsonTokenType.Number:
                return new JsonNumber(System.Text.Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return JsonBoolean.True;
            case JsonTokenType.False:
                return JsonBoolean.False;
            default:
                return JsonNull.Instance;
        }
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        JsonValue[] items = [];
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, Math.Max(4, 2 * count));
            }

            items[count++] = Read(ref reader);
        }

        if (count == 0)
        {
            return JsonArray.Empty;
        }

        Array.Resize(ref items, count);
        return new JsonArray(items);
    }

    /// <summary>The whole number that is written, or null for a number with a fraction or an exponent.</summary>
    public static long? ToInteger(this JsonNumber number) =>
        long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
}
