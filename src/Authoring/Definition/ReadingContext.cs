using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>What all readers of one machine share: what they know, and what they find wrong.</summary>
/// <param name="symbols">The symbols of the runtime.</param>
/// <param name="map">Where the nodes of the definition come from; null when nobody will ask.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class ReadingContext(KnownSymbols symbols, SourceMap? map, CancellationToken cancellationToken)
{
    public KnownSymbols Symbols { get; } = symbols;

    public SourceMap? Map { get; } = map;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<AuthoringFault> Faults { get; } = [];

    /// <summary>Whether attributes may be read from syntax where the compiler has said what they mean.</summary>
    public bool Learns { get; init; } = true;

    /// <summary>The machines that are being read, each as a body of the one before; a body that is among them contains itself.</summary>
    public ImmutableArray<INamedTypeSymbol> Readings { get; private init; } = ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>Whether something that the definition needs does not compile, so that the compiler has spoken.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Whether the compiler has spoken of what one of the classes is.</summary>
    public bool IsHalfWritten { get; set; }

    /// <summary>What the reader of a body shares with the reader of the machine: knowledge, but no findings and no places.</summary>
    public ReadingContext Within(INamedTypeSymbol host) =>
        new(Symbols, map: null, CancellationToken) { Learns = Learns, Readings = Readings.Add(host) };

    public void Report(Rule rule, SourcePlace place, params string[] arguments) => Faults.Add(new AuthoringFault(rule, place, arguments));

    /// <summary>Reports that a class is not what is asked of it, unless the compiler has spoken of what it is.</summary>
    public void ReportUnfit(ITypeSymbol type, Rule rule, SourcePlace place, params string[] arguments)
    {
        if (type.IsHalfWritten(CancellationToken))
        {
            IsIncomplete = true;
        }
        else
        {
            Report(rule, place, arguments);
        }
    }

    /// <summary>A string that makes up the definition; null is a fault, and what does not compile is the compiler's.</summary>
    public string? ReadText(AnnotationValue value, SourcePlace place)
    {
        if (value.IsNull)
        {
            Report(AuthoringRules.InvalidJson, place, "A text was expected, not null");
        }

        IsIncomplete |= value.IsError;
        return value.Text;
    }

    /// <summary>Reads JSON that a string holds; null, and a fault, when it is none.</summary>
    public JsonSyntax? ParseJson(string json, SourcePlace place)
    {
        JsonParseResult result = JsonParser.Parse(json);
        if (result.Error is { } error)
        {
            Report(AuthoringRules.InvalidJson, place.Within(error.Range), error.Message);
        }

        return result.Root;
    }

    /// <summary>
    /// Reads a payload: JSON, or a JSONata expression that stands for all of it. An expression is no JSON, so nothing else can be meant, and it needs
    /// neither a second pair of quotes nor escapes.
    /// </summary>
    public JsonSyntax? ParsePayload(string text, ExpressionPlace place)
    {
        string trimmed = text.Trim();
        return JsonataText.Read(trimmed).IsOpened
            ? new JsonStringSyntax(place.Normalize(trimmed), new TextRange(text.IndexOf('{'), trimmed.Length))
            : ParseJson(text, place);
    }

    /// <summary>Adds a payload under its field.</summary>
    public void AddPayload(FieldBuilder fields, string name, AnnotationValue value, ExpressionPlace place, SourcePlace namePlace)
    {
        if (ReadText(value, place) is { } text && ParsePayload(text, place) is { } payload)
        {
            fields.AddPayload(name, payload, place, namePlace);
        }
    }
}
