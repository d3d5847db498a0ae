using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Writes the rules of a Choice: as attributes of its class when all are JSONata or JSON, else as properties. Attributes of the class come before its
/// members, so a Choice cannot mix the two without changing the order of the rules.
/// </summary>
internal sealed class ChoiceSource
{
    private readonly List<(RulePlan Rule, ConditionText Condition)> _rules;
    private readonly bool _hasProperties;

    public ChoiceSource(List<RulePlan> rules)
    {
        _rules = [.. rules.Select(static rule => (rule, ConditionImporter.Read(rule.Condition)))];
        _hasProperties = _rules.Exists(static rule => rule.Condition is not ConditionText.Raw);
    }

    /// <summary>Whether the rules are properties of the class.</summary>
    public bool HasMembers => _hasProperties;

    /// <summary>The rules as attributes of the class; none when they are properties.</summary>
    public IEnumerable<AttributeSource> Attributes
    {
        get
        {
            foreach ((RulePlan rule, _) in _hasProperties ? [] : _rules)
            {
                AttributeSource attribute = Begin(rule);
                attribute.Add(null, rule.Expression is { } expression ? Payload.Write(new JsonStringSyntax(expression)) : Payload.WriteJson(rule.Condition));
                AddProperties(attribute, rule);
                yield return attribute;
            }
        }
    }

    /// <summary>Writes the rules as properties.</summary>
    public void WriteMembers(CodeWriter writer, StatePlan choice, Vocabulary vocabulary)
    {
        // A member cannot be called as its class.
        string name = choice.ClassName.StartsWith("Rule", System.StringComparison.Ordinal) ? "Condition" : "Rule";
        for (int i = 0; i < _rules.Count; i++)
        {
            if (i > 0)
            {
                writer.Write("");
            }

            (RulePlan rule, ConditionText condition) = _rules[i];
            AttributeSource attribute = Begin(rule);
            AddProperties(attribute, rule);
            writer.Write(attribute.Write(writer.Column));
            string start = string.Create(CultureInfo.InvariantCulture, $"private static {vocabulary.Condition} {name}{i + 1} =>");
            Write(writer, start, condition);
        }
    }

    private static void Write(CodeWriter writer, string start, ConditionText condition)
    {
        int width = CodeLayout.WidthAt(writer.Column);
        if (ConditionLayout.Write(condition, width - start.Length - 2) is [var line])
        {
            writer.Write(start + " " + line + ";");
            return;
        }

        IReadOnlyList<string> lines = ConditionLayout.Write(condition, width - CodeLayout.Indent - 1);
        string indent = new(' ', CodeLayout.Indent);
        writer.Write(start);
        for (int i = 0; i < lines.Count; i++)
        {
            writer.Write((lines[i].Length == 0 ? "" : indent + lines[i]) + (i + 1 == lines.Count ? ";" : ""));
        }
    }

    private static AttributeSource Begin(RulePlan rule) => new("When<" + rule.Target.ClassName + ">");

    private static void AddProperties(AttributeSource attribute, RulePlan rule)
    {
        foreach (JsonMemberSyntax property in rule.Properties)
        {
            attribute.Add(
                property.Name, property is { Name: "Comment", Value: JsonStringSyntax comment } ? ValueSource.FromText(comment.Value) : Payload.Write(property.Value));
        }
    }
}
