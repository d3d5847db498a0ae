using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>The way from a part of a definition down to the caret, and what is found at its end.</summary>
/// <param name="Role">What the value is, or the object whose members are named.</param>
/// <param name="Node">The value or object.</param>
/// <param name="Member">The name under which it stands; "" for what has none.</param>
/// <param name="State">The innermost state on the way, or null.</param>
/// <param name="Field">The field that AWS evaluates and that it stands in, or null.</param>
internal sealed record DraftWalk(PartRole Role, JsonSyntax Node, string Member = "", StateRole? State = null, EvaluatedField? Field = null)
{
    /// <summary>Goes to what a text is, and on to the caret in it.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="draft">What the text says so far.</param>
    /// <param name="path">The way from there to the caret.</param>
    public static DraftWalk Follow(CompletionPlace place, JsonSyntax draft, ImmutableArray<int> path)
    {
        DocumentPart part = Replace(place, draft);
        DraftWalk walk = new DraftWalk(PartRole.Of(part, place.Machine), part.Syntax).Arrive();
        foreach (string step in place.Field)
        {
            walk = walk.Node is JsonObjectSyntax @object ? walk.Enter(@object.Find(step)!) : walk.Enter(0);
        }

        foreach (int step in path)
        {
            walk = walk.Enter(step);
        }

        return walk;
    }

    private DraftWalk Enter(int index) => Node switch
    {
        JsonObjectSyntax @object => Enter(@object.Members[index]),
        JsonArraySyntax array => (this with { Role = Role.EnterElement(array.Items[index]), Node = array.Items[index] }).Arrive(),
        _ => this,
    };

    private DraftWalk Enter(JsonMemberSyntax member) => (this with { Role = Role.Enter(member), Node = member.Value, Member = member.Name }).Arrive();

    private DraftWalk Arrive()
    {
        if (Role is StateRole state)
        {
            return this with { State = state, Field = null };
        }

        if (Field is null && State is { State.Type: not null })
        {
            foreach (EvaluatedField field in EvaluatedFields.Of(State.State, State.Language))
            {
                if (field.Value == Node)
                {
                    return this with { Field = field };
                }
            }
        }

        return this;
    }

    /// <summary>The part of the place, with the draft in it.</summary>
    private static DocumentPart Replace(CompletionPlace place, JsonSyntax draft)
    {
        JsonSyntax value = draft;
        for (int i = place.Field.Length - 1; i > 0; i--)
        {
            value = place.Field[i] == CompletionPlace.Element
                ? new JsonArraySyntax([value])
                : new JsonObjectSyntax([new JsonMemberSyntax(place.Field[i], value)]);
        }

        IEnumerable<JsonMemberSyntax> others = place.Part.Syntax.Members.Where(member => member.Name != place.Field[0]);
        var syntax = new JsonObjectSyntax([.. others, new JsonMemberSyntax(place.Field[0], value)]);
        return place.Part switch
        {
            Document.State state => Document.State.Create(new JsonMemberSyntax(state.Name, syntax), state.Container),
            Branch => new Branch(syntax, place.Machine, ""),
            _ => new StateMachine(syntax),
        };
    }
}
