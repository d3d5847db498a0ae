using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Functions;
using StateMachineGen.Expressions.Jsonata.Nodes;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>Makes nodes of drafts.</summary>
internal sealed partial class NodeCompiler(ExternalNames names)
{
    /// <summary>Makes the node of an expression.</summary>
    /// <param name="draft">The expression.</param>
    /// <param name="scope">The variables that are in sight.</param>
    /// <param name="level">How deep the expression is nested.</param>
    public JsonataNode Compile(Draft draft, LexicalScope scope, int level)
    {
        if (draft.Steps is not null)
        {
            return CompilePath(draft, scope, level);
        }

        JsonataNode node = CompileCore(draft, scope, level);
        if (!draft.HasSuffix)
        {
            return node;
        }

        Predicate[] predicates = [.. draft.Predicates.Select(predicate => CompilePredicate(predicate, scope, node.Tuples, level))];
        Grouping? grouping = draft.Group is null ? null : CompileGrouping(draft.Group, draft.Position, scope, scope, level);
        return new SuffixNode(level, node, predicates, grouping, draft.KeepsArray);
    }

    /// <summary>Makes a filter of values, or of tuples if there are any, whose variables it sees.</summary>
    private Predicate CompilePredicate(Draft condition, LexicalScope scope, LexicalScope? tuples, int level)
    {
        if (tuples is null)
        {
            return new Predicate(Compile(condition, scope, level + 1), 0);
        }

        LexicalScope region = EnterRegion([condition], tuples);
        return new Predicate(Compile(condition, region, level + 1), region.Count);
    }

