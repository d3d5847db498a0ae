using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Threading;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>
/// A report to look at: one HTML file that needs nothing else, with the executions, the service map, the timeline of each trace and the state graph of each
/// execution with its data. It collects traces as <see cref="XRayTraceCollector"/> does, and the executions of machines whose
/// <see cref="LocalOptions.Report"/> it is. All members may be called from any thread, also while executions run; the report then says so.
/// </summary>
public sealed class TraceReport : IDisposable
{
    private readonly XRayTraceCollector _collector;
    private readonly Lock _lock = new();
    private readonly List<ExecutionRecord> _executions = [];
    private readonly List<FailedTest> _failedTests = [];

    /// <summary>Starts to collect.</summary>
    /// <param name="path">
    /// Where <see cref="Write()"/> puts the report, and where it is written when an expectation of an execution does not hold; null when nowhere by itself.
    /// </param>
    /// <param name="options">What to collect; null for the defaults.</param>
    public TraceReport(string? path = null, XRayTraceCollectorOptions? options = null)
    {
        if (path is not null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
        }

        Path = path;
        _collector = new XRayTraceCollector(options);
    }

    /// <summary>Where the report is written; null when it was given no path.</summary>
    public string? Path { get; }

    /// <summary>Says which test an execution belongs to. Executions of tests that failed come first, with the reason.</summary>
    /// <param name="execution">The execution; one that is not in the report is passed over.</param>
    /// <param name="test">The test's name.</param>
    /// <param name="failure">Why the test failed; null when it passed.</param>
    public void SetTest<TOutput>(ExecutionResult<TOutput> execution, string test, string? failure = null)
    {
        ArgumentNullException.ThrowIfNull(execution);
        ArgumentNullException.ThrowIfNull(test);
        if (execution.Run.Record is { } record && record.Report == this)
        {
            record.Test = test;
            record.TestFailure = failure;
        }
    }

    /// <summary>Adds a test that failed and has no execution in the report: one of a single state, or whose definition is refused.</summary>
    /// <param name="test">The test's name.</param>
    /// <param name="failure">Why it failed.</param>
    public void AddFailedTest(string test, string failure)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(failure);
        lock (_lock)
        {
            _failedTests.Add(new FailedTest(test, failure));
        }
    }

    /// <summary>The report, as HTML.</summary>
    public string ToHtml()
    {
        ExecutionRecord[] executions;
        ImmutableArray<FailedTest> failedTests;
        lock (_lock)
        {
            executions = [.. _executions];
            failedTests = [.. _failedTests];
        }

        return ReportPage.Write(ReportModel.Of(executions, _collector.BuildTraces()) with { FailedTests = failedTests });
    }

    /// <summary>Writes the report to its <see cref="Path"/>. An existing file is replaced.</summary>
    /// <exception cref="InvalidOperationException">The report was given no path.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write() => Write(Path ?? throw new InvalidOperationException("The report has no path: give it one, or name the file."));

    /// <summary>Writes the report. An existing file is replaced; its folder is made if need be.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] page = Encoding.UTF8.GetBytes(ToHtml());
        WholeFile.Write(path, stream => stream.Write(page));
    }

    /// <summary>Stops to collect. What was collected stays readable.</summary>
    public void Dispose() => _collector.Dispose();

    /// <summary>Remembers that an execution is not as its test expects it, and writes the report if it has a path.</summary>
    /// <returns>What to tell the reader of the test's message; null when there is no path.</returns>
    internal string? WriteFailure(ExecutionRecord record, string failure)
    {
        record.TestFailure = failure;
        if (Path is null)
        {
            return null;
        }

        try
        {
            Write();
            return $"The report: {System.IO.Path.GetFullPath(Path)}\n";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The report could not be written to {Path}: {e.Message}\n";
        }
    }

    /// <summary>Takes in an execution that begins.</summary>
    internal ExecutionRecord Register(ExecutionRun run, ExecutionRun? starter)
    {
        var record = new ExecutionRecord(this, run, starter?.Record);
        lock (_lock)
        {
            _executions.Add(record);
        }

        return record;
    }
}
