namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>The codes that JSONata gives to faults of an expression's text.</summary>
public static class JsonataErrorCodes
{
    /// <summary>A string has no closing quote.</summary>
    public const string UnterminatedString = "S0101";

    /// <summary>A number is too large.</summary>
    public const string NumberOutOfRange = "S0102";

    /// <summary>A backslash stands before a character that it does not escape.</summary>
    public const string InvalidEscape = "S0103";

    /// <summary><c>\u</c> is not followed by four hexadecimal digits.</summary>
    public const string InvalidUnicodeEscape = "S0104";

    /// <summary>A name has no closing backquote.</summary>
    public const string UnterminatedName = "S0105";

    /// <summary>A comment has no end.</summary>
    public const string UnterminatedComment = "S0106";

    /// <summary>The expression ought to end, but goes on.</summary>
    public const string UnexpectedToken = "S0201";

    /// <summary>Another symbol was expected.</summary>
    public const string ExpectedOther = "S0202";

    /// <summary>A symbol was expected, but the text ends.</summary>
    public const string ExpectedBeforeEnd = "S0203";

    /// <summary>A symbol is none of JSONata's.</summary>
    public const string UnknownOperator = "S0204";

    /// <summary>The text ends where an expression was expected.</summary>
    public const string UnexpectedEnd = "S0207";

    /// <summary>A parameter of a function is no variable.</summary>
    public const string InvalidParameter = "S0208";

    /// <summary>A filter follows a grouping.</summary>
    public const string FilterAfterGroup = "S0209";

    /// <summary>A grouping follows a grouping.</summary>
    public const string SecondGroup = "S0210";

    /// <summary>No expression begins with this symbol.</summary>
    public const string NoPrefixOperator = "S0211";

    /// <summary>The left side of <c>:=</c> is no variable.</summary>
    public const string InvalidBinding = "S0212";

    /// <summary>A literal is a step of a path.</summary>
    public const string LiteralStep = "S0213";

    /// <summary>The right side of <c>@</c> or <c>#</c> is no variable.</summary>
    public const string InvalidStepVariable = "S0214";

    /// <summary><c>@</c> follows a filter.</summary>
    public const string FocusAfterFilter = "S0215";

    /// <summary><c>@</c> follows a sort.</summary>
    public const string FocusAfterSort = "S0216";

    /// <summary><c>%</c> leads to no value that is known from the expression.</summary>
    public const string UnknownParent = "S0217";

    /// <summary>A regular expression is empty.</summary>
    public const string EmptyRegex = "S0301";

    /// <summary>A regular expression has no closing slash.</summary>
    public const string UnterminatedRegex = "S0302";

    /// <summary>A type in a signature that takes no parameter has one.</summary>
    public const string MisplacedTypeParameter = "S0401";

    /// <summary>A choice of types in a signature holds a type with a parameter.</summary>
    public const string ParameterizedChoice = "S0402";

    /// <summary>
    /// The expression is nested too deep. JSONata has no code for that in texts; this is its code for an evaluation that overflows
    /// the stack.
    /// </summary>
    public const string TooDeep = "D1011";
}
