namespace Tutorial;

/// <summary>What a function is asked: nothing in particular.</summary>
public sealed record Request;

/// <summary>What a function answers.</summary>
/// <param name="Success">True.</param>
public sealed record Response(bool Success);
