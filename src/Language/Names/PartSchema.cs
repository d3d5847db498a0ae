using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Names;

/// <summary>A field of a part of a definition that is no state.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Language">The only query language under which the part has the field, or null.</param>
public sealed record PartField(string Name, FieldValue Value, QueryLanguage? Language = null);

/// <summary>Fields of one part that depend on each other.</summary>
/// <param name="Fields">Their names.</param>
/// <param name="IsRequired">Whether one of them must be there.</param>
/// <param name="IsExclusive">Whether no two of them may be there.</param>
public sealed record FieldGroup(ImmutableArray<string> Fields, bool IsRequired, bool IsExclusive)
{
    internal static FieldGroup Required(params string[] fields) => new([.. fields], IsRequired: true, IsExclusive: false);

    internal static FieldGroup AtMostOne(params string[] fields) => new([.. fields], IsRequired: false, IsExclusive: true);

    internal static FieldGroup ExactlyOne(params string[] fields) => new([.. fields], IsRequired: true, IsExclusive: true);
}

/// <summary>What an object within a definition may hold: a closed list of fields, in canonical order.</summary>
/// <param name="Name">The part as messages name it.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Groups">What is required, and what excludes each other.</param>
public sealed record PartSchema(string Name, ImmutableArray<PartField> Fields, ImmutableArray<FieldGroup> Groups)
{
    /// <summary>The field of this name, or null when the part has none.</summary>
    public PartField? Find(string name)
    {
        foreach (PartField field in Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    internal ImmutableArray<string> GetNames()
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>(Fields.Length);
        foreach (PartField field in Fields)
        {
            names.Add(field.Name);
        }

        return names.MoveToImmutable();
    }
}
