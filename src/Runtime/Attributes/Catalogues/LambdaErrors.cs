namespace StateMachineGen;

public static partial class Errors
{
    /// <summary>The errors that Lambda reports for a function that was not run, or of which nothing is known (AWS, "Handle transient Lambda service exceptions").</summary>
    public static class Lambda
    {
        /// <summary>The function ended without telling why: out of memory, timed out, crashed.</summary>
        public const string Unknown = "Lambda.Unknown";

        /// <summary>More calls than the account's or the function's concurrency allows.</summary>
        public const string TooManyRequests = "Lambda.TooManyRequestsException";

        /// <summary>Lambda itself failed.</summary>
        public const string Service = "Lambda.ServiceException";

        /// <summary>Lambda refused or failed to answer the call.</summary>
        public const string AwsLambda = "Lambda.AWSLambdaException";

        /// <summary>The call did not reach Lambda.</summary>
        public const string SdkClient = "Lambda.SdkClientException";

        /// <summary>Lambda did not answer in time.</summary>
        public const string ClientExecutionTimeout = "Lambda.ClientExecutionTimeoutException";
    }
}
