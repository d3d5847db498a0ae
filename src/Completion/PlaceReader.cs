using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Completion;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Completion;

/// <summary>Finds what of a definition a string argument is.</summary>
/// <param name="symbols">The symbols of the runtime.</param>
/// <param name="model">The model of the file at the caret.</param>
/// <param name="cancellationToken">Cancels the search.</param>
internal sealed class PlaceReader(KnownSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The place of a string, or null when it is nothing of ours.</summary>
    public CompletionPlace? Read(SyntaxNode argument, string value) => argument switch
    {
        AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } ofAttribute
            when model.GetTypeInfo(attribute, cancellationToken).Type is INamedTypeSymbol type && symbols.GetKind(type) is not AttributeKind.None and var kind =>
            ReadAttribute(kind, ofAttribute, value),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when FindConditionFunction(call) is { } function => ReadCondition(call, function),
        _ => null,
    };

    private CompletionPlace? ReadAttribute(AttributeKind kind, AttributeArgumentSyntax argument, string value)
    {
        if (FindDeclared(argument) is not { } type)
        {
            return null;
        }

        AuthoredMachine? machine = MachineReader.ReadAround(type, symbols, cancellationToken);
        AuthoredState? state = machine?.FindState(type);
        DocumentPart? found = FindPart(machine, type, state);
        // What is half written can hang on to the class around it.
        DocumentPart part = found is not null && (found is State || kind is AttributeKind.StateMachine or AttributeKind.Field) ? found : CreateState(StateTypeOf(kind));
        FieldOfArgument? field = FieldOfArgument.Find(kind, argument, IsJsonata(part, machine), value, kind == AttributeKind.Field ? ReadFieldName(argument) : null);
        return field is null ? null : CreatePlace(machine, state, part, field, kind is AttributeKind.Catch or AttributeKind.Retry or AttributeKind.Field or AttributeKind.Fail ? type : null);
    }

    private CompletionPlace? ReadCondition(InvocationExpressionSyntax call, string function)
    {
        if (FieldOfArgument.OfCondition(function) is not { } field || FindDeclared(call) is not { } type)
        {
            return null;
        }

        AuthoredMachine? machine = MachineReader.ReadAround(type, symbols, cancellationToken);
        AuthoredState? state = machine?.FindState(type);
        // Conditions can be shared: then they stand in a class that is no state.
        return CreatePlace(machine, state, FindPart(machine, type, state) as State ?? CreateState(StateType.Choice), field, throwing: null);
    }

    private CompletionPlace CreatePlace(AuthoredMachine? machine, AuthoredState? state, DocumentPart part, FieldOfArgument field, INamedTypeSymbol? throwing)
    {
        var names = new JsonNames(machine?.Json);
        return new CompletionPlace(
            machine?.Outline ?? (StateMachine)((State)part).Container,
            part,
            field.Path,
            field.Text,
            machine?.IsExpress == true,
            new KnownData(TypeShape.Create(machine?.Input, names), TypeShape.Create(state?.Handler?.Input, names), TypeShape.Create(state?.Handler?.Output, names)),
            throwing is null ? ImmutableArray<Suggestion>.Empty : KnownErrors.Of(throwing, symbols, model, cancellationToken));
    }

    /// <summary>The part of the definition that a class is; null when it is none.</summary>
    private static DocumentPart? FindPart(AuthoredMachine? machine, INamedTypeSymbol type, AuthoredState? state)
    {
        if (machine?.Outline is not { } outline)
        {
            return null;
        }

        if (state is not null)
        {
            return Find(outline, state.Name);
        }

        return machine.FindScope(type) is not { } scope ? null
            : scope == machine.Scope ? outline
            : machine.States.FirstOrDefault(owner => owner.Scopes.Contains(scope)) is { } around && Find(outline, around.Name)?.Containers is { } containers
                && around.Scopes.IndexOf(scope) is var index && index < containers.Length ? containers[index]
            : null;
    }

    private static State? Find(StateContainer container, string name) =>
        container.FindState(name) ?? container.States.SelectMany(static state => state.Containers).Select(nested => Find(nested, name)).FirstOrDefault(static found => found is not null);

    /// <summary>A state of a machine of its own, for what stands outside of all machines: policies and conditions that are shared.</summary>
    private static State CreateState(StateType type) =>
        Definition.Read($$"""{ "States": { "": { "Type": "{{type}}" } } }""").Machine!.States[0];

    private static StateType StateTypeOf(AttributeKind kind) => kind == AttributeKind.When ? StateType.Choice
        : System.Enum.TryParse(kind.ToString(), out StateType type) ? type
        : StateType.Task;

    private static bool IsJsonata(DocumentPart part, AuthoredMachine? machine) =>
        part is State state && (state.OwnQueryLanguage ?? machine?.Outline?.QueryLanguage) == QueryLanguage.JSONata;

    private INamedTypeSymbol? FindDeclared(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, cancellationToken) as INamedTypeSymbol
        : null;

    /// <summary>The name that a <c>[Field]</c> gives, "" when it cannot be read; null when the argument is the name itself.</summary>
    private string? ReadFieldName(AttributeArgumentSyntax argument)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = ((AttributeArgumentListSyntax)argument.Parent!).Arguments;
        bool isName = argument.NameColon is { Name.Identifier.ValueText: var parameter } ? parameter == "name" : arguments[0] == argument;
        return isName ? null
            : arguments.FirstOrDefault(other => other != argument)?.Expression is { } name && model.GetConstantValue(name, cancellationToken).Value is string text ? text
            : "";
    }

    private string? FindConditionFunction(InvocationExpressionSyntax call)
    {
        SymbolInfo info = model.GetSymbolInfo(call, cancellationToken);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method && symbols.IsConditionFunction(method) ? method.Name : null;
    }
}
