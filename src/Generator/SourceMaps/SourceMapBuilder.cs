using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Model;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Generator.SourceMaps;

/// <summary>Reads a machine once more, this time with the places, and notes where its states, transitions, catchers and choice rules stand.</summary>
internal sealed class SourceMapBuilder
{
    private readonly Compilation _compilation;
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _cancellationToken;
    private readonly SourceMapText _text;

    // A machine may be the body of several Maps and branches.
    private readonly Dictionary<INamedTypeSymbol, AuthoredMachine?> _machines = new(SymbolEqualityComparer.Default);

    private SourceMapBuilder(Compilation compilation, KnownSymbols symbols, ProjectFolder folder, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _symbols = symbols;
        _cancellationToken = cancellationToken;
        _text = new SourceMapText(folder);
    }

    /// <summary>The source map of a machine that has a definition; null when nothing of it has a place.</summary>
    public static SourceMapModel? Build(MachineModel machine, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.Assembly.GetTypeByMetadataName(machine.MetadataName) is not { } type || KnownSymbols.TryCreate(compilation) is not { } symbols)
        {
            return null;
        }

        ProjectFolder folder = new(compilation.Options.SourceReferenceResolver);
        SourceMapBuilder builder = new(compilation, symbols, folder, cancellationToken);
        builder.AddMachine(type, "");
        return builder._text.IsEmpty ? null : new SourceMapModel(machine.Namespace, machine.Containers, machine.HintName, folder.Path, builder._text.ToString());
    }

    private void AddMachine(INamedTypeSymbol type, string pointer)
    {
        if (!_machines.TryGetValue(type, out AuthoredMachine? machine))
        {
            machine = MachineReader.Read(type, _symbols, _cancellationToken);
            _machines.Add(type, machine);
        }

        if (machine?.Document is { } document)
        {
            AddScope(machine, document.Syntax, pointer);
        }
    }

    private void AddScope(AuthoredMachine machine, JsonObjectSyntax scope, string pointer)
    {
        if (machine.FindBody(scope) is { } body)
        {
            // What another assembly was built from has no lines here.
            if (SymbolEqualityComparer.Default.Equals(body.ContainingAssembly, _compilation.Assembly))
            {
                AddMachine(body, pointer);
            }
        }
        else if (scope.Find("States")?.Value is JsonObjectSyntax states)
        {
            foreach (JsonMemberSyntax member in states.Members)
            {
                if (member.Value is JsonObjectSyntax state)
                {
                    AddState(machine, state, $"{pointer}/States/{Escape(member.Name)}");
                }
            }
        }
    }

    private void AddState(AuthoredMachine machine, JsonObjectSyntax state, string pointer)
    {
        Add(machine, state, pointer);
        foreach (JsonMemberSyntax member in state.Members)
        {
            string part = pointer + "/" + member.Name;
            switch (member)
            {
                case { Name: "Next" or "End" or "Default" }:
                    Add(machine, member, part);
                    break;
                case { Name: "Catch" or "Choices", Value: JsonArraySyntax entries }:
                    for (int i = 0; i < entries.Items.Length; i++)
                    {
                        Add(machine, entries.Items[i], Item(part, i));
                    }

                    break;
                case { Name: "Branches", Value: JsonArraySyntax branches }:
                    for (int i = 0; i < branches.Items.Length; i++)
                    {
                        if (branches.Items[i] is JsonObjectSyntax branch)
                        {
                            AddScope(machine, branch, Item(part, i));
                        }
                    }

                    break;
                case { Name: "ItemProcessor" or "Iterator", Value: JsonObjectSyntax processor }:
                    AddScope(machine, processor, part);
                    break;
            }
        }
    }

    private void Add(AuthoredMachine machine, JsonSyntax node, string pointer) =>
        _text.Add(machine.Locate(node, within: null, _cancellationToken), pointer);

    private static string Item(string array, int index) => array + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name as a token of a JSON Pointer (RFC 6901).</summary>
    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
