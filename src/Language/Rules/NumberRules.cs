using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of numbers that must go with each other.</summary>
public static class NumberRules
{
    /// <summary>SMG3010: a retrier's longest interval is no longer than its first.</summary>
    public static Rule DelayBelowInterval { get; } = new(
        "SMG3010",
        "MaxDelaySeconds should be greater than IntervalSeconds",
        "MaxDelaySeconds is {0} and the first interval is {1} already, so each retry waits for as long as MaxDelaySeconds says, whatever BackoffRate is",
        RuleSeverity.Warning,
        "MaxDelaySeconds caps intervals that grow. When the first one reaches the cap, IntervalSeconds and BackoffRate have no effect.");

    /// <summary>SMG6010: a heartbeat is no shorter than the timeout.</summary>
    public static Rule HeartbeatNotBelowTimeout { get; } = new(
        "SMG6010",
        "HeartbeatSeconds must be less than TimeoutSeconds",
        "HeartbeatSeconds is {0}, but the task is over after {1} seconds anyway; it must be less than TimeoutSeconds",
        RuleSeverity.Warning,
        "The language asks for a heartbeat that is shorter than the timeout. A longer one can never be missed.");

    /// <summary>SMG6011: a limit of a Distributed Map is 0.</summary>
    public static Rule ZeroLimit { get; } = new(
        "SMG6011",
        "MaxItems and the sizes of batches should be greater than 0",
        "{0} is 0, {1}; leave it out where there is no limit",
        RuleSeverity.Warning,
        "With a MaxItems of 0 AWS reads all items, not none. The size of a batch must be positive when an execution gets to it.");

    /// <summary>SMG6012: a number has more digits than are kept.</summary>
    public static Rule ImpreciseNumber { get; } = new(
        "SMG6012",
        "Numbers should be less than 2 to the power of 53",
        "{0} cannot be compared exactly: integers are exact up to 9,007,199,254,740,991",
        RuleSeverity.Warning,
        "Numbers are compared as doubles of 64 bits, so greater integers are equal to their neighbours. Identifiers of that size are better compared as strings.");

    /// <summary>SMG6013: an error text is longer than AWS carries.</summary>
    public static Rule LongErrorText { get; } = new(
        "SMG6013",
        "Error and Cause should not be longer than AWS carries",
        "{0} has {1} characters; AWS carries at most {2}",
        RuleSeverity.Warning,
        "The API that reports how an execution ended has room for 256 characters of the error's name and 32,768 of the cause.");

    /// <summary>SMG6014: an inline Map asks for more than it gets.</summary>
    public static Rule InlineConcurrency { get; } = new(
        "SMG6014",
        "MaxConcurrency of an inline Map should be at most 40",
        "MaxConcurrency is {0}, but an inline Map runs at most 40 iterations at once",
        RuleSeverity.Warning,
        "Only a Distributed Map, whose ProcessorConfig has the Mode DISTRIBUTED, runs more than 40 items at once.");

    /// <summary>SMG6015: a wait is longer than an execution can last.</summary>
    public static Rule LongWait { get; } = new(
        "SMG6015",
        "A Wait should be no longer than a year",
        "The execution is over before this Wait of {0} seconds ends: it lasts a year at most",
        RuleSeverity.Warning,
        "A Standard execution lasts at most one year, 31,536,000 seconds, and is ended then whatever it waits for.");

    /// <summary>SMG6016: a deprecated field.</summary>
    public static Rule Deprecated { get; } = new(
        "SMG6016",
        "New names of fields are better than deprecated ones",
        "{0} is deprecated; its new name is {1}",
        RuleSeverity.Info,
        "Iterator and the Parameters of a Map became ItemProcessor and ItemSelector. AWS still takes the old names, which do not have what came later.");

    /// <summary>SMG6017: a wait ends in the past.</summary>
    public static Rule PastTimestamp { get; } = new(
        "SMG6017",
        "A Wait should not end in the past",
        "This Wait never waits: {0} was before there was Step Functions",
        RuleSeverity.Warning,
        "A Wait whose Timestamp is past goes on at once. Which times are past depends on the day, so only those are reported that lie before December 2016, when Step Functions began.");

    internal static ImmutableArray<Rule> All { get; } =
        [DelayBelowInterval, HeartbeatNotBelowTimeout, ZeroLimit, ImpreciseNumber, LongErrorText, InlineConcurrency, LongWait, Deprecated, PastTimestamp];
}
