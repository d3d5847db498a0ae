using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public class TagValueTests
{
    [Fact]
    public void A_value_that_holds_itself_is_read_no_further_than_a_tag_is_kept()
    {
        var counted = new CountedList(60);
        Count(TagValue.Copy(counted)).ShouldBe(1000);
        counted.Read.ShouldBeLessThanOrEqualTo(1000 + 4, "one more in each level, to see that there is more");
    }

    [Fact]
    public void Elements_count_in_all_arrays_of_a_tag_together()
    {
        int[][] rows = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 30).ToArray())];
        Count(TagValue.Copy(rows)).ShouldBe(1000);
        Count(TagValue.Copy(rows)).ShouldBe(1000, "each tag has its own");
    }

    private static int Count(object? copy) => copy is ImmutableArray<object?> elements ? elements.Sum(element => 1 + Count(element)) : 0;

    /// <summary>A list that holds itself so many times.</summary>
    private sealed class CountedList(int length) : IEnumerable<object>
    {
        public int Read { get; private set; }

        public IEnumerator<object> GetEnumerator()
        {
            for (int i = 0; i < length; i++)
            {
                Read++;
                yield return this;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
