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

    private static string NewTrace()
    {
        using var activity = new Activity("root");
        activity.SetIdFormat(ActivityIdFormat.W3C);
        activity.Start();
        return activity.TraceId.ToHexString();
    }
}
