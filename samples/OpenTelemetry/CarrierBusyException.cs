using System;

namespace Parcels;

#pragma warning disable CA1032 // Implement standard exception constructors: it is thrown in one place

/// <summary>All vans are out.</summary>
public sealed class CarrierBusyException() : Exception("All vans are out.");
