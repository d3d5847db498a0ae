using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Decides what of a definition becomes classes. A nested scope that classes could not say exactly stays JSON as a whole; the machine itself has no such
/// way out, so there what has no form is left out and reported.
/// </summary>
internal sealed class MachinePlanner(ProblemCollector problems)
{
    public ScopePlan Plan(JsonObjectSyntax machine)
    {
        switch (machine.Find("States"))
        {
            case null:
                problems.AddLoss("The definition has no States, and C# cannot leave them out: an empty object is emitted", "/", machine);
                return new ScopePlan(machine, []);
            case { Value: JsonObjectSyntax states }:
                ImmutableArray<StatePlan>.Builder plans = ImmutableArray.CreateBuilder<StatePlan>(states.Members.Length);
                foreach (JsonMemberSyntax member in states.Members)
                {
                    if (member.Value is not JsonObjectSyntax fields)
                    {
                        problems.AddLoss($"State '{member.Name}' is no JSON object, which has no form in C#: it is left out", "/States/" + member.Name, member.Value);
                        continue;
                    }

                    if (fields.Find("Type") is null)
                    {
                        problems.AddLoss($"State '{member.Name}' has no Type, and C# cannot leave it out: Pass is emitted", "/States/" + member.Name, member);
                    }

                    plans.Add(PlanState(member, fields));
                }

                return new ScopePlan(machine, plans.ToImmutable());
            default:
                return new ScopePlan(machine, []);
        }
    }

    private static StatePlan PlanState(JsonMemberSyntax member, JsonObjectSyntax fields)
    {
        bool isTypeKnown = fields.Find("Type")?.Value is JsonStringSyntax { Value: var written } && Enum.GetNames<StateType>().Contains(written);
        StateType type = isTypeKnown ? Enum.Parse<StateType>(((JsonStringSyntax)fields.Find("Type")!.Value).Value) : StateType.Pass;
        (string processorField, ScopePlan? processor) = type == StateType.Map ? PlanProcessor(fields) : ("", null);
        return new StatePlan(member, fields)
        {
            Type = type,
            IsTypeKnown = isTypeKnown,
            Branches = type == StateType.Parallel ? PlanBranches(fields) : [],
            Processor = processor,
            ProcessorField = processorField,
        };
    }

    private static ImmutableArray<ScopePlan> PlanBranches(JsonObjectSyntax fields) =>
        fields.Find("Branches")?.Value is JsonArraySyntax { Items.IsEmpty: false } branches && branches.Items.All(IsBranch)
            ? [.. branches.Items.Select(static branch => PlanScope((JsonObjectSyntax)branch))]
            : [];

    private static (string Field, ScopePlan? Processor) PlanProcessor(JsonObjectSyntax fields)
    {
        if (fields.Find("ItemProcessor")?.Value is JsonObjectSyntax processor && HasStates(processor) && ProcessorAttribute.CanSay(processor))
        {
            return ("ItemProcessor", PlanScope(processor));
        }

        return fields.Find("Iterator")?.Value is JsonObjectSyntax iterator && HasStates(iterator) && ProcessorAttribute.CanSay(iterator)
            ? ("Iterator", PlanScope(iterator))
            : ("", null);
    }

    private static ScopePlan PlanScope(JsonObjectSyntax scope)
    {
        var states = (JsonObjectSyntax)scope.Find("States")!.Value;
        return new ScopePlan(scope, [.. states.Members.Select(static member => PlanState(member, (JsonObjectSyntax)member.Value))]);
    }

    /// <summary>A branch can carry any field, but each only once.</summary>
    private static bool IsBranch(JsonSyntax branch) => branch is JsonObjectSyntax scope && !scope.HasDoubles() && HasStates(scope);

    private static bool HasStates(JsonObjectSyntax scope) =>
        scope.Find("States")?.Value is JsonObjectSyntax states
        && states.Members.All(static member => member.Value is JsonObjectSyntax fields && fields.Find("Type") is not null);
}
