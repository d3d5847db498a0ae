using System.Collections.Immutable;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>An object whose members are worked out.</summary>
internal sealed class ObjectExpression(ImmutableArray<(string Name, Expression Value)> members) : Expression
{
    public override JsonValue? Evaluate(EvaluationScope scope, out Failure? failure)
    {
        var filled = default(JsonObject.Builder);
        foreach ((string name, Expression expression) in members)
        {
            if (expression.Evaluate(scope, out failure) is not { } value)
            {
                return null;
            }

            filled.Set(name, value);
        }

        failure = null;
        return filled.ToObject();
    }
}

/// <summary>An array whose items are worked out.</summary>
internal sealed class ArrayExpression(ImmutableArray<Expression> items) : Expression
{
    public override JsonValue? Evaluate(EvaluationScope scope, out Failure? failure)
    {
        var filled = new JsonValue[items.Length];
        for (int i = 0; i < filled.Length; i++)
        {
            if (items[i].Evaluate(scope, out failure) is not { } value)
            {
                return null;
            }

            filled[i] = value;
        }

        failure = null;
        return new JsonArray(filled);
    }
}

/// <summary>Makes expressions of the JSON in a definition. Parts in which nothing is worked out are built once and shared by every run.</summary>
internal abstract class TemplateCompiler
{
    /// <summary>The expression that a piece of a definition stands for.</summary>
    /// <param name="syntax">The piece.</param>
    /// <param name="location">Where it stands in the state: <c>Output/a</c>.</param>
    public Expression Compile(JsonSyntax syntax, string location) => syntax switch
    {
        JsonObjectSyntax @object => CompileObject(@object, location),
        JsonArraySyntax array => CompileArray(array, location),
        JsonStringSyntax text => CompileText(text, location),
        _ => new LiteralExpression(JsonConversion.FromSyntax(syntax)),
    };

    /// <summary>What a string that is a value stands for.</summary>
    protected abstract Expression CompileText(JsonStringSyntax text, string location);

    /// <summary>What a member stands for: its name in the result, and its value.</summary>
    protected abstract (string Name, Expression Value) CompileMember(JsonObjectSyntax owner, JsonMemberSyntax member, string location);

    private Expression CompileObject(JsonObjectSyntax @object, string location)
    {
        ImmutableArray<(string, Expression)>.Builder members = ImmutableArray.CreateBuilder<(string, Expression)>(@object.Members.Length);
        bool isLiteral = true;
        foreach (JsonMemberSyntax member in @object.Members)
        {
            (string name, Expression value) = CompileMember(@object, member, location);
            isLiteral &= value is LiteralExpression;
            members.Add((name, value));
        }

        return isLiteral ? new LiteralExpression(JsonConversion.FromSyntax(@object)) : new ObjectExpression(members.MoveToImmutable());
    }

    private Expression CompileArray(JsonArraySyntax array, string location)
    {
        ImmutableArray<Expression>.Builder items = ImmutableArray.CreateBuilder<Expression>(array.Items.Length);
        bool isLiteral = true;
        for (int i = 0; i < array.Items.Length; i++)
        {
            items.Add(Compile(array.Items[i], System.FormattableString.Invariant($"{location}[{i}]")));
            isLiteral &= items[i] is LiteralExpression;
        }

        return isLiteral ? new LiteralExpression(JsonConversion.FromSyntax(array)) : new ArrayExpression(items.MoveToImmutable());
    }
}
