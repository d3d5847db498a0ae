using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Base64 and URLs.</summary>
internal static class EncodingFunctions
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("base64encode", static (a, c) => Map(a, c, static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));
        bodies.Add("base64decode", static (a, c) => Map(a, c, DecodeBase64));
        bodies.Add("encodeUrlComponent", static (a, c) => Map(a, c, static text => Encode(text, Unreserved)));
        bodies.Add("encodeUrl", static (a, c) => Map(a, c, static text => Encode(text, Unreserved + Reserved)));
        bodies.Add("decodeUrlComponent", static (a, c) => Map(a, c, static text => Decode(text, "")));
        bodies.Add("decodeUrl", static (a, c) => Map(a, c, static text => Decode(text, Reserved)));
    }

    private static JsonString? Map(JsonValue?[] arguments, Caller caller, Func<string, string> map)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        caller.Run.Spend(text.Length >> 4);
        return new JsonString(map(text));
    }

    private static string DecodeBase64(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new JsonataFailure("D3137", $"Malformed Base64 passed to $base64decode(): {Failures.Quote(text)}");
        }
    }

    private static string Encode(string text, string kept)
    {
        byte[] bytes;
        try
        {
            bytes = s_strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Malformed(text);
        }

        var encoded = new StringBuilder();
        foreach (byte b in bytes)
        {
            _ = b < 0x80 && kept.Contains((char)b, StringComparison.Ordinal)
                ? encoded.Append((char)b)
                : encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return encoded.ToString();
    }

    private static string Decode(string text, string keptEscaped)
    {
        var decoded = new StringBuilder();
        int position = 0;
        while (position < text.Length)
        {
            if (text[position] != '%')
            {
                decoded.Append(text[position++]);
                continue;
            }

            byte first = ReadByte(text, position);
            int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
            var bytes = new byte[length];
            for (int i = 0; i < length; i++)
            {
                bytes[i] = ReadByte(text, position + (3 * i));
            }

            try
            {
                _ = length == 1 && keptEscaped.Contains((char)first, StringComparison.Ordinal)
                    ? decoded.Append(text, position, 3)
                    : decoded.Append(s_strict.GetString(bytes));
            }
            catch (DecoderFallbackException)
            {
                throw Malformed(text);
            }

            position += 3 * length;
        }

        return decoded.ToString();
    }

    private static byte ReadByte(string text, int position) =>
        position + 3 <= text.Length
        && text[position] == '%'
        && byte.TryParse(text.AsSpan(position + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value)
            ? value
            : throw Malformed(text);

    private static JsonataFailure Malformed(string text) =>
        new("D3140", $"Malformed URL passed to ${JsonataFailure.FunctionName}(): {Failures.Quote(text)}");
}
