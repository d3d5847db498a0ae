namespace Parcels;

/// <summary>What is sent, and where.</summary>
public sealed record Parcel(string Id, string Address);

/// <summary>A parcel whose weight in kilograms is known.</summary>
public sealed record WeighedParcel(string Id, string Address, decimal Weight);

/// <summary>What is stuck on a parcel.</summary>
public sealed record Label(string ParcelId, string Number);
