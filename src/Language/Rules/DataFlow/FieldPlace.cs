using System.Globalization;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>A place in a definition. Its path is put together only when a finding asks for it.</summary>
internal sealed class FieldPlace
{
    private readonly DocumentPart? _part;
    private readonly FieldPlace? _parent;
    private readonly int _index;

    public FieldPlace(DocumentPart part, string name)
    {
        _part = part;
        Name = name;
    }

    private FieldPlace(FieldPlace parent, string? name, int index)
    {
        _parent = parent;
        Name = name ?? parent.Name;
        _index = name is null ? index : -1;
    }

    /// <summary>The name of the field; for an element the name of the field that it stands in.</summary>
    public string Name { get; }

    /// <summary>The part that the field belongs to; null for what stands within a field.</summary>
    public DocumentPart? Part => _part;

    /// <summary>The field that the place is within.</summary>
    public FieldPlace Root => _parent is null ? this : _parent.Root;

    public FieldPlace Child(string name) => new(this, name, -1);

    public FieldPlace Child(int index) => new(this, null, index);

    public override string ToString() => _parent is null ? _part!.PathOf(Name)
        : _index < 0 ? _parent + "/" + Name
        : _parent + "[" + _index.ToString(CultureInfo.InvariantCulture) + "]";
}
