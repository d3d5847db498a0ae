using System;
using System.Linq;

namespace StateMachineGen.Build.Tests;

public sealed class LineDifferenceTests
{
    [Fact]
    public void Equal_texts_have_no_difference() =>
        LineDifference.Between("a\nb\n", "a\nb\n", "old", "new").ShouldBe(new LineDifference("", 0));

    [Fact]
    public void A_changed_line_is_shown_with_three_lines_around_it() =>
        LineDifference.Between("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "old", "new").ShouldBe(new LineDifference(
            "--- old\n+++ new\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8", 5));

    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own_and_near_ones_share_one()
    {
        string[] before = [.. Enumerable.Range(1, 30).Select(number => $"{number}")];
        string[] after = [.. before];
        after[1] = "two";
        after[5] = "six";
        after[25] = "twenty-six";

        LineDifference difference = LineDifference.Between(Text(before), Text(after), "old", "new");

        difference.Text.Split('\n').Where(line => line.StartsWith('@')).ShouldBe(["@@ -1,9 +1,9 @@", "@@ -23,7 +23,7 @@"]);
    }

    [Fact]
    public void Lines_that_moved_apart_are_matched() =>
        LineDifference.Between("a\nb\nc\n", "a\nx\nb\ny\nc\n", "old", "new").Text
            .ShouldBe("--- old\n+++ new\n@@ -1,3 +1,5 @@\n a\n+x\n b\n+y\n c");

    [Theory]
    [InlineData("", "a\n", "@@ -0,0 +1,1 @@\n+a")]
    [InlineData("a\n", "", "@@ -1,1 +0,0 @@\n-a")]
    [InlineData("a\nb\n", "b\n", "@@ -1,2 +1,1 @@\n-a\n b")]
    [InlineData("a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a")]
    public void The_edges_are_written_as_diff_writes_them(string before, string after, string expected) =>
        LineDifference.Between(before, after, "old", "new").Text.ShouldBe("--- old\n+++ new\n" + expected);

    [Fact]
    public void A_difference_of_two_long_texts_is_cut_and_counted()
    {
        string before = Text([.. Enumerable.Range(0, 5000).Select(number => $"old {number}")]);
        string after = Text([.. Enumerable.Range(0, 5000).Select(number => $"new {number}")]);

        string[] lines = LineDifference.Between(before, after, "old", "new").Text.Split('\n');

        lines.Length.ShouldBe(101);
        lines[^1].ShouldBe("… and 9903 more lines");
    }

    [Fact]
    public void Applying_the_difference_of_random_texts_gives_the_new_text()
    {
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            string before = RandomText(random);
            string after = RandomText(random);
            Apply(before, LineDifference.Between(before, after, "old", "new").Text).ShouldBe(after, $"round {round}: {before} → {after}");
        }
    }

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => (char)('a' + random.Next(4)) + "\n"));

    private static string Apply(string before, string difference)
    {
        string[] lines = before.Split('\n');
        int next = 0;
        string after = "";
        foreach (string line in difference.Split('\n').Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                string[] range = line.Split(' ')[1].TrimStart('-').Split(',');
                int start = int.Parse(range[0], null) - (range[1] == "0" ? 0 : 1);
                while (next < start)
                    after += lines[next++] + "\n";
            }
            else
            {
                if (line[0] != '+')
                    lines[next++].ShouldBe(line[1..]);
                if (line[0] != '-')
                    after += line[1..] + "\n";
            }
        }

        while (next < lines.Length - 1)
            after += lines[next++] + "\n";
        return after;
    }

    private static string Text(string[] lines) => string.Join("\n", lines) + "\n";
}
