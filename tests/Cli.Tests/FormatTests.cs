using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class FormatTests : IDisposable
{
    private const string Rough = "{\"StartAt\":\"A\",\r\n\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":1.50,\"End\":true}}}";
    private const string Canonical =
        """
        {
          "StartAt": "A",
          "States": {
            "A": {
              "Type": "Pass",
              "Result": 1.50,
              "End": true
            }
          }
        }

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_canonical_text_goes_to_the_output()
    {
        string file = Write("a.json", Rough);
        (await CliRun.RunAsync("format", file)).ShouldBe(new CliRun(0, Canonical, ""));
        (await CliRun.RunWithInputAsync(Rough, "format", "-")).ShouldBe(new CliRun(0, Canonical, ""));
        File.ReadAllText(file).ShouldBe(Rough);
    }

    [Fact]
    public async Task Write_formats_all_files_in_place_and_leaves_nothing_else_behind()
    {
        string a = Write("a.json", Rough);
        string b = Write("b.json", Canonical);
        DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(b, old);
        (await CliRun.RunAsync("format", "--write", a, b)).ShouldBe(new CliRun(0, "", ""));
        File.ReadAllText(a).ShouldBe(Canonical);
        File.GetLastWriteTimeUtc(b).ShouldBe(old, "a canonical file is not touched");
        Directory.GetFiles(Path.GetDirectoryName(a)!).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Write_keeps_links_and_permissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        string file = Write("a.json", Rough);
        string link = Path.Combine(Path.GetDirectoryName(file)!, "link.json");
        File.CreateSymbolicLink(link, file);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        (await CliRun.RunAsync("format", "--write", link)).ExitCode.ShouldBe(0);
        new FileInfo(link).LinkTarget.ShouldBe(file);
        File.ReadAllText(file).ShouldBe(Canonical);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }
    }

    [Fact]
    public async Task Check_tells_each_file_that_is_not_canonical_and_where_it_begins()
    {
        string a = Write("a.json", Rough);
        string b = Write("b.json", Canonical);
        string c = Write("c.json", Canonical.TrimEnd());
        string d = Write("d.json", "\uFEFF" + Canonical);
        CliRun run = await CliRun.RunAsync("format", "--check", a, b, c, d);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldBe(
        [
            $"{a}:1:2: error: From here on this is not canonical text. Format it with: stategen format --write {a}",
            $"{c}:10:2: error: From here on this is not canonical text. Format it with: stategen format --write {c}",
            $"{d}:1:1: error: This is not UTF-8 without byte order mark, as canonical text is. Format it with: stategen format --write {d}",
        ]);
        (await CliRun.RunAsync("format", "--check", b)).ShouldBe(new CliRun(0, "", ""));
    }

    [Fact]
    public async Task All_inputs_are_read_even_after_one_that_is_broken()
    {
        string a = Write("a.json", Rough);
        string broken = Write("broken.json", "{\n  \"a\": tru\n}");
        string missing = Path.Combine(Path.GetDirectoryName(a)!, "missing.json");
        string folder = Path.GetDirectoryName(a)!;
        CliRun run = await CliRun.RunAsync("format", "--check", missing, broken, folder, a);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Length.ShouldBe(4);
        run.ErrorLines[0].ShouldBe($"{missing}: error: There is no such file. Check the path.");
        run.ErrorLines[1].ShouldStartWith($"{broken}:2:8: error: A JSON value was expected");
        run.ErrorLines[2].ShouldBe($"{folder}: error: This is a folder. Name a file.");
        run.ErrorLines[3].ShouldStartWith($"{a}:1:2: error: ");
    }

    [Fact]
    public async Task Output_is_written_whole_into_a_new_folder()
    {
        string target = Path.Combine(Path.GetDirectoryName(Write("a.json", Rough))!, "new", "b.json");
        (await CliRun.RunWithInputAsync(Rough, "format", "-", "--output", target)).ShouldBe(new CliRun(0, "", ""));
        File.ReadAllText(target).ShouldBe(Canonical);
    }

    [Fact]
    public async Task What_is_doubled_or_half_a_character_is_kept_as_it_was_meant()
    {
        CliRun run = await CliRun.RunWithInputAsync("""{"a":"\uD800 \u0000","a":2}""", "format", "-");
        run.ShouldBe(new CliRun(0, "{\n  \"a\": \"\\ud800 \\u0000\",\n  \"a\": 2\n}\n", ""));
    }

    [Theory]
    [InlineData("--check", "--write", "a")]
    [InlineData("--output", "b", "--write", "a")]
    [InlineData("a", "b")]
    [InlineData("-", "-", "--check")]
    [InlineData("-", "--write")]
    [InlineData("--colour", "a")]
    [InlineData]
    public async Task Bad_arguments_are_told_with_the_way_to_the_help(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(["format", .. arguments]);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines[0].ShouldStartWith("stategen: error: ");
        run.ErrorLines.Last().ShouldBe("See: stategen format --help");
    }

    private string Write(string name, string text)
    {
        string path = _folder[name];
        File.WriteAllText(path, text);
        return path;
    }
}
