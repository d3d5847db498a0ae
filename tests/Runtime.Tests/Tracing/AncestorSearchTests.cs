using System.Diagnostics;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class AncestorSearchTests
{
    private const int Levels = 2_000;

    private readonly AncestorSearch _roots = new("Tests.Root", static activity => activity.Parent is null, static activity => activity.Parent);

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(Levels)]
    public void From_wherever_it_is_asked_it_finds_the_same(int levels)
    {
        Activity[] chain = Chain(levels);
        foreach (int level in (int[])[levels - 1, 0, levels / 2, levels - 1])
        {
            _roots.From(chain[level]).ShouldBeSameAs(chain[0]);
        }
    }

    [Fact]
    public void Who_asks_on_the_way_down_and_up_climbs_no_further_than_to_the_next_notes()
    {
        Activity[] chain = Chain(Levels);
        for (int i = 0; i < Levels; i++)
        {
            _roots.From(chain[i], out int levels);
            levels.ShouldBeLessThanOrEqualTo(2 * 64);
        }

        chain = Chain(Levels);
        _roots.From(chain[^1], out int once);
        once.ShouldBe(Levels - 1);
        for (int i = Levels - 1; i >= 0; i--)
        {
            _roots.From(chain[i], out int levels);
            levels.ShouldBeLessThanOrEqualTo(2 * 64);
        }
    }

    private static Activity[] Chain(int levels)
    {
        var chain = new Activity[levels];
        Activity.Current = null;
        for (int i = 0; i < levels; i++)
        {
            chain[i] = new Activity("level").Start();
        }

        Activity.Current = null;
        return chain;
    }
}
