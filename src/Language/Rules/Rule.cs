namespace StateMachineGen.Language.Rules;

/// <summary>How much a finding weighs.</summary>
public enum RuleSeverity
{
    /// <summary>Advice.</summary>
    Info,

    /// <summary>The run must or can fail, or it surely is not meant.</summary>
    Warning,

    /// <summary>AWS refuses the definition, or it cannot be built.</summary>
    Error,
}

/// <summary>What a rule is about. The value is the first digit of the ids of its rules.</summary>
public enum RuleCategory
{
    /// <summary>Names and structure (SMG1xxx).</summary>
    Structure = 1,

    /// <summary>Transitions and reachability (SMG2xxx).</summary>
    Transitions = 2,

    /// <summary>Retry and Catch (SMG3xxx).</summary>
    ErrorHandling = 3,

    /// <summary>Data flow and expressions (SMG4xxx).</summary>
    DataFlow = 4,

    /// <summary>Resources and integrations (SMG5xxx).</summary>
    Resources = 5,

    /// <summary>Limits and advice (SMG6xxx).</summary>
    Limits = 6,
}

/// <summary>A rule as people see it. Ids are promises: one that is no longer used is never given to another rule.</summary>
/// <param name="Id"><c>SMG</c> and four digits.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="MessageFormat">The message of a finding, with <c>{0}</c> … for its arguments.</param>
/// <param name="Severity">How much a finding weighs unless the user says otherwise.</param>
/// <param name="Description">Why it matters, in a sentence or two.</param>
public sealed record Rule(string Id, string Title, string MessageFormat, RuleSeverity Severity, string Description)
{
    /// <summary>What the rule is about.</summary>
    public RuleCategory Category => (RuleCategory)(Id[3] - '0');

    /// <summary>
    /// The code of AWS's diagnostic for a definition that breaks the rule, as ValidateStateMachineDefinition gives it (<c>MISSING_TRANSITION_TARGET</c>,
    /// <c>SCHEMA_VALIDATION_FAILED</c> …); null when AWS says nothing before an execution runs into it.
    /// </summary>
    public string? AwsCode { get; init; }

    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => "https://github.com/statemachinegen/statemachinegen/blob/main/docs/rules/" + Id + ".md";
}
