using System.Linq;
using System.Threading;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Tests.Expressions.Jsonata;

public class JsonataParserTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("`a b`", "`a b`")]
    [InlineData("`a`", "a")]
    [InlineData("größe", "größe")]
    [InlineData("$", "$")]
    [InlineData("$$", "$$")]
    [InlineData("$a1", "$a1")]
    [InlineData("'it''s'", null)]
    [InlineData("'say \"hi\" \\u00e4 \\/'", "\"say \\\"hi\\\" ä /\"")]
    [InlineData("12.50e+3", "12.50e+3")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("/a[/]b\\/(c)/im", "/a[/]b\\/(c)/im")]
    [InlineData("*", "*")]
    [InlineData("**", "**")]
    [InlineData("and", "`and`")]
    [InlineData("and and or or in in in", "(or (and `and` `or`) (in `in` `in`))")]
    [InlineData(" /* note */ a /**/ ", "a")]
    public void Terminals_are_read(string text, string? shape) => Judge(text, shape);

    [Theory]
    [InlineData("a.b.c", "(path a b c)")]
    [InlineData("a.'b c'.$x", "(path a \"b c\" $x)")]
    [InlineData("a.(b; c)", "(path a (block b c))")]
    [InlineData("a[0]", "(filter a 0)")]
    [InlineData("a.b[c = 1][0].d", "(path a (filter (filter b (equal c 1)) 0) d)")]
    [InlineData("(a.b)[0]", "(filter (block (path a b)) 0)")]
    [InlineData("a[]", "(keep a)")]
    [InlineData("a.b[][0]", "(path a (filter (keep b) 0))")]
    [InlineData("a.b^(>c, <d, e).f", "(path (sort (path a b) (desc c) (asc d) (asc e)) f)")]
    [InlineData("a.b{c: d, 'e': f}", "(group (path a b) (pair c d) (pair \"e\" f))")]
    [InlineData("a.{}", "(path a (object))")]
    [InlineData("a@$v.b#$i.c", "(path (focus a $v) (position b $i) c)")]
    [InlineData("a.%.b", "(path a % b)")]
    [InlineData("a.*.**", "(path a * **)")]
    [InlineData("-a.b", "(neg (path a b))")]
    [InlineData("a.-b.c", "(path a (neg (path b c)))")]
    public void Steps_are_read(string text, string shape) => Judge(text, shape);

    [Theory]
    [InlineData("1 + 2 * 3 - 4", "(subtract (add 1 (multiply 2 3)) 4)")]
    [InlineData("a / b % c", "(remainder (divide a b) c)")]
    [InlineData("a & b & 'c'", "(concatenate (concatenate a b) \"c\")")]
    [InlineData("a < 1 and b >= 2 or not", "(or (and (less a 1) (greaterorequal b 2)) not)")]
    [InlineData("a != b", "(notequal a b)")]
    [InlineData("a <= b", "(lessorequal a b)")]
    [InlineData("a > b", "(greater a b)")]
    [InlineData("a in [b]", "(in a (array b))")]
    [InlineData("- -1", "(neg (neg 1))")]
    [InlineData("-a[0]", "(neg (filter a 0))")]
    [InlineData("-a{b: c}", "(group (neg a) (pair b c))")]
    [InlineData("a ? b : c ? d : e", "(if a b (if c d e))")]
    [InlineData("a ? b ? c : d", "(if a (if b c d))")]
    [InlineData("a ? (b ? c) : d", "(if a (block (if b c)) d)")]
    [InlineData("a ?: b ?: c", "(default a (default b c))")]
    [InlineData("a ?? b = c", "(coalesce a (equal b c))")]
    [InlineData("a = b ?? c", "(coalesce (equal a b) c)")]
    [InlineData("$a := $b := 1", "(bind $a (bind $b 1))")]
    [InlineData("a ~> $f ~> $g(1)", "(apply (apply a $f) (call $g 1))")]
    public void Operators_bind_as_strongly_as_jsonata_says(string text, string shape) => Judge(text, shape);

    [Theory]
    [InlineData("[]", "(array)")]
    [InlineData("[1, a.b..2, [3]]", "(array 1 (range (path a b) 2) (array 3))")]
    [InlineData("[1..5]", "(array (range 1 5))")]
    [InlineData("{'a': 1, b: {}}", "(object (pair \"a\" 1) (pair b (object)))")]
    [InlineData("()", "(block)")]
    [InlineData("(a;)", "(block a)")]
    [InlineData("($a := 1; $a + 1)", "(block (bind $a 1) (add $a 1))")]
    [InlineData("$f()", "(call $f)")]
    [InlineData("$f(?, 1)(2)", "(call (call $f ? 1) 2)")]
    [InlineData("$f(/a/, b / c)", "(call $f /a/ (divide b c))")]
    [InlineData("function($a, $b){$a + $b}", "(lambda $a $b (add $a $b))")]
    [InlineData("λ(){1}(2)", "(call (lambda 1) 2)")]
    [InlineData("function($a)<s-:n>{$a}", "(lambda $a <s-:n> $a)")]
    [InlineData("function($a) < a<n> (sf)? :o > { $a }", "(lambda $a < a<n> (sf)? :o > $a)")]
    [InlineData("|a.b|{'c': 1}|", "(transform (path a b) (object (pair \"c\" 1)))")]
    [InlineData("$ ~> |a|{},['b', 'c']|", "(apply $ (transform a (object) (array \"b\" \"c\")))")]
    public void Constructors_and_functions_are_read(string text, string shape) => Judge(text, shape);

    [Fact]
    public void Every_node_knows_where_it_stands()
    {
        const string text = "  $f( a . b[ 0 ], ? ) ~> function( $x )<s:n> { -$x } /* end */ ";

        JsonataSyntax root = Read(text);

        root.DescendantsAndSelf().Select(node => SyntaxAssert.At(text, node)).ShouldBe(
        [
            "$f( a . b[ 0 ], ? ) ~> function( $x )<s:n> { -$x }", "$f( a . b[ 0 ], ? )", "$f", "a . b[ 0 ]", "a", "b[ 0 ]", "b", "0", "?",
            "function( $x )<s:n> { -$x }", "$x", "<s:n>", "-$x", "$x",
        ]);
    }

    [Theory]
    [InlineData("'abc", "S0101", 0, 4)]
    [InlineData("10e1000", "S0102", 0, 7)]
    [InlineData("\"a\\y\"", "S0103", 2, 2)]
    [InlineData("\"a\\", "S0103", 2, 1)]
    [InlineData("\"\\u12g4\"", "S0104", 1, 6)]
    [InlineData("`a", "S0105", 0, 2)]
    [InlineData("a /* b", "S0106", 2, 4)]
    [InlineData("a b", "S0201", 2, 1)]
    [InlineData("a;", "S0201", 1, 1)]
    [InlineData("1 .. 2", "S0201", 2, 2)]
    [InlineData("[1:2]", "S0202", 2, 1)]
    [InlineData("[1,2)", "S0202", 4, 1)]
    [InlineData("a[1..2]", "S0202", 3, 2)]
    [InlineData("a^b", "S0202", 2, 1)]
    [InlineData("function($x)<s{1}", "S0202", 14, 1)]
    [InlineData("function($x) 1", "S0202", 13, 1)]
    [InlineData("function($x)<s<=>>{1}", "S0401", 14, 1)]
    [InlineData("function($x)<s!>{1}", "S0204", 14, 1)]
    [InlineData("(1 +", "S0203", 4, 0)]
    [InlineData("{\"a\"", "S0203", 4, 0)]
    [InlineData("f(", "S0203", 2, 0)]
    [InlineData("|a|b", "S0203", 4, 0)]
    [InlineData("function($x)<s", "S0203", 14, 0)]
    [InlineData("[1!2]", "S0204", 2, 1)]
    [InlineData("a ~ b", "S0204", 2, 1)]
    [InlineData("", "S0207", 0, 0)]
    [InlineData("  ", "S0207", 2, 0)]
    [InlineData("1 +", "S0207", 3, 0)]
    [InlineData("$x :=", "S0207", 5, 0)]
    [InlineData("%%", "S0207", 2, 0)]
    [InlineData("a.", "S0207", 2, 0)]
    [InlineData("a.1 +", "S0213", 2, 1)]
    [InlineData("function($x, 1){2}", "S0208", 13, 1)]
    [InlineData("function(?){1}", "S0208", 9, 1)]
    [InlineData("$x{'a': 1}[0]", "S0209", 11, 1)]
    [InlineData("a{'a': 1}{'b': 2}", "S0210", 0, 17)]
    [InlineData("@ a", "S0211", 0, 1)]
    [InlineData("5=>5", "S0211", 2, 1)]
    [InlineData("?", "S0211", 0, 1)]
    [InlineData("(/a/)", "S0211", 1, 1)]
    [InlineData("a.b := 1", "S0212", 0, 3)]
    [InlineData("1.a", "S0213", 0, 1)]
    [InlineData("a.-1.b", "S0213", 3, 1)]
    [InlineData("a.-1", "S0213", 2, 2)]
    [InlineData("a.true", "S0213", 2, 4)]
    [InlineData("1[0].a", "S0213", 0, 1)]
    [InlineData("a@b", "S0214", 2, 1)]
    [InlineData("a#1", "S0214", 2, 1)]
    [InlineData("a[0]@$x.b", "S0215", 5, 2)]
    [InlineData("a^(b)@$x.c", "S0216", 6, 2)]
    [InlineData("%", "S0217", 0, 1)]
    [InlineData("(%)", "S0217", 1, 1)]
    [InlineData("$.%", "S0217", 2, 1)]
    [InlineData("a.%.%", "S0217", 4, 1)]
    [InlineData("a.{'b': %.%.c}", "S0217", 10, 1)]
    [InlineData("//", "S0301", 0, 2)]
    [InlineData("/ab", "S0302", 0, 3)]
    [InlineData("a[] / 2", "S0302", 4, 3)]
    [InlineData("λ($a)<n<n>>{1}", "S0401", 7, 1)]
    [InlineData("λ($a)< (s a<n>) >{1}", "S0402", 7, 1)]
    public void A_fault_has_jsonatas_code_and_is_reported_at_its_characters(string text, string code, int start, int length)
    {
        ExpressionParseResult<JsonataSyntax> result = JsonataParser.Parse(text);

        SyntaxAssert.IsTreeOrError(text, result);
        result.Error.ShouldNotBeNull(text).Code.ShouldBe(code, text);
        SyntaxAssert.FailsAt(result, start, length, "");
    }

    [Theory]
    [InlineData("a.b.%")]
    [InlineData("a.b[%.c = 1]")]
    [InlineData("a.b.{'x': %.%.c}")]
    [InlineData("a@$v.b@$w.%")]
    [InlineData("a.(b.c).%.%")]
    [InlineData("a.b^(%.c)")]
    [InlineData("a{'x': 1}[0]")]
    [InlineData("a[0]#$i")]
    [InlineData("%#$i")]
    public void What_jsonata_takes_is_taken(string text) => Read(text);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{'a':")]
    [InlineData("-")]
    [InlineData("a[")]
    [InlineData("f(")]
    [InlineData("a?b:")]
    [InlineData("$a:=")]
    [InlineData("a??")]
    [InlineData("|")]
    [InlineData("function(){")]
    [InlineData("a^(")]
    [InlineData("a+")]
    [InlineData("a.b&")]
    public void Nesting_is_limited_so_that_the_stack_is_safe(string nested)
    {
        ExpressionParseResult<JsonataSyntax> result = JsonataParser.Parse(string.Concat(Enumerable.Repeat(nested, 10_000)) + "a");

        result.Error.ShouldNotBeNull().Code.ShouldBe(JsonataErrorCodes.TooDeep);
        result.Error.Range.End.ShouldBeLessThanOrEqualTo(10_000 * nested.Length + 1);
    }

    [Theory]
    [InlineData("(", "a", ")", JsonataParser.MaxDepth - 1)]
    [InlineData("{'a': a.[1..", "a", "]}", (JsonataParser.MaxDepth - 1) / 3)]
    [InlineData("a ? -", "a", " : b", (JsonataParser.MaxDepth - 1) / 2)]
    [InlineData("function($a){$f(", "a", ")}", (JsonataParser.MaxDepth - 1) / 2)]
    [InlineData("", "a", " + 1", JsonataParser.MaxLevels - 1)]
    public void The_deepest_trees_fit_on_a_small_stack(string before, string innermost, string after, int times)
    {
        string text = string.Concat(Enumerable.Repeat(before, times)) + innermost + string.Concat(Enumerable.Repeat(after, times));
        JsonataSyntax? root = null;

        // As much as threads have on macOS.
        var thread = new Thread(() => root = Read(text), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        root.ShouldNotBeNull();
    }

    [Fact]
    public void Length_without_depth_is_not_limited()
    {
        Read(string.Join('.', Enumerable.Repeat("a", 10_000)));
        Read("[" + string.Join(',', Enumerable.Repeat("1", 10_000)) + "]");
        Read(string.Join('&', Enumerable.Repeat("a", 250)));
    }

    [Fact]
    public void A_signature_is_read_into_types()
    {
        var signature = new JsonataSignature("<s-n? ( a o )a<n>f<s:o>x+:b>");

        signature.Parameters.ShouldBe(
        [
            new JsonataParameterType("s", UsesContext: true),
            new JsonataParameterType("n", IsOptional: true),
            new JsonataParameterType("ao"),
            new JsonataParameterType("a", ElementType: "n"),
            new JsonataParameterType("f", ElementType: "s:o"),
            new JsonataParameterType("x", IsRepeated: true),
        ]);
        signature.Result.ShouldBe("b");
        new JsonataSignature("<>").Parameters.ShouldBeEmpty();
    }

    private static void Judge(string text, string? shape)
    {
        if (shape is null)
        {
            JsonataParser.Parse(text).Error.ShouldNotBeNull(text);
        }
        else
        {
            JsonataShape.Of(Read(text)).ShouldBe(shape);
        }
    }

    internal static JsonataSyntax Read(string text)
    {
        ExpressionParseResult<JsonataSyntax> result = JsonataParser.Parse(text);
        SyntaxAssert.IsTreeOrError(text, result);
        result.Error.ShouldBeNull(text);
        SyntaxAssert.IsPrintedAndReadBack(text, result.Root!, JsonataParser.Parse);
        return result.Root!;
    }
}
