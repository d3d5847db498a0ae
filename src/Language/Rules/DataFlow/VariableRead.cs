using System.Collections.Generic;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>A place where a variable is read.</summary>
/// <param name="Site">The expression.</param>
/// <param name="Name">The variable's name.</param>
/// <param name="Range">Where it stands in the expression.</param>
/// <param name="IsCertain">Whether it is certainly the variable, and not one that the expression binds.</param>
/// <param name="IsNeeded">Whether the evaluation certainly fails without a value.</param>
/// <param name="IsGuarded">Whether it is asked whether there is a value.</param>
internal readonly record struct VariableRead(ExpressionSite Site, string Name, TextRange Range, bool IsCertain, bool IsNeeded, bool IsGuarded)
{
    /// <summary>Whether it is a function of JSONata that is passed on as a value, which looks like a variable.</summary>
    public bool IsFunction => Site.References is not null && (JsonataFunctions.Find(Name) is not null || Name == JsonataFunctions.Eval);

    /// <summary>All variables that an expression reads.</summary>
    public static IEnumerable<VariableRead> Of(ExpressionSite site)
    {
        if (site.References is { } references)
        {
            foreach (JsonataReference reference in references.Variables)
            {
                yield return new VariableRead(
                    site, reference.Variable.Name, reference.Variable.Range, reference.IsCertain, reference.IsNeeded, reference.IsGuarded);
            }
        }
        else if (site is { Root: { } root, Field.Form: not FieldForm.ResultPath } && MayHold(site.Node.Value))
        {
            foreach (ExpressionSyntax node in root.DescendantsAndSelf())
            {
                if (node is JsonPathQuery { Variable: { } name } path)
                {
                    bool isGuarded = site.Field.IsPresenceTest;
                    yield return new VariableRead(
                        site, name, new TextRange(path.Range.Start, 1 + name.Length), IsCertain: true, IsNeeded: !isGuarded, isGuarded);
                }
            }
        }
    }

    /// <summary>Most paths read no variable, which their text tells without a walk.</summary>
    private static bool MayHold(string text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '$' && VariableNames.IsInName(text, i + 1, isFirst: true))
            {
                return true;
            }
        }

        return false;
    }
}
