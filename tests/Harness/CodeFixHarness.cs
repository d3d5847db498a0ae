using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Analyzers;
using StateMachineGen.Generator;

namespace StateMachineGen.Harness;

/// <summary>Applies code fixes in a workspace, as an editor does, and compiles what comes out.</summary>
public static class CodeFixHarness
{
    private const string FileName = "Source0.cs";

    /// <summary>The titles and keys of the fixes that are offered for the first diagnostic that a provider can fix.</summary>
    public static async Task<ImmutableArray<(string Title, string Key)>> GetOffersAsync(CodeFixProvider provider, string source)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        ImmutableArray<Diagnostic> diagnostics = await FindAsync(document, provider);
        ImmutableArray<CodeAction> actions = await GetActionsAsync(provider, document, diagnostics[0]);
        return [.. actions.Select(action => (action.Title, action.EquivalenceKey!))];
    }

    /// <summary>Fails unless the fix of this key, applied to the first diagnostic, gives the expected source, and that source compiles.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="source">The source before.</param>
    /// <param name="expected">The source after.</param>
    public static async Task VerifyAsync(CodeFixProvider provider, string key, string source, string expected)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        ImmutableArray<Diagnostic> diagnostics = await FindAsync(document, provider);
        ImmutableArray<CodeAction> actions = await GetActionsAsync(provider, document, diagnostics[0]);
        CodeAction action = actions.SingleOrDefault(action => action.EquivalenceKey == key)
            ?? throw new InvalidOperationException($"No fix {key} is offered, only {string.Join(", ", actions.Select(action => action.EquivalenceKey))}.");
        await ShouldBecomeAsync(action, document, expected);
    }

    /// <summary>Fails unless fixing all diagnostics of the document at once gives the expected source, and that source compiles.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="source">The source before.</param>
    /// <param name="expected">The source after.</param>
    public static async Task VerifyFixAllAsync(CodeFixProvider provider, string key, string source, string expected)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        ImmutableArray<Diagnostic> diagnostics = await FindAsync(document, provider);
        await ShouldBecomeAsync(await FixAllAsync(provider, key, document, diagnostics), document, expected);
    }

    /// <summary>
    /// Fails unless something is offered for a diagnostic of a rule, and everything that is offered, for one and for all, leaves less to mend, nothing new that is
    /// wrong, and source that compiles.
    /// </summary>
    /// <param name="provider">The provider.</param>
    /// <param name="id">The rule.</param>
    /// <param name="source">The source.</param>
    public static async Task EveryFixShouldMendAsync(CodeFixProvider provider, string id, string source)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        ImmutableArray<Diagnostic> diagnostics = [.. (await FindAsync(document, provider)).Where(diagnostic => diagnostic.Id == id)];
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            actions.AddRange(await GetActionsAsync(provider, document, diagnostic));
        }

        actions.ShouldNotBeEmpty($"No fix is offered for {id} in\n{source}");
        foreach (string key in actions.Select(action => action.EquivalenceKey!).Distinct().ToArray())
        {
            actions.Add(await FixAllAsync(provider, key, document, diagnostics));
        }

        foreach (CodeAction action in actions)
        {
            string changed = await ApplyAsync(action, document);
            Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create(changed)).Output;
            GeneratorHarness.ShouldCompile(compilation);
            ImmutableArray<Diagnostic> left = await AnalyzerHarness.AnalyzeAsync(compilation, new HashSet<string?> { id }, new StateMachineAnalyzer());
            string shown = $"after '{action.Title}':\n{changed}\n{AnnotatedSource.Describe(left)}";
            left.Count(diagnostic => diagnostic.Id == id).ShouldBeLessThan(diagnostics.Length, shown);
            left.ShouldAllBe(diagnostic => diagnostic.Id == id, shown);
        }
    }

    private static async Task<CodeAction> FixAllAsync(CodeFixProvider provider, string key, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, key, diagnostics.Select(diagnostic => diagnostic.Id), new KnownDiagnostics(diagnostics), CancellationToken.None);
        return await provider.GetFixAllProvider()!.GetFixAsync(context) ?? throw new InvalidOperationException("Nothing is offered to fix all.");
    }

    private static Document Open(AdhocWorkspace workspace, string source)
    {
        Compilation model = TestCompilation.Create();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "Tests",
            "Tests",
            LanguageNames.CSharp,
            compilationOptions: model.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: model.References,
            analyzerReferences: [LoadedAssembly.Generator]));
        foreach (SyntaxTree tree in model.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        }

        DocumentId documentId = DocumentId.CreateNewId(id);
        return solution.AddDocument(documentId, FileName, source, filePath: FileName).GetDocument(documentId)!;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document, CodeFixProvider provider)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(
            compilation, provider.FixableDiagnosticIds.ToHashSet<string?>(), new StateMachineAnalyzer());
        ImmutableArray<Diagnostic> fixable = [.. diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
        fixable.ShouldNotBeEmpty("Nothing is reported that could be fixed." + AnnotatedSource.Describe(diagnostics));
        return fixable;
    }

    private static async Task<ImmutableArray<CodeAction>> GetActionsAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        ImmutableArray<CodeAction>.Builder actions = ImmutableArray.CreateBuilder<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    private static async Task ShouldBecomeAsync(CodeAction action, Document document, string expected)
    {
        string actual = await ApplyAsync(action, document);
        actual.ShouldBe(expected);
        GeneratorHarness.ShouldCompile(GeneratorHarness.RunUnchecked(TestCompilation.Create(actual)).Output);
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().ShouldHaveSingleItem().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>Lets the workspace run the generator, as an editor does.</summary>
    private sealed class LoadedAssembly : IAnalyzerAssemblyLoader
    {
        public static AnalyzerFileReference Generator { get; } = new(typeof(StateMachineGenerator).Assembly.Location, new LoadedAssembly());

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(StateMachineGenerator).Assembly;
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
