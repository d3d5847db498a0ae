namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Whether an object has a field.</summary>
internal enum FieldPresence
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>On some ways to a state, and certainly not on others.</summary>
    OnSomeWays,

    /// <summary>That cannot be told.</summary>
    Unsure,
}

/// <summary>A field of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What its value is when the field is there.</param>
/// <param name="Presence">Whether it is there.</param>
/// <param name="Lack">On which way it is not there and why, when <paramref name="Presence"/> is <see cref="FieldPresence.OnSomeWays"/>.</param>
internal readonly record struct ShapeField(string Name, Shape Shape, FieldPresence Presence = FieldPresence.Always, ShapeLack? Lack = null)
{
    /// <summary>A field of which nothing is known but its name.</summary>
    public static ShapeField Unsure(string name) => new(name, Shape.Unknown, FieldPresence.Unsure);
}