    private JsonataNode CompileCore(Draft draft, LexicalScope scope, int level)
    {
        if (draft.Field is { } field)
        {
            return new FieldNode(level, field);
        }

        switch (draft.Syntax)
        {
            case JsonataString text:
                return new LiteralNode(level, new JsonString(text.Value));
            case JsonataNumber number:
                return new LiteralNode(level, JsonNumber.Of(number.Value));
            case JsonataBoolean boolean:
                return new LiteralNode(level, JsonBoolean.Of(boolean.Value));
            case JsonataNull:
                return new LiteralNode(level, JsonNull.Instance);
            case JsonataRegex regex:
                return new RegexNode(level, draft.Position, new RegexPattern(regex.Pattern, regex.Flags));
            case JsonataVariable { IsContext: true }:
                return new ContextNode(level);
            case JsonataVariable { IsRoot: true }:
                return new RootNode(level);
            case JsonataVariable variable:
                return CompileVariable(variable.Name, scope, level);
            case JsonataWildcard:
                return new WildcardNode(level);
            case JsonataDescendants:
                return new DescendantsNode(level);
            case JsonataParent:
                return new VariableNode(level, draft.Search?.Variable is { } parent ? scope.FindPlaces(parent) : [], -1);
            case JsonataNegation:
                JsonataNode operand = Compile(draft.Parts[0], scope, level + 1);
                return operand is LiteralNode { Value: JsonNumber negated }
                    ? new LiteralNode(level, JsonNumber.Of(-negated.Value))
                    : new NegationNode(level, draft.Position, operand);
            case JsonataBinary binary:
                return CompileBinary(binary.Operator, draft, scope, level);
            case JsonataCondition:
                JsonataNode[] choice = CompileAll(draft.Parts, scope, level + 1);
                return new ConditionNode(level, choice[0], choice[1], choice.Length > 2 ? choice[2] : null);
            case JsonataDefault @default:
                JsonataNode[] values = CompileAll(draft.Parts, scope, level + 1);
                return new DefaultNode(level, @default.IsCoalescing, values[0], values[1]);
            case JsonataBinding binding:
                return new BindingNode(level, scope.Declare(binding.Variable.Name), Compile(draft.Parts[0], scope, level + 1));
            case JsonataArray:
                return CompileArray(draft, scope, level);
            case JsonataRange:
                JsonataNode[] ends = CompileAll(draft.Parts, scope, level + 1);
                return new RangeNode(level, draft.Position, ends[0], ends[1]);
            case JsonataObject:
                return new ObjectNode(level, CompileGrouping(draft.Pairs, draft.Position, scope, scope, level));
            case JsonataBlock:
                return CompileBlock(draft, scope, level, isTail: false);
            case JsonataLambda lambda:
                return CompileLambda(lambda, draft, scope, level);
            case JsonataCall { IsPartial: true }:
                return CompilePartialCall(draft, scope, level);
            case JsonataCall:
                return CompileCall(draft, scope, level, first: null);
            case JsonataApplication:
                return CompileApplication(draft, scope, level);
            default:
                JsonataNode[] parts = CompileAll(draft.Parts, scope, level + 1);
                VariableNode clone = CompileVariable("clone", scope, level);
                return new TransformNode(level, draft.Position, clone, parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
        }
    }

    private JsonataNode[] CompileAll(IEnumerable<Draft> drafts, LexicalScope scope, int level) =>
        [.. drafts.Select(draft => Compile(draft, scope, level))];

    private VariableNode CompileVariable(string name, LexicalScope scope, int level) =>
        new(level, scope.FindPlaces(name), names.NumberOf(name));

    private JsonataNode CompileBinary(JsonataOperator @operator, Draft draft, LexicalScope scope, int level)
    {
        JsonataNode left = Compile(draft.Parts[0], scope, level + 1);
        JsonataNode right = Compile(draft.Parts[1], scope, level + 1);
        return @operator switch
        {
            JsonataOperator.Concatenate => new ConcatenationNode(level, left, right),
            JsonataOperator.Equal => new EqualityNode(level, isNegated: false, left, right),
            JsonataOperator.NotEqual => new EqualityNode(level, isNegated: true, left, right),
            JsonataOperator.Less or JsonataOperator.LessOrEqual or JsonataOperator.Greater or JsonataOperator.GreaterOrEqual =>
                new ComparisonNode(level, draft.Position, @operator, left, right),
            JsonataOperator.In => new InNode(level, left, right),
            JsonataOperator.And or JsonataOperator.Or => new LogicNode(level, @operator == JsonataOperator.Or, left, right),
            _ => new ArithmeticNode(level, draft.Position, @operator, left, right),
        };
    }

    private ArrayNode CompileArray(Draft draft, LexicalScope scope, int level)
    {
        bool[] isNested = [.. draft.Parts.Select(part => part.Steps is null && part.Syntax is JsonataArray)];
        return new ArrayNode(level, CompileAll(draft.Parts, scope, level + 1), isNested, draft.IsConstructor);
    }

    private Grouping CompileGrouping(
        List<(Draft Key, Draft Value)> pairs, int position, LexicalScope keyScope, LexicalScope valueScope, int level) => new(
            [.. pairs.Select(pair => new GroupingPair(Compile(pair.Key, keyScope, level + 1), Compile(pair.Value, valueScope, level + 1)))],
            position);

    private BlockNode CompileBlock(Draft draft, LexicalScope scope, int level, bool isTail)
    {
        var inner = new LexicalScope(scope);
        Bindings.Declare(draft.Parts, inner);
        JsonataNode[] expressions =
        [
            .. draft.Parts.Select((part, i) => isTail && i == draft.Parts.Count - 1
                ? CompileTail(part, inner, level + 1)
                : Compile(part, inner, level + 1)),
        ];
        return new BlockNode(level, inner.Count, expressions);
    }

    private LambdaNode CompileLambda(JsonataLambda lambda, Draft draft, LexicalScope scope, int level)
    {
        var inner = new LexicalScope(scope, isBody: true);
        int[] parameters = [.. lambda.Parameters.Select(parameter => inner.Declare(parameter.Name))];
        Bindings.Declare(draft.Parts, inner);
        JsonataNode body = CompileTail(draft.Parts[0], inner, 1);
        Signature? signature = lambda.Signature is null ? null : Signature.Parse(lambda.Signature.Text);
        return new LambdaNode(level, parameters, inner.Count, signature, body);
    }

    /// <summary>Makes the node of what ends the body of a function, so that a call there is left to whoever called the function.</summary>
    private JsonataNode CompileTail(Draft draft, LexicalScope scope, int level)
    {
        switch (draft.Syntax)
        {
            case JsonataCall { IsPartial: false } when draft.Steps is null && draft.Predicates.Count == 0:
                return new TailCallNode(level, CompileCallee(draft, scope, level), CompileArguments(draft, scope, level));
            case JsonataCondition when !draft.HasSuffix && draft.Steps is null:
                JsonataNode condition = Compile(draft.Parts[0], scope, level + 1);
                JsonataNode then = CompileTail(draft.Parts[1], scope, level + 1);
                JsonataNode? @else = draft.Parts.Count > 2 ? CompileTail(draft.Parts[2], scope, level + 1) : null;
                return new ConditionNode(level, condition, then, @else);
            case JsonataBlock when !draft.HasSuffix && draft.Steps is null:
                return CompileBlock(draft, scope, level, isTail: true);
            default:
                return Compile(draft, scope, level);
        }
    }

    private Callee CompileCallee(Draft call, LexicalScope scope, int level)
    {
        Draft function = call.Parts[^1];
        string? field = function.Steps?[0].Field;
        string? name = field ?? (function.Syntax as JsonataVariable)?.Name;
        VariableNode? meant = field is null ? null : CompileVariable(field, scope, level);
        return new Callee(Compile(function, scope, level + 1), name, meant, call.Position);
    }

    private JsonataNode[] CompileArguments(Draft call, LexicalScope scope, int level) =>
        CompileAll(call.Parts.Take(call.Parts.Count - 1), scope, level + 1);

    private CallNode CompileCall(Draft draft, LexicalScope scope, int level, JsonataNode? first) =>
        new(level, CompileCallee(draft, scope, level), CompileArguments(draft, scope, level), first);

    private PartialCallNode CompilePartialCall(Draft draft, LexicalScope scope, int level)
    {
        List<Draft> arguments = draft.Parts[..^1];
        JsonataNode?[] nodes = [.. arguments.Select(each => each.Syntax is JsonataPlaceholder ? null : Compile(each, scope, level + 1))];
        int[] open = [.. Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is null)];
        return new PartialCallNode(level, CompileCallee(draft, scope, level), nodes, open);
    }

    private JsonataNode CompileApplication(Draft draft, LexicalScope scope, int level)
    {
        JsonataNode input = Compile(draft.Parts[0], scope, level + 1);
        Draft function = draft.Parts[1];
        return function.Steps is null && function.Syntax is JsonataCall { IsPartial: false }
            ? CompileCall(function, scope, level, input)
            : new ApplicationNode(level, draft.Position, input, Compile(function, scope, level + 1));
    }
}
