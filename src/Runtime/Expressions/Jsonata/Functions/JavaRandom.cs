namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>The numbers of Java's generator, which AWS draws from for a seed.</summary>
internal sealed class JavaRandom(long seed)
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Increment = 0xB;
    private const long Mask = (1L << 48) - 1;

    private long _state = (seed ^ Multiplier) & Mask;

    /// <summary>A number from 0, below 1.</summary>
    public double NextDouble() => (((long)Next(26) << 27) + Next(27)) * (1.0 / (1L << 53));

    private int Next(int bits)
    {
        _state = unchecked((_state * Multiplier) + Increment) & Mask;
        return (int)(_state >> (48 - bits));
    }
}
