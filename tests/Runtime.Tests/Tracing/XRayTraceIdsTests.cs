using System;
using System.Diagnostics;
using System.Linq;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Not beside other tests: there is one generator of ids in a process.</summary>
[Collection(ListeningTests.Name)]
public class XRayTraceIdsTests
{
    [Fact]
    public void New_traces_begin_with_the_second_in_which_they_began()
    {
        var clock = new VirtualTimeProvider(Machines.Start);
        using (XRayTraceIds.Use(clock))
        {
            string[] ids = [.. Enumerable.Range(0, 3).Select(_ => NewTrace())];
            ids.ShouldAllBe(id => id.StartsWith("69a42a40", StringComparison.Ordinal));
            ids.Distinct().Count().ShouldBe(3);
            XRayIds.TraceId(ids[0], Machines.Start.UtcDateTime).ShouldBe(XRayIds.TraceId(ids[0]), "the documents keep the id");
        }

        Activity.TraceIdGenerator.ShouldBeNull();
    }

    [Fact]
    public void One_seed_gives_the_same_ids()
    {
        string[] Draw()
        {
            using (XRayTraceIds.Use(new VirtualTimeProvider(Machines.Start), seed: 7))
            {
                return [NewTrace(), NewTrace()];
            }
        }

        string[] first = Draw();
        Draw().ShouldBe(first);
        first[0].ShouldNotBe(first[1]);
    }

    [Fact]
    public void A_generator_that_was_there_comes_back()
    {
        Func<ActivityTraceId> former = ActivityTraceId.CreateRandom;
        Activity.TraceIdGenerator = former;
        try
        {
            XRayTraceIds.Use().Dispose();
            Activity.TraceIdGenerator.ShouldBe(former);
        }
        finally
        {
            Activity.TraceIdGenerator = null;
        }
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 2)]
    [InlineData(0, 2, 1)]
    public void In_whatever_order_they_end_the_one_from_before_comes_back_at_the_last(int first, int second, int third)
    {
        IDisposable[] uses = [.. Enumerable.Range(0, 3).Select(seed => XRayTraceIds.Use(new VirtualTimeProvider(Machines.Start), seed))];
        foreach (int end in (int[])[first, second])
        {
            uses[end].Dispose();
            NewTrace().ShouldStartWith("69a42a40", customMessage: "one is still in use");
        }

        uses[third].Dispose();
        Activity.TraceIdGenerator.ShouldBeNull();
    }

    [Fact]
    public void A_generator_that_somebody_set_since_stays()
    {
        Func<ActivityTraceId> since = ActivityTraceId.CreateRandom;
        try
        {
            using (XRayTraceIds.Use())
            {
                Activity.TraceIdGenerator = since;
            }

            Activity.TraceIdGenerator.ShouldBe(since);
        }
        finally
        {
            Activity.TraceIdGenerator = null;
        }
    }

    private static string NewTrace()
    {
        using var activity = new Activity("root");
        activity.SetIdFormat(ActivityIdFormat.W3C);
        activity.Start();
        return activity.TraceId.ToHexString();
    }
}
