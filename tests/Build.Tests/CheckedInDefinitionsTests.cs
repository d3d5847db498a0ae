using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StateMachineGen.Build.Tests;

public sealed class CheckedInDefinitionsTests : IDisposable
{
    private static readonly DateTime s_longAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
    private readonly TempFolder _folder = new();
    private readonly RecordingBuildEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_made_and_filled()
    {
        Update(Built("A", "1\n"), Built("B", "2\n")).ShouldBeTrue();

        _folder.Read("source/A.asl.json").ShouldBe("1\n");
        _folder.Read("source/B.asl.json").ShouldBe("2\n");
    }

    [Theory]
    [InlineData("1\n2\n")]
    [InlineData("1\r\n2\r\n")]
    [InlineData("\ufeff1\n2\n")]
    public void A_file_that_says_the_same_is_neither_rewritten_nor_refused(string checkedIn)
    {
        _folder.Write("source/A.asl.json", checkedIn);
        File.SetLastWriteTimeUtc(_folder["source/A.asl.json"], s_longAgo);

        Update(Built("A", "1\n2\n")).ShouldBeTrue();
        Verify(Built("A", "1\n2\n")).ShouldBeTrue();

        _folder.TimeOf("source/A.asl.json").ShouldBe(s_longAgo);
    }

    [Fact]
    public void A_file_without_machine_is_named_but_not_deleted()
    {
        _folder.Write("source/Old.asl.json", "{}\n");
        _folder.Write("source/notes.txt", "mine");

        Update(Built("A", "1\n")).ShouldBeTrue();

        _folder.Has("source/Old.asl.json").ShouldBeTrue();
        _engine.Messages.Where(message => message.Contains("belongs to no state machine")).ShouldHaveSingleItem()
            .ShouldContain(_folder["source/Old.asl.json"]);
    }

    [Fact]
    public void A_stale_file_is_an_error_at_its_first_wrong_line_with_the_difference_and_the_command()
    {
        _folder.Write("source/A.asl.json", "{\n  \"StartAt\": \"Old\"\n}\n");

        Verify(Built("A", "{\n  \"StartAt\": \"New\"\n}\n")).ShouldBeFalse();

        BuildErrorEventArgs error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("SMGB009");
        error.File.ShouldBe(_folder["source/A.asl.json"]);
        error.LineNumber.ShouldBe(2);
        error.Message.ShouldBe(
            "The checked-in definition is stale. Refresh it with: the command\n"
            + "--- checked in\n+++ built\n@@ -1,3 +1,3 @@\n {\n-  \"StartAt\": \"Old\"\n+  \"StartAt\": \"New\"\n }");
        _folder.Read("source/A.asl.json").ShouldContain("Old", customMessage: "verifying writes nothing");
    }

    [Fact]
    public void Missing_and_left_over_files_are_errors_at_their_paths()
    {
        _folder.Write("source/Old.asl.json", "{}\n");

        Verify(Built("A", "{}\n")).ShouldBeFalse();

        _engine.Errors.Select(error => (error.Code, error.File)).ShouldBe(
            [("SMGB008", _folder["source/A.asl.json"]), ("SMGB010", _folder["source/Old.asl.json"])]);
        _engine.Errors[0].Message!.ShouldContain("the command");
        _folder.Has("source/A.asl.json").ShouldBeFalse();
    }

    [Fact]
    public void A_missing_folder_is_as_good_as_an_empty_one_for_a_project_without_machines() => Verify().ShouldBeTrue();

    [Fact]
    public void Frameworks_that_agree_share_a_file_and_each_may_have_machines_of_its_own()
    {
        ITaskItem[] definitions = [Built("A", "1\n", "net10.0"), Built("A", "1\n", "netstandard2.0"), Built("B", "2\n", "netstandard2.0")];

        Update(definitions).ShouldBeTrue();
        Verify(definitions).ShouldBeTrue();

        Directory.GetFiles(_folder["source"]).Length.ShouldBe(2);
    }

    [Fact]
    public void Frameworks_that_disagree_are_an_error_that_names_both_and_nothing_is_written()
    {
        Update(Built("A", "1\n", "net10.0"), Built("A", "2\n", "netstandard2.0"), Built("B", "2\n", "net10.0")).ShouldBeFalse();

        BuildErrorEventArgs error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("SMGB007");
        error.Message!.ShouldContain("--- net10.0\n+++ netstandard2.0\n@@ -1,1 +1,1 @@\n-1\n+2");
        Directory.Exists(_folder["source"]).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error()
    {
        _folder.Write("source", "a file is in the way");

        Update(Built("A", "1\n")).ShouldBeFalse();

        _engine.Errors.ShouldHaveSingleItem().Code.ShouldBe("SMGB005");
    }

    private TaskItem Built(string name, string text, string framework = "net10.0")
    {
        string path = $"obj/{framework}/asl/{name}.asl.json";
        _folder.Write(path, text);
        return new TaskItem(_folder[path], new Dictionary<string, string> { ["TargetFramework"] = framework });
    }

    private bool Update(params ITaskItem[] definitions) =>
        new UpdateCheckedInDefinitions { BuildEngine = _engine, Definitions = definitions, SourceFolder = _folder["source"] }.Execute();

    private bool Verify(params ITaskItem[] definitions) =>
        new VerifyCheckedInDefinitions
        {
            BuildEngine = _engine, Definitions = definitions, SourceFolder = _folder["source"], RefreshCommand = "the command",
        }.Execute();
}
