using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution;

/// <summary>Tells what is wrong with a field that nothing read: it is not run yet, belongs elsewhere, or is none at all.</summary>
internal static class UnreadField
{
    public static DefinitionException Explain(FieldReader fields, string field) => fields.Part switch
    {
        State state => OfState(fields, state, field),
        ChoiceRule rule => OfRule(fields, rule, field),
        Catcher when field == "Assign" => fields.NotRun(field, null),
        Catcher when field == "Output" => OfJsonata(fields, field),
        Catcher => Elsewhere(fields, field, "a Catcher"),
        Retrier => Elsewhere(fields, field, "a Retrier"),
        NestedObject nested => Elsewhere(fields, field, $"the field {nested.Name}"),
        _ => Elsewhere(fields, field, "the machine itself"),
    };

    private static DefinitionException OfState(FieldReader fields, State state, string field)
    {
        // A state of an unknown type is refused before its fields are.
        StateTypes type = FieldTable.ToSet(state.Type!.Value);
        return FieldTable.Find(field) is not { } known ? Unknown(fields, field)
            : known.JsonPathStates.HasFlag(type) ? fields.NotRun(field, null)
            : known.JsonataStates.HasFlag(type) ? OfJsonata(fields, field)
            : fields.Fault(field, $"does not belong to a {state.Type} state");
    }

    private static DefinitionException OfRule(FieldReader fields, ChoiceRule rule, string field)
    {
        if (field is "Condition" or "Output")
        {
            return OfJsonata(fields, field);
        }

        bool isNested = !fields.WasRead("Next");
        if (field is "Next" or "Assign")
        {
            return isNested ? fields.Fault(field, "does not belong to a nested rule; only the outermost one has it") : fields.NotRun(field, null);
        }

        if (field is not ("And" or "Or" or "Not" or "Variable") && ComparisonOperators.Find(field) is null)
        {
            return Elsewhere(fields, field, "a rule");
        }

        string read = fields.WasRead("And") ? "And" : fields.WasRead("Or") ? "Or" : fields.WasRead("Not") ? "Not" : rule.Comparison!.Operator.Name;
        return fields.Fault(field, $"cannot stand beside {read}: a rule has one test");
    }

    private static DefinitionException OfJsonata(FieldReader fields, string field) =>
        fields.Fault(field, "belongs to the query language JSONata, which is not used here");

    private static DefinitionException Elsewhere(FieldReader fields, string field, string place) =>
        FieldTable.Find(field) is null && ComparisonOperators.Find(field) is null ? Unknown(fields, field) : fields.Fault(field, $"does not belong to {place}");

    private static DefinitionException Unknown(FieldReader fields, string field) => fields.Fault(field, "is not known here, so it cannot be run locally");
}
