using System;

namespace StateMachineGen;

/// <summary>
/// Says of an exception that the caller's input is wrong and not the function: traces show it as an error (400, yellow) and not as a fault
/// (500, red). It changes nothing of what Retry and Catch match.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class ClientErrorAttribute : Attribute;
