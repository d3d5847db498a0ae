using System.IO;

namespace Tutorial;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Seeds the functions' luck.</param>
/// <param name="Executions">How many executions to run.</param>
/// <param name="RealTime">Whether the functions really sleep; otherwise virtual time jumps over all waiting.</param>
/// <param name="LambdaParity">Whether thrown exceptions are errors (yellow), as in Lambda's console, and not faults (red).</param>
/// <param name="Output">The folder for the ASL and trace files.</param>
/// <param name="Report">The file of the report to look at; null for none.</param>
internal sealed record Options(int Seed, int Executions, bool RealTime, bool LambdaParity, DirectoryInfo Output, FileInfo? Report);
