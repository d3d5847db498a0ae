using System;
using System.Diagnostics;
using System.IO;

namespace StateMachineGen.Bench;

/// <summary>The packages from npm that are measured, each by a script of its own.</summary>
internal sealed class Peers(string folder)
{
    public void Install()
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            // A lock file would name the registry that one machine happens to use; the versions are pinned anyway.
            Start("npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
        }
    }

    /// <summary>Runs a script and returns what it prints.</summary>
    public string Run(string script, params string[] arguments) => Start("node", [script, .. arguments]);

    private string Start(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
