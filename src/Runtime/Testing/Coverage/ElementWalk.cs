using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using StateMachineGen.Execution;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Testing.Coverage;

/// <summary>
/// Finds what can be covered. It goes through a definition and its plan side by side: the one tells what an element is called and where it stands, the
/// other counts.
/// </summary>
internal sealed class ElementWalk(ElementPlaces places)
{
    /// <summary>A condition may be as long as a program; here it is to be recognized.</summary>
    private const int MaxConditionLength = 60;

    private readonly List<(CoverageElement Element, ICoveredPart Part)> _found = [];

    /// <summary>The elements, in the order of the definition.</summary>
    public IReadOnlyList<(CoverageElement Element, ICoveredPart Part)> Found => _found;

    public void VisitScope(StateContainer container, ScopePlan plan, string pointer)
    {
        for (int i = 0; i < plan.States.Length; i++)
        {
            VisitState(container.States[i], plan.States[i], $"{pointer}/States/{Escape(plan.States[i].Name)}");
        }
    }

    public void VisitState(State state, PlanState plan, string pointer)
    {
        Add(plan, CoverageElementKind.State, pointer, state, state.Name, state.Member);
        if (plan.Transition is { } transition)
        {
            AddTransition(transition, pointer, state, state, "");
        }

        switch (plan)
        {
            case ChoicePlan choice:
                VisitRules((ChoiceState)state, choice, pointer);
                break;
            case RetryingPlan retrying:
                VisitCatchers(state, retrying.Catchers, pointer);
                break;
        }

        for (int i = 0; i < plan.Scopes.Length; i++)
        {
            VisitScope(state.Containers[i], plan.Scopes[i], pointer + PlaceOfScope(state, i));
        }
    }

    private void VisitRules(ChoiceState state, ChoicePlan plan, string pointer)
    {
        ImmutableArray<ChoiceRule> rules = state.Choices;
        for (int i = 0; i < plan.Rules.Length; i++)
        {
            ChoiceRulePlan rule = plan.Rules[i];
            AddBranch(rule, CoverageElementKind.ChoiceRule, rule.Transition, state, rules[i], pointer, "Choices", i, ConditionText.Describe(rules[i], MaxConditionLength));
        }

        if (plan.Default is { } @default)
        {
            AddTransition(@default, pointer, state, state, " (Default)");
        }
    }

    private void VisitCatchers(State state, ImmutableArray<CatcherPlan> plans, string pointer)
    {
        ImmutableArray<Catcher> catchers = state.Catch;
        for (int i = 0; i < plans.Length; i++)
        {
            CatcherPlan catcher = plans[i];
            AddBranch(catcher, CoverageElementKind.Catcher, catcher.Transition, state, catchers[i], pointer, "Catch", i, string.Join(", ", catchers[i].ErrorEquals));
        }
    }

    /// <summary>Adds a catcher or choice rule, and its way out, under one name.</summary>
    private void AddBranch(
        ICoveredPart plan, CoverageElementKind kind, Transition transition, State state, DocumentPart part, string pointer, string field, int index, string meaning)
    {
        string number = index.ToString(CultureInfo.InvariantCulture);
        string remark = $" ({field} {number}: {meaning})";
        string place = $"{pointer}/{field}/{number}";
        Add(plan, kind, place, state, NameOf(transition, state, remark), part.Syntax);
        AddTransition(transition, place, state, part, remark);
    }

    private void AddTransition(Transition transition, string pointer, State state, DocumentPart owner, string remark) =>
        Add(transition, CoverageElementKind.Transition, $"{pointer}/{transition.Field}", state, NameOf(transition, state, remark), owner.Field(transition.Field)!);

    private void Add(ICoveredPart part, CoverageElementKind kind, string pointer, State state, string name, JsonSyntax node)
    {
        (string file, int line) = places.Find(pointer, node);
        _found.Add((new CoverageElement(kind, pointer, state.Name, name, file, line), part));
    }

    private static string NameOf(Transition transition, State state, string remark) => $"{state.Name} -> {transition.Target?.Name ?? "End"}{remark}";

    private static string PlaceOfScope(State state, int index) =>
        state is ParallelState ? "/Branches/" + index.ToString(CultureInfo.InvariantCulture)
        : state.Field("ItemProcessor") is not null ? "/ItemProcessor"
        : "/Iterator";

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
