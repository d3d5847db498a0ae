using System;
using System.IO;

namespace StateMachineGen.Tracing;

/// <summary>Writes files anew: a reader sees the old one or the whole new one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; its folder is made if need be.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string fullPath = Path.GetFullPath(path);
        string directory = Path.GetDirectoryName(fullPath) ?? throw new IOException($"'{path}' is a folder, not a file.");
        Directory.CreateDirectory(directory);
        string temporary = Path.Combine(directory, Path.GetRandomFileName());
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                write(stream);
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
