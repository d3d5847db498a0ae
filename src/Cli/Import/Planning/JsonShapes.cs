using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Questions about the shape of JSON.</summary>
internal static class JsonShapes
{
    /// <summary>Whether a name occurs twice.</summary>
    public static bool HasDoubles(this JsonObjectSyntax @object)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return !@object.Members.All(member => names.Add(member.Name));
    }

    /// <summary>Whether an object holds nothing but these members, each at most once.</summary>
    public static bool HasOnly(this JsonObjectSyntax @object, params ReadOnlySpan<string> names)
    {
        foreach (JsonMemberSyntax member in @object.Members)
        {
            if (!names.Contains(member.Name))
            {
                return false;
            }
        }

        return @object.Members.Length <= names.Length && !@object.HasDoubles();
    }

    /// <summary>Whether a member is absent or a string.</summary>
    public static bool HasTextOrNothing(this JsonObjectSyntax @object, string name) => @object.Find(name)?.Value is null or JsonStringSyntax;

    /// <summary>The string that a member is, or null.</summary>
    public static string? FindText(this JsonObjectSyntax @object, string name) => (@object.Find(name)?.Value as JsonStringSyntax)?.Value;
}
