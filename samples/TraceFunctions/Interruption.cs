using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Tutorial;

/// <summary>
/// Ctrl-C and SIGTERM. The first stops the executions, so that the program can show and write what there is; the second
/// ends the program.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 130)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 143)),
    ];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>128 and the signal's number, as shells have it, or null while there was none.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is not 0 and int code ? code : null;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) == 0)
        {
            context.Cancel = true;
            _ = _source.CancelAsync();
        }
        else if (!Console.IsOutputRedirected)
        {
            // The progress display hides it, and has no time to show it again.
            Console.CursorVisible = true;
        }
    }
}
