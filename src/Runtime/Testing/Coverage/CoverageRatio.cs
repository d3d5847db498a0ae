using System;

namespace StateMachineGen.Testing;

/// <summary>How many of some elements were reached.</summary>
/// <param name="Covered">How many were reached.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct CoverageRatio(int Covered, int Total)
{
    /// <summary>The share in percent; 100 when there are none.</summary>
    public double Percentage => Total == 0 ? 100 : 100.0 * Covered / Total;

    /// <summary>Both together.</summary>
    public static CoverageRatio operator +(CoverageRatio left, CoverageRatio right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static CoverageRatio Add(CoverageRatio left, CoverageRatio right) => new(left.Covered + right.Covered, left.Total + right.Total);

    /// <summary>Writes <c>83.3 % (5/6)</c>. It never says 100 % when something lacks.</summary>
    public override string ToString() => FormattableString.Invariant($"{Math.Floor(10 * Percentage) / 10:0.0} % ({Covered}/{Total})");
}
