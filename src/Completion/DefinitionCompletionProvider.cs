using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Completion;

namespace StateMachineGen.Completion;

/// <summary>
/// Completes what stands in strings of the authoring vocabulary: names of fields, states and errors, resources, paths, variables and functions. An editor
/// finds it among the analyzers of a project.
/// </summary>
[ExportCompletionProvider(nameof(DefinitionCompletionProvider), LanguageNames.CSharp), Shared]
public sealed class DefinitionCompletionProvider : CompletionProvider
{
    private const string Insertion = nameof(Insertion);
    private const string Description = nameof(Description);

    // A space or a point is a part of a name or of what comes next, so only Enter and Tab take a suggestion; what names consist of filters.
    private static readonly CompletionItemRules s_rules = CompletionItemRules.Default
        .WithCommitCharacterRules([CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace, ImmutableArray<char>.Empty)])
        .WithFilterCharacterRules([CharacterSetModificationRule.Create(CharacterSetModificationKind.Add, '$', '.', ':', '-', '_', ' ')]);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind == CompletionTriggerKind.Insertion && trigger.Character switch
        {
            '"' or '.' or '$' or '{' or '[' or '\'' => true,
            _ => char.IsLetter(trigger.Character) && IsStartOfWord(text, caretPosition - 1),
        };

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || StringAtCaret.FindExpression(root, context.Position, out SyntaxToken token) is not { } expression
            || ArgumentSite.Find(expression) is not { } argument)
        {
            // Most strings end here, before anything is bound.
            return;
        }

        SemanticModel? model = await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null
            || KnownSymbols.TryCreate(model.Compilation) is not { } symbols
            || StringAtCaret.Read(expression, token, context.Position, symbols, cancellationToken) is not { } text
            || new PlaceReader(symbols, model, cancellationToken).Read(argument, text.Value) is not { } place
            || StringCompletion.Complete(place, text.Value, text.Caret) is not { } list
            || text.ToSource(list.Range) is not { } span)
        {
            return;
        }

        context.CompletionListSpan = span;
        context.IsExclusive = true;
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (text.Write(list.Range, span, list.Items[i].Insertion) is { } written)
            {
                context.AddItem(CreateItem(list.Items[i], i, written));
            }
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties[Description]));

    /// <inheritdoc/>
    public override Task<CompletionChange> GetChangeAsync(Document document, CompletionItem item, char? commitKey, CancellationToken cancellationToken) =>
        Task.FromResult(CompletionChange.Create(new TextChange(item.Span, item.Properties[Insertion])));

    private static bool IsStartOfWord(SourceText text, int position) => position <= 0 || !(char.IsLetterOrDigit(text[position - 1]) || text[position - 1] == '_');

    /// <param name="suggestion">What is suggested.</param>
    /// <param name="index">Its place among all, which goes from the near and likely to the general.</param>
    /// <param name="written">What is written for it.</param>
    private static CompletionItem CreateItem(Suggestion suggestion, int index, string written) => CompletionItem.Create(
        suggestion.Text,
        sortText: index.ToString("D4", CultureInfo.InvariantCulture),
        properties: ImmutableDictionary<string, string>.Empty
            .Add(Insertion, written)
            .Add(Description, Describe(suggestion)),
        tags: [TagOf(suggestion.Kind)],
        rules: s_rules,
        inlineDescription: suggestion.Detail);

    private static string Describe(Suggestion suggestion) => suggestion.Description.Length == 0
        ? suggestion.Text + suggestion.Detail
        : $"{suggestion.Text}{(suggestion.Kind == SuggestionKind.Function ? suggestion.Detail : "")}: {suggestion.Description}";

    private static string TagOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Field or SuggestionKind.Data => WellKnownTags.Property,
        SuggestionKind.Value => WellKnownTags.EnumMember,
        SuggestionKind.State => WellKnownTags.Class,
        SuggestionKind.Error => WellKnownTags.Event,
        SuggestionKind.Resource => WellKnownTags.Reference,
        SuggestionKind.Variable => WellKnownTags.Local,
        _ => WellKnownTags.Method,
    };
}
