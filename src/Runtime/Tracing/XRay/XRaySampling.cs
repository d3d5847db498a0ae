namespace StateMachineGen.Tracing;

/// <summary>What an <see cref="XRayTraceHeader"/> says of whether the trace is recorded (field <c>Sampled</c>).</summary>
public enum XRaySampling
{
    /// <summary>Nothing: whoever reads it decides.</summary>
    NotSaid,

    /// <summary>It is recorded (<c>1</c>).</summary>
    Sampled,

    /// <summary>It is not recorded (<c>0</c>).</summary>
    NotSampled,

    /// <summary>The caller asks to be told the decision (<c>?</c>).</summary>
    Requested,
}
