using System.Linq;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>The substitutions that a deployment fills.</summary>
public static class Placeholder
{
    /// <summary>The ARN of the Lambda function that a state's handler is deployed as.</summary>
    public static string OfFunction(INamedTypeSymbol state) => "${" + LogicalId(state.Name) + "FunctionArn}";

    /// <summary>The ARN of a state machine.</summary>
    public static string OfMachine(ITypeSymbol machine) => "${" + LogicalId(machine.Name) + "Arn}";

    /// <summary>CloudFormation and SAM allow only letters and digits in the names of substitutions.</summary>
    private static string LogicalId(string name) => string.Concat(name.Where(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')));
}
