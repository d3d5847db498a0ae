using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

/// <summary>What comes in may be anything.</summary>
public sealed class InputTests
{
    private const string Text = "{\n  \"ä€😀\": \"x\"\n}\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16, big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
    };

    public static TheoryData<byte[], string> NoText => new()
    {
        { [.. "{\n \"ä"u8, 0xFF, .. "\"}"u8], "<stdin>:2:4: error: The byte 0xFF at offset 6 is not UTF-8. Save the file as UTF-8." },
        { [0xEF, 0xBB, 0xBF, 0xC3], "<stdin>:1:1: error: The byte 0xC3 at offset 3 is not UTF-8. Save the file as UTF-8." },
        { [.. "{\""u8, 0xED, 0xA0, 0x80], "<stdin>:1:3: error: The byte 0xED at offset 2 is not UTF-8. Save the file as UTF-8." },
        { [0xFF, 0xFE, (byte)'{', 0, 0x00, 0xD8, (byte)'}', 0], "<stdin>:1:2: error: Half a character (U+D800) is not UTF-16. Save the file as UTF-8." },
        { [0xFF, 0xFE, (byte)'{', 0, (byte)'}'], "<stdin>:1:2: error: The file begins as UTF-16 and ends within a character. Save the file as UTF-8." },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_usual_encoding_is_read(string encoding, byte[] bytes) =>
        (await CliRun.RunAsync(new MemoryStream(bytes), ["format", "-"])).ShouldBe(new CliRun(0, Text, ""), encoding);

    [Theory]
    [MemberData(nameof(NoText))]
    public async Task What_is_no_text_is_an_error_at_its_place(byte[] bytes, string error) =>
        (await CliRun.RunAsync(new MemoryStream(bytes), ["format", "-"])).ShouldBe(new CliRun(2, "", error + "\n"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{\"a\":\u0001}")]
    public async Task What_is_no_JSON_object_is_an_error_at_its_place(string text)
    {
        foreach (string command in (string[])["format", "graph"])
        {
            CliRun run = await CliRun.RunWithInputAsync(text, command, "-");
            run.ExitCode.ShouldBe(2);
            run.Output.ShouldBeEmpty();
            run.ErrorLines.Single().ShouldMatch("^<stdin>:1:[0-9]+: error: ");
            run.Errors.ShouldNotContain("\u0001");
        }
    }

    [Fact]
    public async Task Deep_text_and_large_text_are_no_danger()
    {
        (await CliRun.RunWithInputAsync(new string('[', 10_000) + new string(']', 10_000), "format", "-")).ErrorLines.Single().ShouldContain("nested deeper");
        string large = "{\"a\":[" + string.Join(",", Enumerable.Repeat("\"0123456789\"", 800_000)) + "]}";
        CliRun run = await CliRun.RunWithInputAsync(large, "format", "-");
        run.ExitCode.ShouldBe(0);
        run.Output.Length.ShouldBeGreaterThan(10_000_000);
    }

    [Fact]
    public async Task An_input_that_never_ends_is_given_up()
    {
        CliRun run = await CliRun.RunAsync(new Endless(), ["format", "-"]);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Single().ShouldBe("<stdin>: error: This is larger than 64 MB, and AWS takes 1 MB. Is it the right file?");
    }

    [Fact]
    public async Task A_command_that_waits_for_its_input_can_be_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        using var silent = new Silent();
        Task<CliRun> run = CliRun.RunAsync(silent, ["graph", "-"], cancellation.Token);
        await silent.Asked.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        (await run).ShouldBe(new CliRun(130, "", "Interrupted.\n"));
    }

    [Fact]
    public async Task A_command_that_is_interrupted_writes_its_report()
    {
        using var cancellation = new CancellationTokenSource();
        using var silent = new Silent();
        using var folder = new TempFolder();
        string report = folder["report.html"];
        Task<CliRun> run = CliRun.RunAsync(silent, ["test", "-", "--report", report], cancellation.Token);
        await silent.Asked.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        (await run).ShouldBe(new CliRun(130, "", $"Report: {report}\nInterrupted.\n"));
        File.Exists(report).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Nothing is forbidden here.");
        string file = Path.GetTempFileName();
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.None);
            }

            CliRun run = await CliRun.RunAsync("format", file);
            run.ShouldBe(new CliRun(2, "", $"{file}: error: This file may not be read. Check its permissions.\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Errors_show_no_control_characters_of_names()
    {
        CliRun run = await CliRun.RunAsync("graph", "no\u001b[31m.json");
        run.Errors.ShouldBe("no\uFFFD[31m.json: error: There is no such file. Check the path.\n");
    }

    [Fact]
    public async Task Help_teaches()
    {
        CliRun run = await CliRun.RunAsync("--help");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Exit codes:");
        foreach (string command in (string[])["format", "graph"])
        {
            run.Output.ShouldContain("  " + command);
            CliRun help = await CliRun.RunAsync(command, "--help");
            help.ExitCode.ShouldBe(0, help.Errors);
            help.Output.ShouldContain("Examples:\n  stategen " + command);
            help.Output.ShouldContain("Exit codes:");
        }

        CliRun none = await CliRun.RunAsync();
        none.ExitCode.ShouldBe(2);
        none.ErrorLines.Last().ShouldBe("See: stategen --help");
    }

    /// <summary>Gives blanks for ever.</summary>
    private sealed class Endless : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }

    /// <summary>Gives nothing and does not end, as a terminal at which nobody types.</summary>
    private sealed class Silent : ReadOnlyStream
    {
        private readonly ManualResetEventSlim _end = new();
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public override int Read(Span<byte> buffer)
        {
            _asked.TrySetResult();
            _end.Wait(TestContext.Current.CancellationToken);
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }

    private abstract class ReadOnlyStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
