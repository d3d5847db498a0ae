using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using StateMachineGen.Cli;
using StateMachineGen.Cli.Output;

using var cancellation = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

// Results are UTF-8 whatever the locale says, since they are files as a rule; a terminal of its own gets what it shows.
await using TextWriter output = Console.IsOutputRedirected
    ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16)
    : Console.Out;
var context = new CommandContext(Console.OpenStandardInput(), output, Messages.ForTerminal());
return await CommandLine.RunAsync(args, context, cancellation.Token);

// The first ends the command, which leaves no half-written file; the second ends the process.
void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    _ = cancellation.CancelAsync();
}
