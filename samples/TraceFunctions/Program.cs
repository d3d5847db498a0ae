using System;
using System.IO;
using Tutorial;

try
{
    return await CommandLine.InvokeAsync(args, Demonstration.RunAsync);
}
catch (IOException e)
{
    // Files are looked after where they are written: what is left is the console, as on a full disk.
    await Console.Error.WriteLineAsync($"The report could not be written to the output: {e.Message}");
    return 1;
}
