using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Tries a change: the machine is read again from the changed source, by the same reader and rules that found the fault.</summary>
internal static class FixTrial
{
    /// <summary>Whether a change mends what it is to mend and breaks nothing.</summary>
    public static async Task<bool> HelpsAsync(
        MachineContext context, Document changed, string id, bool mayReveal, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = context.Machine.Type;
        Compilation? compilation = await changed.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null
            || KnownSymbols.TryCreate(compilation) is not { } symbols
            || compilation.Assembly.GetTypeByMetadataName(MetadataName.Of(type)) is not { } changedType
            || MachineReader.Read(changedType, symbols, cancellationToken) is not { } machine)
        {
            return false;
        }

        ImmutableArray<string> before = GetIds(context.Machine, id);
        ImmutableArray<string> after = GetIds(machine, id);
        // A fault of C# alone is in no definition, so there is only to see that nothing breaks.
        bool helps = before.Contains(id) ? after.Count(found => found == id) < before.Count(found => found == id) : !after.Except(before).Any() && after.Length <= before.Length;
        return helps
            && machine.Faults.Length <= context.Machine.Faults.Length
            && (mayReveal || context.Machine.Draft is null || (machine.Draft is not null && !Reveals(before, after)))
            && await CountErrorsAsync(changed, cancellationToken).ConfigureAwait(false) <= await CountErrorsAsync(context.Document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How much of a document does not compile.</summary>
    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;

    /// <summary>Whether something is wrong after a change that was not, or in more places.</summary>
    private static bool Reveals(ImmutableArray<string> before, ImmutableArray<string> after) =>
        after.GroupBy(static found => found).Any(group => group.Count() > before.Count(found => found == group.Key));

    /// <summary>What is wrong with a machine. New advice, such as to retry what now can be retried, speaks against no fix.</summary>
    private static ImmutableArray<string> GetIds(AuthoredMachine machine, string id) =>
    [
        .. machine.Faults.Select(static fault => fault.Rule.Id),
        .. machine.Draft is { } draft
            ? DefinitionChecker.Check(draft, machine.Target)
                .Where(finding => finding.Rule.Severity != RuleSeverity.Info || finding.Rule.Id == id)
                .Select(static finding => finding.Rule.Id)
            : [],
    ];
}
