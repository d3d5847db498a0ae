using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Authoring;

/// <summary>
/// Reads a condition that is written in C# into a choice rule. The form is what counts: <c>a &amp; b &amp; c</c> is one And, and parentheses make an And of
/// their own, so that every rule of ASL has exactly one way to be written. Only constants are asked of the compiler.
/// </summary>
internal sealed class ConditionReader(ReadingContext context)
{
    /// <summary>How many rules one condition may have. Conditions that use each other twice grow without end, and AWS takes a megabyte of text.</summary>
    private const int MaxRules = 10_000;

    private readonly HashSet<SyntaxNode> _open = [];
    private int _rules;

    /// <summary>The class whose property is being read: names mean what they mean there.</summary>
    private INamedTypeSymbol? _type;

    /// <summary>The rule, without where it leads; null, with a fault where the compiler has not spoken, when it cannot be read.</summary>
    public JsonObjectSyntax? Read(PropertyDeclarationSyntax property, INamedTypeSymbol type)
    {
        INamedTypeSymbol? outer = _type;
        _type = type;
        JsonObjectSyntax? rule = Read(property);
        _type = outer;
        if (outer is null && _rules > MaxRules)
        {
            context.Report(AuthoringRules.InvalidCondition, new FixedPlace(property.Identifier.GetLocation()), $"The condition has more than {MaxRules} rules");
        }

        return rule;
    }

    private JsonObjectSyntax? Read(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is not { Expression: var expression } || !property.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            Refuse(property.Identifier.GetLocation(), $"'{property.Identifier.ValueText}' is not written as 'static Condition {property.Identifier.ValueText} => …'", property);
            return null;
        }

        if (!_open.Add(property))
        {
            Refuse(property.Identifier.GetLocation(), $"'{property.Identifier.ValueText}' contains itself", property);
            return null;
        }

