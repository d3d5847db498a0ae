using System;
using System.ComponentModel;

namespace StateMachineGen.CompilerServices;

/// <summary>A machine whose handlers can be deployed as Lambda functions. The generator implements it explicitly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILambdaServices
{
    /// <summary>Makes the services of the machine's Lambda functions; null when there are none.</summary>
    static abstract IServiceProvider? Create();
}
