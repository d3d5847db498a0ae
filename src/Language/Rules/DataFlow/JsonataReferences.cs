using System.Collections.Generic;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>A variable that an expression does not bind itself.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="IsCertain">False when the expression binds the name later on, so that it may mean either.</param>
/// <param name="IsNeeded">Whether the expression certainly has no value when the variable has none.</param>
/// <param name="IsGuarded">Whether <c>$exists</c> asks for it.</param>
internal readonly record struct JsonataReference(JsonataVariable Variable, bool IsCertain, bool IsNeeded, bool IsGuarded);

/// <summary>A member of <c>$states</c> that an expression names.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Node">The node that names it.</param>
/// <param name="Path">The names of the steps after it, as far as they are plain.</param>
/// <param name="PathNodes">The nodes of these names.</param>
/// <param name="IsNeeded">Whether the expression certainly has no value when the path has none.</param>
/// <param name="Start">Where <c>$states</c> begins.</param>
internal sealed record StatesReference(string Name, JsonataSyntax Node, List<string> Path, List<JsonataSyntax> PathNodes, bool IsNeeded, int Start)
{
    /// <summary>From <c>$states</c> to the last of the plain steps.</summary>
    public TextRange Range => new(Start, (PathNodes.Count > 0 ? PathNodes[PathNodes.Count - 1] : Node).Range.End - Start);
}

/// <summary>A call of a function by a name that the expression does not bind.</summary>
/// <param name="Call">The call.</param>
/// <param name="Function">The function's name.</param>
/// <param name="PipedArguments">How many arguments <c>~></c> puts before those written.</param>
/// <param name="HasContext">Whether there is a context value, which stands in for a first argument that is missing.</param>
internal readonly record struct JsonataFunctionCall(JsonataCall Call, JsonataVariable Function, int PipedArguments, bool HasContext);

/// <summary>
/// What a JSONata expression refers to outside of itself. An expression on AWS has no input: what depends on it at the top level, out of
/// steps, predicates and functions, is refused.
/// </summary>
internal sealed class JsonataReferences
{
    private JsonataReferences()
    {
    }

    /// <summary>Names and <c>$</c> at the top level, and every <c>$$</c>.</summary>
    public List<JsonataSyntax> Unsupported { get; } = [];

    public List<JsonataReference> Variables { get; } = [];

    public List<StatesReference> StatesMembers { get; } = [];

    public List<JsonataFunctionCall> Calls { get; } = [];

    public static JsonataReferences Read(JsonataSyntax root)
    {
        var references = new JsonataReferences();
        references.Visit(root, new Scope(null), new Position(IsTop: true, IsNeeded: true));
        return references;
    }

    private void Visit(ExpressionSyntax node, Scope scope, Position position)
    {
        switch (node)
        {
            case JsonataName when position.IsTop:
                Unsupported.Add((JsonataName)node);
                break;
            case JsonataVariable variable:
                VisitVariable(variable, scope, position);
                break;
            case JsonataPath path:
                VisitPath(path, scope, position);
                break;
            case JsonataFilter filter:
                Visit(filter.Target, scope, position);
                Visit(filter.Predicate, scope, Position.Inner);
                break;
            case JsonataKeepArray keep:
                Visit(keep.Target, scope, position);
                break;
            case JsonataSort sort:
                Visit(sort.Target, scope, position);
                VisitAll(sort.Terms, scope, Position.Inner);
                break;
            case JsonataGroup group:
                Visit(group.Target, scope, position);
                VisitAll(group.Pairs, scope, Position.Inner);
                break;
            case JsonataFocus focus:
                Visit(focus.Target, scope, position);
                scope.Bind(focus.Variable.Name);
                break;
            case JsonataPosition counted:
                Visit(counted.Target, scope, position);
                scope.Bind(counted.Variable.Name);
                break;
            case JsonataNegation:
                VisitAll(node.Children, scope, position);
                break;
            case JsonataBinary binary:
                VisitAll(binary.Children, scope, position with { IsNeeded = position.IsNeeded && NeedsOperands(binary.Operator) });
                break;
            case JsonataBlock block:
                VisitBlock(block, scope, position);
                break;
            case JsonataBinding binding:
                VisitBinding(binding, scope, position);
                break;
            case JsonataCall call:
                VisitCall(call, scope, position, pipedArguments: 0);
                break;
            case JsonataApplication { Function: JsonataCall call } application:
                Visit(application.Input, scope, position.Optional);
                VisitCall(call, scope, position, pipedArguments: 1);
                break;
            case JsonataLambda lambda:
                var inner = new Scope(scope);
                foreach (JsonataVariable parameter in lambda.Parameters)
                {
                    inner.Bind(parameter.Name);
                }

                Visit(lambda.Body, inner, Position.Inner);
                break;
            case JsonataTransform transform:
                VisitAll(transform.Children, scope, Position.Inner);
                break;
            default:
                VisitAll(node.Children, scope, position.Optional);
                break;
        }
    }

    private void VisitAll(IEnumerable<ExpressionSyntax> nodes, Scope scope, Position position)
    {
        foreach (ExpressionSyntax node in nodes)
        {
            Visit(node, scope, position);
        }
    }

