using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes the file of a machine.</summary>
internal sealed class MachineSource(ScopePlan machine, ImportOptions options)
{
    private readonly CodeWriter _writer = new();
    private readonly Vocabulary _vocabulary = new(options.Namespace);
    private bool _hasConditions;

    public string Write()
    {
        WriteMachine();
        string classes = _writer.ToString();
        string usings = "using StateMachineGen;\n" + (_hasConditions ? "using static StateMachineGen.Conditions;\n" : "");
        return usings + "\nnamespace " + options.Namespace + ";\n\n" + classes;
    }

    private void WriteMachine()
    {
        var fields = new OpenFields(machine.Syntax);
        var attribute = new AttributeSource("StateMachine");
        if (options.MachineName != options.ClassName)
        {
            attribute.Add("Name", new ValueSource(StringLiteral.Write(options.MachineName)));
        }

        attribute.AddIfAny("Comment", fields.Take("Comment", PropertyValue.Text));
        attribute.AddIfAny("QueryLanguage", fields.Take("QueryLanguage", _vocabulary.Language));
        attribute.AddIfAny("Version", fields.Take("Version", PropertyValue.Text));
        attribute.AddIfAny("TimeoutSeconds", fields.Take("TimeoutSeconds", PropertyValue.Integer));
        TakeStates(fields, machine);
        WriteAttributes([attribute, .. FieldAttribute.WriteAll(fields.Rest)]);
        WriteStates("public partial class " + options.ClassName, machine);
    }

    private void WriteBranch(ScopePlan branch)
    {
        var fields = new OpenFields(branch.Syntax);
        var attribute = new AttributeSource("Branch");
        attribute.AddIfAny("Comment", fields.Take("Comment", PropertyValue.Text));
        TakeStates(fields, branch);
        WriteAttributes([attribute, .. FieldAttribute.WriteAll(fields.Rest)]);
        WriteStates(Declare(branch.ClassName), branch);
    }

    private void WriteState(StatePlan state, ScopePlan scope)
    {
        var attributes = new StateAttributes(state, scope, _vocabulary);
        WriteAttributes(attributes.Write());
        string declaration = Declare(state.ClassName);
        if (attributes.Choice is { HasMembers: true } choice)
        {
            _hasConditions = true;
            _writer.Open(declaration);
            choice.WriteMembers(_writer, state, _vocabulary);
            _writer.Close();
        }
        else if (state.Processor is { } processor)
        {
            WriteStates(declaration, processor);
        }
        else
        {
            WriteClass(declaration, state.Branches, WriteBranch);
        }
    }

    private void WriteStates(string declaration, ScopePlan scope) => WriteClass(declaration, scope.States, state => WriteState(state, scope));

    /// <summary>A class with what is nested in it, a blank line between one and the next.</summary>
    private void WriteClass<T>(string declaration, ImmutableArray<T> nested, Action<T> write)
    {
        if (nested.IsEmpty)
        {
            _writer.Write(declaration + ";");
            return;
        }

        _writer.Open(declaration);
        for (int i = 0; i < nested.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write("");
            }

            write(nested[i]);
        }

        _writer.Close();
    }

    private void WriteAttributes(IEnumerable<AttributeSource> attributes)
    {
        foreach (AttributeSource attribute in attributes)
        {
            _writer.Write(attribute.Write(_writer.Column));
        }
    }

    /// <summary>Takes what the classes of the states say.</summary>
    private static void TakeStates(OpenFields fields, ScopePlan scope)
    {
        fields.Take("States", static states => states as JsonObjectSyntax);
        if (scope.Start is not null)
        {
            fields.Take("StartAt");
        }
    }

    private static string Declare(string className) => "public sealed partial class " + className;
}
