using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <content>Calls, and functions, which begin like calls of <c>function</c> or <c>λ</c>.</content>
internal sealed partial class JsonataReader
{
    private JsonataSyntax? ReadCall(JsonataSyntax function, int start)
    {
        ImmutableArray<JsonataSyntax>.Builder arguments = ImmutableArray.CreateBuilder<JsonataSyntax>();
        if (!_token.Is(")"))
        {
            do
            {
                if (ReadArgument() is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
            }
            while (TakeComma());
        }

        if (!Expect(")", isOperand: false))
        {
            return null;
        }

        return function is JsonataName { Value: "function" or "λ" }
            ? ReadLambda(arguments, start)
            : new JsonataCall(function, arguments.ToImmutable()) { Range = Since(start) };
    }

    private JsonataSyntax? ReadArgument()
    {
        JsonataToken token = _token;
        if (!token.Is("?"))
        {
            return ReadExpression(0);
        }

        return Advance(isOperand: true) ? new JsonataPlaceholder { Range = token.Range } : null;
    }

    private JsonataLambda? ReadLambda(ImmutableArray<JsonataSyntax>.Builder arguments, int start)
    {
        ImmutableArray<JsonataVariable>.Builder parameters = ImmutableArray.CreateBuilder<JsonataVariable>(arguments.Count);
        foreach (JsonataSyntax argument in arguments)
        {
            if (argument is not JsonataVariable parameter)
            {
                string message = $"Parameter {parameters.Count + 1} of the function is no variable, which begins with $";
                return Fail<JsonataLambda>(JsonataErrorCodes.InvalidParameter, message, argument.Range);
            }

            parameters.Add(parameter);
        }

        JsonataSignature? signature = null;
        if (_token.Is("<"))
        {
            signature = ReadSignature();
            if (signature is null)
            {
                return null;
            }
        }

        return Expect("{", isOperand: true) && ReadExpression(0) is { } body && Expect("}", isOperand: true)
            ? new JsonataLambda(parameters.ToImmutable(), signature, body) { Range = Since(start) }
            : null;
    }

    /// <summary>Reads a signature token by token, as JSONata does: a <c>&lt;=</c> in it, for example, opens nothing.</summary>
    private JsonataSignature? ReadSignature()
    {
        int start = _token.Range.Start;
        int depth = 1;
        var written = new StringBuilder("<");
        List<int> offsets = [start];
        while (depth > 0 && !_token.Is("{") && _token.Kind != JsonataTokenKind.End)
        {
            int end = _token.Range.End;
            if (!Advance(isOperand: true))
            {
                return null;
            }

            depth += _token.Is("<") ? 1 : _token.Is(">") ? -1 : 0;
            if (_token.Range.Start > end)
            {
                written.Append(' ');
                offsets.Add(end);
            }

            written.Append(text, _token.Range.Start, _token.Range.Length);
            offsets.AddRange(Enumerable.Range(_token.Range.Start, _token.Range.Length));
        }

        if (!Expect(">", isOperand: true))
        {
            return null;
        }

        var signature = new JsonataSignature(written.ToString()) { Range = Since(start) };
        return JsonataSignatureReader.Read(signature.Text).Fault is { } fault
            ? Fail<JsonataSignature>(fault.Code, fault.Message, new TextRange(offsets[fault.Offset], 1))
            : signature;
    }
}
