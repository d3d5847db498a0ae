using System.Collections.Immutable;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>The <c>ErrorEquals</c> of a Retrier or Catcher.</summary>
internal sealed class ErrorList
{
    private readonly ImmutableArray<string> _names;

    /// <summary>Reads the list.</summary>
    /// <param name="fields">The entry of <c>Retry</c> or <c>Catch</c>.</param>
    /// <param name="names">The strings in its list.</param>
    public ErrorList(FieldReader fields, ImmutableArray<string> names)
    {
        _names = fields.Value("ErrorEquals") is JsonArraySyntax { Items.Length: > 0 } array && array.Items.Length == names.Length
            ? names
            : throw fields.Fault("ErrorEquals", "must be a list of error names with at least one");
    }

    /// <summary>Whether one of the names matches the error that occurred.</summary>
    public bool Matches(Failure failure)
    {
        foreach (string name in _names)
        {
            if (ErrorNames.Matches(name, failure.MatchedAs ?? ""))
            {
                return true;
            }
        }

        return false;
    }
}
