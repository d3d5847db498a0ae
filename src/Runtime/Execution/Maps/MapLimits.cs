namespace StateMachineGen.Execution.Maps;

/// <summary>How much a map run may read and write.</summary>
/// <param name="ObjectBytes">How large an object may be that items are read from, unpacked.</param>
/// <param name="HeaderBytes">How large the header of a CSV file may be.</param>
/// <param name="ResultFileBytes">From which size on results go on in another file.</param>
internal sealed record MapLimits(long ObjectBytes, int HeaderBytes, int ResultFileBytes)
{
    /// <summary>The limits of the service (developer guide, "ItemReader"); that of a result's file is not told, and a put takes no more.</summary>
    public static MapLimits Aws { get; } = new(10L << 30, 10 << 10, 1 << 30);
}
