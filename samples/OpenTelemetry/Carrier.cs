using System.Diagnostics;

namespace Parcels;

/// <summary>Takes parcels, except the first time that it is asked. Its spans show within the function that calls it.</summary>
public sealed class Carrier
{
    /// <summary>The name of its activity source.</summary>
    public const string SourceName = "Parcels.Carrier";

    private static readonly ActivitySource s_source = new(SourceName);

    private int _asked;

    public Label Book(WeighedParcel parcel)
    {
        using Activity? span = s_source.StartActivity("book carrier", ActivityKind.Client);
        span?.SetTag("parcel.weight", (double)parcel.Weight);
        return _asked++ == 0 ? throw new CarrierBusyException() : new Label(parcel.Id, $"L-{parcel.Id}");
    }
}
