using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>The functions that expressions on AWS can call.</summary>
internal static class FunctionLibrary
{
    private static readonly FrozenDictionary<string, NativeFunction> s_functions = Create();

    /// <summary>The function of this name, or null.</summary>
    /// <param name="name">The name without <c>$</c>.</param>
    public static NativeFunction? Find(string name) => s_functions.GetValueOrDefault(name);

    private static FrozenDictionary<string, NativeFunction> Create()
    {
        var bodies = new Dictionary<string, NativeBody>(StringComparer.Ordinal);
        StringFunctions.AddTo(bodies);
        PatternFunctions.AddTo(bodies);
        EncodingFunctions.AddTo(bodies);
        NumberFunctions.AddTo(bodies);
        BooleanFunctions.AddTo(bodies);
        ArrayFunctions.AddTo(bodies);
        ObjectFunctions.AddTo(bodies);
        TimeFunctions.AddTo(bodies);
        HigherOrderFunctions.AddTo(bodies);
        AwsFunctions.AddTo(bodies);
        return JsonataFunctions.OnAws.ToFrozenDictionary(
            function => function.Name,
            function =>
            {
                Signature signature = Signature.Parse(function.Signature);

                // What functions that call others give to $string is the value alone: its second parameter has a default in JSONata.
                int arity = function.Name == "string" ? 1 : signature.Count;
                return new NativeFunction(signature, arity, bodies[function.Name]);
            },
            StringComparer.Ordinal);
    }
}
