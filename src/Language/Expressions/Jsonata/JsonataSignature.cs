using System.Collections.Immutable;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>The signature of a function: the types of its parameters and of its value, <c>&lt;s-n?:s></c>.</summary>
/// <param name="Text">The signature with its angle brackets.</param>
public sealed record JsonataSignature(string Text) : JsonataSyntax
{
    /// <summary>The parameters in order.</summary>
    public ImmutableArray<JsonataParameterType> Parameters => JsonataSignatureReader.Read(Text).Parameters;

    /// <summary>The type of the value as written after the colon; empty when there is none.</summary>
    public string Result => JsonataSignatureReader.Read(Text).Result;
}

/// <summary>The type of a parameter.</summary>
/// <param name="Types">
/// The letters of the types that the argument may have: <c>s</c> string, <c>n</c> number, <c>b</c> boolean, <c>l</c> null, <c>o</c>
/// object, <c>a</c> array, <c>f</c> function, <c>j</c> any but a function, <c>x</c> any.
/// </param>
/// <param name="ElementType">For an array or a function the type in angle brackets after it, or null.</param>
/// <param name="UsesContext">Whether the context value takes the place of a missing argument: <c>-</c>.</param>
/// <param name="IsOptional">Whether the argument may be missing: <c>?</c>.</param>
/// <param name="IsRepeated">Whether there may be several such arguments: <c>+</c>.</param>
public sealed record JsonataParameterType(
    string Types, string? ElementType = null, bool UsesContext = false, bool IsOptional = false, bool IsRepeated = false);

/// <summary>What a signature says, or what is wrong with it.</summary>
/// <param name="Parameters">The parameters in order, up to the fault if there is one.</param>
/// <param name="Result">The type of the value, or an empty text.</param>
/// <param name="Fault">What is wrong, with the offset in the signature.</param>
internal sealed record JsonataSignatureParts(
    ImmutableArray<JsonataParameterType> Parameters, string Result, (string Code, string Message, int Offset)? Fault = null);

/// <summary>Reads signatures. Like JSONata it passes over characters that mean nothing.</summary>
internal static class JsonataSignatureReader
{
    /// <summary>Reads a signature with its angle brackets.</summary>
    public static JsonataSignatureParts Read(string text)
    {
        ImmutableArray<JsonataParameterType>.Builder parameters = ImmutableArray.CreateBuilder<JsonataParameterType>();
        int i = 1;
        for (; i < text.Length - 1 && text[i] != ':'; i++)
        {
            int last = parameters.Count - 1;
            switch (text[i])
            {
                case 's' or 'n' or 'b' or 'l' or 'o' or 'a' or 'f' or 'j' or 'x':
                    parameters.Add(new JsonataParameterType(text[i].ToString()));
                    break;
                case '-' when last >= 0:
                    parameters[last] = parameters[last] with { UsesContext = true };
                    break;
                case '?' when last >= 0:
                    parameters[last] = parameters[last] with { IsOptional = true };
                    break;
                case '+' when last >= 0:
                    parameters[last] = parameters[last] with { IsRepeated = true };
                    break;
                case '(':
                    int start = i;
                    string choice = TakeEnclosed(text, ref i, '(', ')');
                    if (choice.IndexOf('<') >= 0)
                    {
                        return Faulty(
                            JsonataErrorCodes.ParameterizedChoice, $"The choice ({choice}) cannot hold a type with a parameter", start);
                    }

                    parameters.Add(new JsonataParameterType(choice));
                    break;
                case '<' when last >= 0 && parameters[last].Types is "a" or "f":
                    parameters[last] = parameters[last] with { ElementType = TakeEnclosed(text, ref i, '<', '>') };
                    break;
                case '<':
                    return Faulty(
                        JsonataErrorCodes.MisplacedTypeParameter, "Only a (array) and f (function) take a type in angle brackets", i);
            }
        }

        string result = i < text.Length - 1 ? text.Substring(i + 1, text.Length - i - 2) : "";
        return new JsonataSignatureParts(parameters.ToImmutable(), result);

        JsonataSignatureParts Faulty(string code, string message, int offset) => new(parameters.ToImmutable(), "", (code, message, offset));
    }

    /// <summary>
    /// Takes what stands between the bracket at an index and the one that closes it; where none does, the signature's own end stands in
    /// for it.
    /// </summary>
    private static string TakeEnclosed(string text, ref int index, char open, char close)
    {
        int start = index;
        int depth = 0;
        for (; index < text.Length - 1; index++)
        {
            depth += text[index] == open ? 1 : text[index] == close ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return text.Substring(start + 1, index - start - 1).Replace(" ", "");
    }
}
