using System.Collections.Immutable;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>An operator between two operands.</summary>
public enum JsonataOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c>: the remainder of a division.</summary>
    Remainder,

    /// <summary><c>&amp;</c>: strings put together.</summary>
    Concatenate,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>in</c>: the left operand is an element of the right one.</summary>
    In,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,
}

/// <summary>The spellings of the operators, and how strongly each symbol binds.</summary>
public static class JsonataOperators
{
    /// <summary>In the order of <see cref="JsonataOperator"/>.</summary>
    private static readonly ImmutableArray<string> s_texts =
    [
        "+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", "in", "and", "or",
    ];

    /// <summary>An operator as it is written.</summary>
    public static string TextOf(JsonataOperator @operator) => s_texts[(int)@operator];

    internal static JsonataOperator? Find(string text)
    {
        int index = s_texts.IndexOf(text);
        return index < 0 ? null : (JsonataOperator)index;
    }

    /// <summary>How strongly a symbol binds the expression to its left; 0 for one that ends the expression.</summary>
    internal static int PowerOf(string symbol) => symbol switch
    {
        "[" or "(" or "@" or "#" => Powers.Postfix,
        "." => Powers.Path,
        "{" => Powers.Group,
        "*" or "/" or "%" => 60,
        "+" or "-" or "&" => 50,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" => 40,
        "^" => Powers.Sort,
        "~>" => Powers.Application,
        "?:" or "??" => Powers.Default,
        "and" => 30,
        "or" => 25,
        "?" => Powers.Condition,
        ":=" => Powers.Binding,
        _ => 0,
    };

    /// <summary>The powers that reading and printing must agree on.</summary>
    internal static class Powers
    {
        public const int Postfix = 80;
        public const int Path = 75;
        public const int Group = 70;
        public const int Negation = 70;
        public const int Sort = 40;
        public const int Application = 40;
        public const int Default = 40;
        public const int Condition = 20;
        public const int Binding = 10;
    }
}
