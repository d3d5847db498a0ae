using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>An object: fields that are known, and perhaps others.</summary>
internal sealed class ObjectShape : Shape
{
    private const int ShownFields = 6;

    private ObjectShape(ImmutableArray<ShapeField> fields, bool isOpen, ShapeOrigin? origin, int depth, int size)
        : base(origin, depth, size)
    {
        Fields = fields;
        IsOpen = isOpen;
    }

    /// <summary>The fields of which something is known, each name once.</summary>
    public ImmutableArray<ShapeField> Fields { get; }

    /// <summary>Whether there may be other fields.</summary>
    public bool IsOpen { get; }

    /// <summary>An object of these fields; unknown when there are too many.</summary>
    public static Shape Of(IReadOnlyList<ShapeField> fields, bool isOpen, ShapeOrigin? origin)
    {
        int depth = 0;
        int size = 1;
        ImmutableArray<ShapeField>.Builder parts = ImmutableArray.CreateBuilder<ShapeField>(fields.Count);
        foreach (ShapeField field in fields)
        {
            ShapeField part = field with { Shape = AsPart(field.Shape) };
            parts.Add(part);
            depth = Math.Max(depth, part.Shape.Depth);
            size += part.Shape.Size;
        }

        return size > MaxSize ? Unknown : new ObjectShape(parts.MoveToImmutable(), isOpen, origin, depth + 1, size);
    }

    /// <summary>Where a field stands, or -1.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            if (Fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The same object with a field set.</summary>
    public Shape With(ShapeField field)
    {
        int index = IndexOf(field.Name);
        return Of(index < 0 ? Fields.Add(field) : Fields.SetItem(index, field), IsOpen, Origin);
    }

    public override string Describe()
    {
        if (Fields.IsEmpty)
        {
            return "is empty";
        }

        List<string> names = [];
        foreach (ShapeField field in Fields)
        {
            names.Add(names.Count == ShownFields ? "others" : field.Name);
            if (names.Count > ShownFields)
            {
                break;
            }
        }

        return "has only " + Words.Join(names, "and");
    }
}