        JsonObjectSyntax? rule = Read(expression);
        _open.Remove(property);
        return rule;
    }

    private JsonObjectSyntax? Read(ExpressionSyntax expression) => ++_rules > MaxRules ? null : expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Read(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseAndExpression } and => ReadChain(and, "And"),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } or => ReadChain(or, "Or"),
        BinaryExpressionSyntax comparison => ReadComparison(comparison),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Negate(Read(not.Operand), not),
        MemberAccessExpressionSyntax test when IsTypeTest(test.Name.Identifier.ValueText) && ReadVariable(test.Expression) is { } variable =>
            BuildTest(variable, test.Name.Identifier.ValueText, operand: true, test),
        InvocationExpressionSyntax call => ReadCall(call),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => ReadReference(expression),
        _ => Refuse(expression),
    };

    private JsonObjectSyntax? ReadChain(BinaryExpressionSyntax chain, string field)
    {
        List<ExpressionSyntax> operands = [];
        ExpressionSyntax left = chain;
        while (left is BinaryExpressionSyntax inner && inner.IsKind(chain.Kind()))
        {
            operands.Add(inner.Right);
            left = inner.Left;
        }

        operands.Add(left);
        operands.Reverse();
        return ReadParts(operands, field, chain);
    }

    private JsonObjectSyntax? ReadParts(IEnumerable<ExpressionSyntax> operands, string field, ExpressionSyntax whole)
    {
        ImmutableArray<JsonSyntax>.Builder parts = ImmutableArray.CreateBuilder<JsonSyntax>();
        bool isSound = true;
        foreach (ExpressionSyntax operand in operands)
        {
            JsonObjectSyntax? part = Read(operand);
            isSound &= part is not null;
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        return isSound ? Build(whole, (field, new JsonArraySyntax(parts.ToImmutable()), whole)) : null;
    }

    private JsonObjectSyntax? ReadCall(InvocationExpressionSyntax call)
    {
        ExpressionSyntax[] arguments = [.. call.ArgumentList.Arguments.Select(static argument => argument.Expression)];
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Matches" } matches
            && arguments.Length == 1
            && ReadVariable(matches.Expression) is { Kind: null } variable)
        {
            return ReadConstant(arguments[0]) is string pattern
                ? Build(call, ("Variable", variable.Path, variable.Place), ("StringMatches", new JsonStringSyntax(pattern), arguments[0]))
                : Refuse(arguments[0], "The pattern is no constant string");
        }

        switch (NameOfOurs(call))
        {
            case "All":
                return ReadParts(arguments, "And", call);
            case "Any":
                return ReadParts(arguments, "Or", call);
            case "Rule" when arguments.Length == 1:
                return ReadRule(arguments[0]);
            default:
                return Refuse(call);
        }
    }

    private JsonObjectSyntax? ReadRule(ExpressionSyntax argument)
    {
        MemberExpressionPlace place = new(argument);
        if (ReadConstant(argument) is not string json)
        {
            return Refuse(argument, "The rule is no constant string");
        }

        switch (context.ParseJson(json, place))
        {
            case JsonObjectSyntax rule:
                context.Map?.AddPayload(rule, place);
                return rule;
            case { } other:
                context.Report(AuthoringRules.InvalidJson, place.Within(other.Range), "A choice rule is a JSON object");
                return null;
            default:
                return null;
        }
    }

    private JsonObjectSyntax? ReadComparison(BinaryExpressionSyntax comparison)
    {
        (string? relation, bool isNegated) = comparison.Kind() switch
        {
            SyntaxKind.EqualsExpression => ("Equals", false),
            SyntaxKind.NotEqualsExpression => ("Equals", true),
            SyntaxKind.LessThanExpression => ("LessThan", false),
            SyntaxKind.LessThanOrEqualExpression => ("LessThanEquals", false),
            SyntaxKind.GreaterThanExpression => ("GreaterThan", false),
            SyntaxKind.GreaterThanOrEqualExpression => ("GreaterThanEquals", false),
            _ => (null, false),
        };
        JsonObjectSyntax? rule = relation is null ? Refuse(comparison) : ReadComparison(comparison, relation);
        return isNegated ? Negate(rule, comparison) : rule;
    }

    private JsonObjectSyntax? ReadComparison(BinaryExpressionSyntax comparison, string relation)
    {
        ExpressionSyntax left = Unwrap(comparison.Left);
        if (left is MemberAccessExpressionSyntax test && IsTypeTest(test.Name.Identifier.ValueText) && ReadVariable(test.Expression) is { } tested)
        {
            return ReadConstant(comparison.Right) is bool operand
                ? BuildTest(tested, test.Name.Identifier.ValueText, operand, comparison)
                : Refuse(comparison.Right, "A test of a type is compared with true or false");
        }

        if (ReadVariable(left) is not { } variable)
        {
            return Refuse(comparison);
        }

        if (variable.Kind is not null && ReadVariable(Unwrap(comparison.Right)) is { } other)
        {
            return Build(
                comparison,
                ("Variable", variable.Path, variable.Place),
                (Family(variable.Kind) + relation + "Path", other.Path, other.Place));
        }

        JsonSyntax? literal = AnnotationValue.Constant(ReadConstant(comparison.Right)).ToJson();
        string? family = literal switch
        {
            JsonStringSyntax => variable.Kind == "Timestamp" ? "Timestamp" : "String",
            JsonBooleanSyntax => "Boolean",
            JsonNumberSyntax => "Numeric",
            _ => null,
        };
        return family is null || literal is null || ComparisonOperators.Find(family + relation) is null
            ? Refuse(comparison.Right, "A variable is compared with a constant string, number or boolean; '.IsNull' tests for null")
            : Build(comparison, ("Variable", variable.Path, variable.Place), (family + relation, literal, comparison.Right));
    }

    /// <summary>Another property whose condition is used; it stands there as a rule of its own.</summary>
    private JsonObjectSyntax? ReadReference(ExpressionSyntax expression)
    {
        ISymbol? symbol = FindMember(expression) ?? Model(expression).GetSymbolInfo(expression, context.CancellationToken).Symbol;
        if (symbol is not IPropertySymbol property
            || context.Symbols.Condition is not { } condition
            || !KnownSymbols.DerivesFrom(property.Type, condition))
        {
            return Refuse(expression);
        }

        return property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken)).OfType<PropertyDeclarationSyntax>().FirstOrDefault() is { } written
            ? Read(written, property.ContainingType)
            : Refuse(expression, $"'{property.Name}' belongs to another assembly, where conditions have no source to read");
    }

    /// <summary>
    /// What a simple name means: the member of the nearest class that has one of that name. Members come before everything else in C#, so this needs no
    /// binding, which is dear.
    /// </summary>
    private ISymbol? FindMember(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var name }
        && FindMembers(name) is { Length: 1 } members
        && context.Symbols.Compilation.IsSymbolAccessibleWithin(members[0], _type!)
            ? members[0]
            : null;

    /// <summary>The members of a name in the nearest class around that has any; none when no class has.</summary>
    private ImmutableArray<ISymbol> FindMembers(string name)
    {
        for (INamedTypeSymbol? container = _type; container is not null; container = container.ContainingType)
        {
            for (INamedTypeSymbol? current = container; current is not null; current = current.BaseType)
            {
                if (current.MemberNames.Contains(name))
                {
                    return current.GetMembers(name);
                }
            }
        }

        return ImmutableArray<ISymbol>.Empty;
    }

    /// <summary>A variable, and as what it is compared: Text, Number, Boolean or Timestamp; null when that follows from the other side.</summary>
    private VariableOperand? ReadVariable(ExpressionSyntax expression)
    {
        expression = Unwrap(expression);
        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Text" or "Number" or "Boolean" or "Timestamp" } kind)
        {
            return ReadVariable(kind.Expression) is { Kind: null } variable ? variable with { Kind = kind.Name.Identifier.ValueText } : null;
        }

        return expression is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            && NameOfOurs(call) == "Variable"
            && ReadConstant(arguments[0].Expression) is string path
                ? new VariableOperand(new JsonStringSyntax(path), arguments[0].Expression, Kind: null)
                : null;
    }

    /// <summary>The name of a function of Conditions; null for every other call.</summary>
    private string? NameOfOurs(InvocationExpressionSyntax call)
    {
        string? name = call.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };
        if (name is not ("Variable" or "All" or "Any" or "Rule"))
        {
            return null;
        }

        // Binding each call of a large machine would be dear. A simple name that is no member of the classes around it means the same in the whole namespace.
        return call.Expression is IdentifierNameSyntax && FindMembers(name).IsEmpty
            ? (context.Symbols.IsConditionFunction(name, call) ? name : null)
            : Model(call).GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method && context.Symbols.IsConditionFunction(method) ? name : null;
    }

    private object? ReadConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => new MemberExpressionPlace(text).Normalize(text.Token.ValueText),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression or (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } literal => literal.Token.Value,
        _ when FindMember(expression) is IFieldSymbol { HasConstantValue: true, Type.TypeKind: not TypeKind.Enum } field => Normalize(field.ConstantValue, expression),
        _ => Model(expression).GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: var value } ? Normalize(value, expression) : null,
    };

    private static object? Normalize(object? value, ExpressionSyntax expression) => value is string text ? new MemberExpressionPlace(expression).Normalize(text) : value;

    private SemanticModel Model(SyntaxNode node) => context.Symbols.GetSemanticModel(node.SyntaxTree);

    private JsonObjectSyntax BuildTest(VariableOperand variable, string test, bool operand, ExpressionSyntax whole) =>
        Build(whole, ("Variable", variable.Path, variable.Place), (test, new JsonBooleanSyntax(operand), whole));

    private JsonObjectSyntax? Negate(JsonObjectSyntax? rule, ExpressionSyntax whole) => rule is null ? null : Build(whole, ("Not", rule, whole));

    private JsonObjectSyntax Build(ExpressionSyntax whole, params (string Name, JsonSyntax Value, ExpressionSyntax Place)[] members)
    {
        FieldBuilder fields = new(context.Map);
        foreach ((string name, JsonSyntax value, ExpressionSyntax place) in members)
        {
            fields.Add(name, value, new MemberExpressionPlace(place));
        }

        return fields.Build(static _ => 0, new MemberExpressionPlace(whole));
    }

    private JsonObjectSyntax? Refuse(
        ExpressionSyntax expression, string message = "This is no condition: compare Variable(…) with a constant or another variable, or use a property of type Condition")
    {
        Refuse(expression.GetLocation(), message, expression);
        return null;
    }

    /// <summary>Where the compiler refuses the source as well, it has spoken.</summary>
    private void Refuse(Location location, string message, SyntaxNode node)
    {
        SemanticModel model = Model(node);
        if (model.GetDiagnostics(node.FullSpan, context.CancellationToken).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            || node.DescendantNodesAndSelf().Any(name => name is SimpleNameSyntax && model.GetSymbolInfo(name, context.CancellationToken).Symbol is IFieldSymbol { IsConst: true, HasConstantValue: false }))
        {
            context.IsIncomplete = true;
        }
        else
        {
            context.Report(AuthoringRules.InvalidCondition, new FixedPlace(location), message);
        }
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? Unwrap(parenthesized.Expression) : expression;

    private static string Family(string kind) => kind switch
    {
        "Text" => "String",
        "Number" => "Numeric",
        _ => kind,
    };

    private static bool IsTypeTest(string name) => ComparisonOperators.Find(name) is { Family: ComparisonFamily.TypeTest };

    private sealed record VariableOperand(JsonStringSyntax Path, ExpressionSyntax Place, string? Kind);
}
