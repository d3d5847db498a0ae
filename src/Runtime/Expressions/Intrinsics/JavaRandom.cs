namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>Java's generator of random numbers (<c>java.util.Random</c>), whose numbers its documentation defines for each seed.</summary>
internal sealed class JavaRandom
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Increment = 0xB;
    private const long Mask = (1L << 48) - 1;

    private long _state;

    public JavaRandom(long seed) => _state = (seed ^ Multiplier) & Mask;

    /// <summary>The next number from 0, below a bound.</summary>
    public int Next(int bound)
    {
        if ((bound & -bound) == bound)
        {
            return (int)((bound * (long)NextBits(31)) >> 31);
        }

        // Numbers beyond the last whole multiple of the bound would make the small ones more frequent.
        int bits;
        int value;
        do
        {
            bits = NextBits(31);
            value = bits % bound;
        }
        while (unchecked(bits - value + (bound - 1)) < 0);
        return value;
    }

    private int NextBits(int count)
    {
        _state = unchecked((_state * Multiplier) + Increment) & Mask;
        return (int)(_state >> (48 - count));
    }
}
