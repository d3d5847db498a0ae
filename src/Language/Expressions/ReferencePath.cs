using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions;

/// <summary>What a path starts from.</summary>
public enum PathRoot
{
    /// <summary><c>$</c>: the data of the state.</summary>
    Data,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable.</summary>
    Variable,

    /// <summary><c>@</c>: the member or element that a filter looks at; only inside filters.</summary>
    Current,
}

/// <summary>A step of a path: a member's name, or an element's index.</summary>
/// <param name="Name">The member's name, or null for an element.</param>
/// <param name="Index">The element's index when <paramref name="Name"/> is null.</param>
public readonly record struct PathStep(string? Name, int Index);

/// <summary>
/// A Reference Path: a path that selects at most one node (ASL, "Reference Paths"): <c>.name</c>, <c>['name']</c> and
/// <c>[0]</c> only.
/// </summary>
public sealed class ReferencePath
{
    private ReferencePath(string text, PathRoot root, string? variable, ImmutableArray<PathStep> steps)
    {
        Text = text;
        Root = root;
        Variable = variable;
        Steps = steps;
    }

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>What the path starts from.</summary>
    public PathRoot Root { get; }

    /// <summary>The variable's name when <see cref="Root"/> is <see cref="PathRoot.Variable"/>.</summary>
    public string? Variable { get; }

    /// <summary>The steps in order; none for the root itself.</summary>
    public ImmutableArray<PathStep> Steps { get; }

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path.</param>
    /// <param name="error">What is wrong and where, when the result is null.</param>
    public static ReferencePath? Parse(string text, out JsonError? error)
    {
        var reader = new Reader(text);
        ReferencePath? path = reader.Read();
        error = reader.Error;
        return path;
    }

    private sealed class Reader(string text)
    {
        private int _position;

        public JsonError? Error { get; private set; }

        public ReferencePath? Read()
        {
            if (text.Length == 0 || text[0] != '$')
            {
                return Fail("A path starts with '$'", 0);
            }

            _position = 1;
            PathRoot root = PathRoot.Data;
            string? variable = null;
            if (_position < text.Length && text[_position] == '$')
            {
                root = PathRoot.Context;
                _position++;
            }
            else if (_position < text.Length && IsNameStart(text[_position]))
            {
                int start = _position;
                while (_position < text.Length && (IsNameStart(text[_position]) || char.IsDigit(text[_position])))
                {
                    _position++;
                }

                root = PathRoot.Variable;
                variable = text.Substring(start, _position - start);
            }

            ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>();
            while (_position < text.Length)
            {
                PathStep? step = text[_position] switch
                {
                    '.' => ReadName(),
                    '[' => ReadBracket(),
                    _ => NoStep($"'.' or '[' was expected, not '{text[_position]}'"),
                };
                if (step is not { } read)
                {
                    return null;
                }

                steps.Add(read);
            }

            return new ReferencePath(text, root, variable, steps.ToImmutable());
        }

        private PathStep? ReadName()
        {
            _position++;
            var name = new StringBuilder();
            while (_position < text.Length && text[_position] is not ('.' or '['))
            {
                char c = text[_position];
                if (c == '\\')
                {
                    _position++;
                    if (_position == text.Length)
                    {
                        return NoStep("The path ends with a single backslash");
                    }

                    c = text[_position];
                }
                else if (c is '@' or ',' or ':' or '?' or '*' or ']' or '(' or ')' or ' ' or '\'' or '"')
                {
                    return NoStep($"'{c}' cannot stand in a Reference Path; use ['name'] for a name that holds it");
                }

                name.Append(c);
                _position++;
            }

            return name.Length > 0
                ? new PathStep(name.ToString(), 0)
                : NoStep(_position < text.Length && text[_position] == '.' ? "A Reference Path has no '..'" : "A name was expected after '.'");
        }

        private PathStep? ReadBracket()
        {
            _position++;
            if (_position < text.Length && text[_position] is ('\'' or '"'))
            {
                return ReadQuotedName();
            }

            int start = _position;
            while (_position < text.Length && text[_position] is >= '0' and <= '9')
            {
                _position++;
            }

            if (_position == start || _position == text.Length || text[_position] != ']')
            {
                return NoStep("A Reference Path has an index or a quoted name in brackets");
            }

            if (!int.TryParse(text.Substring(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                _position = start;
                return NoStep("The index is too large");
            }

            _position++;
            return new PathStep(null, index);
        }

        private PathStep? ReadQuotedName()
        {
            char quote = text[_position++];
            var name = new StringBuilder();
            while (_position < text.Length && text[_position] != quote)
            {
                // AWS takes a backslash before any other character for itself.
                if (text[_position] == '\\' && _position + 1 < text.Length && (text[_position + 1] == quote || text[_position + 1] == '\\'))
                {
                    _position++;
                }

                name.Append(text[_position++]);
            }

            if (_position + 1 >= text.Length || text[_position + 1] != ']')
            {
                return NoStep($"{quote}] was expected after the name");
            }

            _position += 2;
            return new PathStep(name.ToString(), 0);
        }

        private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

        private PathStep? NoStep(string message)
        {
            Fail(message, _position);
            return null;
        }

        private ReferencePath? Fail(string message, int start)
        {
            Error ??= new JsonError(message, new TextRange(start, Math.Min(1, text.Length - Math.Min(start, text.Length))));
            return null;
        }
    }
}
