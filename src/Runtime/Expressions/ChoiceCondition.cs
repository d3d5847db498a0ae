using System.Collections.Immutable;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>The test of a choice rule.</summary>
internal abstract class ChoiceCondition
{
    /// <summary>Whether the rule matches; false with a failure when it cannot be told.</summary>
    public abstract bool Test(EvaluationScope scope, ref Failure? failure);

    /// <summary>Reads a rule. Its <c>Next</c> is the caller's to read.</summary>
    public static ChoiceCondition Compile(ChoiceRule rule, FieldReader fields)
    {
        if (fields.IsJsonata)
        {
            return JsonataChoiceCondition.Compile(fields);
        }

        if (fields.Has("And") || fields.Has("Or"))
        {
            bool isAnd = fields.Has("And");
            string name = isAnd ? "And" : "Or";
            if (fields.Value(name) is not JsonArraySyntax { Items.Length: > 0 })
            {
                throw fields.Fault(name, "must be a list of rules with at least one");
            }

            ImmutableArray<ChoiceCondition> parts = ImmutableArray.CreateRange(isAnd ? rule.And : rule.Or, part => CompileNested(part, fields));
            return isAnd ? new AllOf(parts) : new AnyOf(parts);
        }

        if (fields.Value("Not") is not null)
        {
            return new NoneOf(CompileNested(rule.Not ?? throw fields.Fault("Not", "must be a rule"), fields));
        }

        if (rule.Comparison is not { } comparison)
        {
            // An operator that is misspelt is told by its name.
            fields.Value("Variable");
            fields.Value("Next");
            fields.Finish();
            throw new DefinitionException("The rule has no test: And, Or, Not, or a Variable with an operator such as StringEquals.", rule.Path);
        }

        return ComparisonCondition.Compile(comparison, fields);
    }

    private static ChoiceCondition CompileNested(ChoiceRule rule, FieldReader outer)
    {
        FieldReader fields = outer.Nested(rule);
        ChoiceCondition condition = Compile(rule, fields);
        fields.Finish();
        return condition;
    }

    private sealed class AllOf(ImmutableArray<ChoiceCondition> parts) : ChoiceCondition
    {
        public override bool Test(EvaluationScope scope, ref Failure? failure)
        {
            foreach (ChoiceCondition part in parts)
            {
                if (!part.Test(scope, ref failure))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class AnyOf(ImmutableArray<ChoiceCondition> parts) : ChoiceCondition
    {
        public override bool Test(EvaluationScope scope, ref Failure? failure)
        {
            foreach (ChoiceCondition part in parts)
            {
                if (part.Test(scope, ref failure))
                {
                    return true;
                }

                if (failure is not null)
                {
                    return false;
                }
            }

            return false;
        }
    }

    private sealed class NoneOf(ChoiceCondition part) : ChoiceCondition
    {
        public override bool Test(EvaluationScope scope, ref Failure? failure) =>
            !part.Test(scope, ref failure) && failure is null;
    }
}