    private void VisitVariable(JsonataVariable variable, Scope scope, Position position)
    {
        if (variable.IsContext)
        {
            if (position.IsTop)
            {
                Unsupported.Add(variable);
            }
        }
        else if (variable.IsRoot)
        {
            Unsupported.Add(variable);
        }
        else if (scope.Find(variable.Name) is { } isCertain && variable.Name != "states")
        {
            Variables.Add(new JsonataReference(variable, isCertain, position.IsNeeded && isCertain, position.IsGuarded));
        }
    }

    private void VisitPath(JsonataPath path, Scope scope, Position position)
    {
        if (path.Steps[0] is JsonataVariable { Name: "states" } && scope.Find("states") == true && NameOf(path.Steps[1]) is { } member)
        {
            var names = new List<string>();
            var nodes = new List<JsonataSyntax>();
            for (int i = 2; i < path.Steps.Count && NameOf(path.Steps[i]) is { } name; i++)
            {
                names.Add(name);
                nodes.Add(NodeOf(path.Steps[i]));
            }

            StatesMembers.Add(new StatesReference(member, NodeOf(path.Steps[1]), names, nodes, position.IsNeeded, path.Steps[0].Range.Start));
        }

        Visit(path.Steps[0], scope, position);
        for (int i = 1; i < path.Steps.Count; i++)
        {
            Visit(path.Steps[i], scope, Position.Inner);
        }
    }

    private void VisitBlock(JsonataBlock block, Scope outer, Position position)
    {
        var scope = new Scope(outer);
        foreach (JsonataSyntax expression in block.Expressions)
        {
            if (expression is JsonataBinding binding)
            {
                scope.Announce(binding.Variable.Name);
            }
        }

        for (int i = 0; i < block.Expressions.Count; i++)
        {
            Visit(block.Expressions[i], scope, i == block.Expressions.Count - 1 ? position : position.Optional);
        }
    }

    private void VisitBinding(JsonataBinding binding, Scope scope, Position position)
    {
        if (binding.Value is JsonataLambda)
        {
            // It may call itself.
            scope.Bind(binding.Variable.Name);
        }

        Visit(binding.Value, scope, position.Optional);
        scope.Bind(binding.Variable.Name);
    }

    private void VisitCall(JsonataCall call, Scope scope, Position position, int pipedArguments)
    {
        bool isGuard = false;
        if (call.Function is JsonataVariable { IsContext: false, IsRoot: false } function)
        {
            if (scope.Find(function.Name) == true)
            {
                Calls.Add(new JsonataFunctionCall(call, function, pipedArguments, HasContext: !position.IsTop));
                isGuard = function.Name == "exists";
            }
        }
        else
        {
            Visit(call.Function, scope, position.Optional);
        }

        VisitAll(call.Arguments, scope, position.Optional with { IsGuarded = position.IsGuarded || isGuard });
    }

    /// <summary>Without an operand these have no value; the others make do.</summary>
    private static bool NeedsOperands(JsonataOperator @operator) => @operator is
        JsonataOperator.Add or JsonataOperator.Subtract or JsonataOperator.Multiply or JsonataOperator.Divide or JsonataOperator.Remainder
        or JsonataOperator.Less or JsonataOperator.LessOrEqual or JsonataOperator.Greater or JsonataOperator.GreaterOrEqual;

    private static string? NameOf(JsonataSyntax step) => NodeOf(step) switch
    {
        JsonataName name => name.Value,
        JsonataString name => name.Value,
        _ => null,
    };

    /// <summary>A step without what is done to its value.</summary>
    private static JsonataSyntax NodeOf(JsonataSyntax step) => step switch
    {
        JsonataFilter filter => NodeOf(filter.Target),
        JsonataKeepArray keep => NodeOf(keep.Target),
        JsonataSort sort => NodeOf(sort.Target),
        JsonataGroup group => NodeOf(group.Target),
        JsonataFocus focus => NodeOf(focus.Target),
        JsonataPosition position => NodeOf(position.Target),
        _ => step,
    };

    /// <summary>Where a node stands.</summary>
    /// <param name="IsTop">Whether its context value would be the input that an expression on AWS does not have.</param>
    /// <param name="IsNeeded">Whether the whole has no value when the node has none.</param>
    /// <param name="IsGuarded">Whether <c>$exists</c> asks for it.</param>
    private readonly record struct Position(bool IsTop, bool IsNeeded, bool IsGuarded = false)
    {
        public static Position Inner => default;

        public Position Optional => this with { IsNeeded = false };
    }

    /// <summary>The names that an expression binds.</summary>
    private sealed class Scope(Scope? outer)
    {
        private Dictionary<string, bool>? _names;

        /// <summary>A name that is bound later on.</summary>
        public void Announce(string name)
        {
            _names ??= [];
            if (!_names.ContainsKey(name))
            {
                _names[name] = false;
            }
        }

        public void Bind(string name) => (_names ??= [])[name] = true;

        /// <summary>Whether a name certainly leads out of the expression; null when it does not.</summary>
        public bool? Find(string name)
        {
            bool isCertain = true;
            for (Scope? scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope._names is { } names && names.TryGetValue(name, out bool isBound))
                {
                    if (isBound)
                    {
                        return null;
                    }

                    isCertain = false;
                }
            }

            return isCertain;
        }

        private Scope? Outer => outer;
    }
}
