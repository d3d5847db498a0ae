using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Harness;

namespace StateMachineGen.Completion.Tests;

/// <summary>An editor with one file, in which <c>‸</c> is the caret. It finds the provider as editors do: among the analyzers of the project.</summary>
internal sealed class Editor : IDisposable
{
    private const char CaretMark = '‸';

    // Every item of the provider carries what it inserts; those of others do not.
    private const string OwnProperty = "Insertion";

    private readonly AdhocWorkspace _workspace = new(s_host);

    private static readonly MefHostServices s_host = MefHostServices.Create(MefHostServices.DefaultAssemblies
        .Concat([Assembly.Load("Microsoft.CodeAnalysis.Features"), Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")])
        .Distinct());

    public Editor(string marked)
    {
        Caret = marked.IndexOf(CaretMark, StringComparison.Ordinal);
        Compilation model = TestCompilation.Create();
        ProjectId project = ProjectId.CreateNewId();
        Solution solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "Tests",
            "Tests",
            LanguageNames.CSharp,
            compilationOptions: model.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: model.References,
            analyzerReferences: [ProviderAssembly.Reference]));
        foreach (SyntaxTree tree in model.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        }

        DocumentId id = DocumentId.CreateNewId(project);
        solution = solution.AddDocument(id, "Source0.cs", Caret < 0 ? marked : marked.Remove(Caret, 1), filePath: "Source0.cs");
        _workspace.TryApplyChanges(solution).ShouldBeTrue();
        Document = _workspace.CurrentSolution.GetDocument(id)!;
    }

    /// <summary>The caret's position, or -1.</summary>
    public int Caret { get; }

    /// <summary>The file.</summary>
    public Document Document { get; }

    private CompletionService Service => CompletionService.GetService(Document).ShouldNotBeNull();

    /// <summary>What the provider suggests, in one line.</summary>
    public async Task<string> SuggestAsync() => string.Join(" ", (await GetItemsAsync()).Select(item => item.DisplayText));

    /// <summary>The file after a suggestion is taken, with the caret mark behind what was inserted.</summary>
    public async Task<string> TakeAsync(string suggestion)
    {
        CompletionChange change = await Service.GetChangeAsync(Document, await FindAsync(suggestion), cancellationToken: TestContext.Current.CancellationToken);
        SourceText text = await Document.GetTextAsync(TestContext.Current.CancellationToken);
        string changed = text.WithChanges(change.TextChange).ToString();
        return changed.Insert(change.TextChange.Span.Start + change.TextChange.NewText!.Length, CaretMark.ToString());
    }

    /// <summary>What the editor tells about a suggestion.</summary>
    public async Task<string> DescribeAsync(string suggestion) =>
        (await Service.GetDescriptionAsync(Document, await FindAsync(suggestion), TestContext.Current.CancellationToken)).ShouldNotBeNull().Text;

    /// <summary>Whether typing the character before the caret brings suggestions up.</summary>
    public async Task<bool> IsTriggeredAsync()
    {
        SourceText text = await Document.GetTextAsync(TestContext.Current.CancellationToken);
        return new DefinitionCompletionProvider().ShouldTriggerCompletion(text, Caret, CompletionTrigger.CreateInsertionTrigger(text[Caret - 1]), _workspace.Options);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private async Task<CompletionItem> FindAsync(string suggestion) => (await GetItemsAsync()).FirstOrDefault(item => item.DisplayText == suggestion)
        .ShouldNotBeNull($"'{suggestion}' is none of: {await SuggestAsync()}");

    private async Task<CompletionItem[]> GetItemsAsync() =>
        [.. (await Service.GetCompletionsAsync(Document, Caret, cancellationToken: TestContext.Current.CancellationToken)).ItemsList.Where(item => item.Properties.ContainsKey(OwnProperty))];

    private sealed class ProviderAssembly : IAnalyzerAssemblyLoader
    {
        public static AnalyzerFileReference Reference { get; } = new(typeof(DefinitionCompletionProvider).Assembly.Location, new ProviderAssembly());

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(DefinitionCompletionProvider).Assembly;
    }
}
