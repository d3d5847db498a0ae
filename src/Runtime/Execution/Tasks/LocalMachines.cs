using System;
using System.Collections.Generic;

namespace StateMachineGen.Execution.Tasks;

/// <summary>The machines that the options give, by what <c>StateMachineArn</c> may say.</summary>
internal sealed class LocalMachines
{
    private readonly Dictionary<string, LocalMachine> _byName = new(StringComparer.Ordinal);

    public bool IsEmpty => _byName.Count == 0;

    public void Add(LocalMachine machine, string? arn) => _byName[NameOf(arn ?? machine.Name)] = machine;

    /// <summary>The machine that an ARN means, or null.</summary>
    public LocalMachine? Find(string arn) => _byName.GetValueOrDefault(NameOf(arn));

    /// <summary>The name in <c>arn:aws:states:region:account:stateMachine:name:version</c> or <c>${nameArn}</c>; other texts as they are.</summary>
    public static string NameOf(string arn)
    {
        const string Marker = ":stateMachine:";
        const string PlaceholderEnd = "Arn}";
        if (arn.StartsWith("${", StringComparison.Ordinal) && arn.EndsWith(PlaceholderEnd, StringComparison.Ordinal) && arn.Length > 2 + PlaceholderEnd.Length)
        {
            return arn[2..^PlaceholderEnd.Length];
        }

        int marker = arn.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0)
        {
            return arn;
        }

        string name = arn[(marker + Marker.Length)..];
        int version = name.IndexOf(':', StringComparison.Ordinal);
        return version < 0 ? name : name[..version];
    }
}
