using System;
using System.Linq;
using StateMachineGen.Execution;
using StateMachineGen.Language.Names;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public class ErrorClassifierTests
{
    /// <summary>Every name of the language; a new one must be decided on here.</summary>
    public static TheoryData<string, int> Names => new()
    {
        { ErrorNames.Timeout, 504 },
        { ErrorNames.HeartbeatTimeout, 504 },
        { ErrorNames.TaskFailed, 500 },
        { ErrorNames.Permissions, 403 },
        { ErrorNames.BranchFailed, 500 },
        { ErrorNames.NoChoiceMatched, 400 },
        { ErrorNames.ParameterPathFailure, 400 },
        { ErrorNames.ResultPathMatchFailure, 400 },
        { ErrorNames.IntrinsicFailure, 400 },
        { ErrorNames.QueryEvaluationError, 400 },
        { ErrorNames.ExceedToleratedFailureThreshold, 500 },
        { ErrorNames.ItemReaderFailed, 500 },
        { ErrorNames.ResultWriterFailed, 500 },
        { ErrorNames.DataLimitExceeded, 500 },
        { ErrorNames.Runtime, 500 },
        { ErrorNames.HttpSocket, 504 },
    };

    public static TheoryData<string, int> OtherNames => new()
    {
        { "States.Http.StatusCode.404", 404 },
        { "States.Http.StatusCode.429", 429 },
        { "States.Http.StatusCode.503", 503 },
        { "States.Http.StatusCode.600", 500 },
        { "States.Http.StatusCode.-404", 500 },
        { "States.Http.StatusCode.", 500 },
        { "Lambda.TooManyRequestsException", 429 },
        { "Lambda.EC2ThrottledException", 429 },
        { "DynamoDB.ThrottlingException", 429 },
        { "DynamoDB.ProvisionedThroughputExceededException", 429 },
        { "S3.SlowDownException", 429 },
        { "Lambda.ResourceNotFoundException", 404 },
        { "Lambda.InvalidParameterValueException", 400 },
        { "Lambda.RequestTooLargeException", 413 },
        { "Lambda.ResourceConflictException", 409 },
        { "DynamoDB.ConditionalCheckFailedException", 400 },
        { "S3.NoSuchKeyException", 404 },
        { "Sqs.AccessDeniedException", 403 },
        { "ResourceNotFoundException", 500 },
        { "Lambda.Unknown", 500 },
        { "Lambda.ServiceException", 500 },
        { "NoSuchElementException", 500 },
        { "", 500 },
    };

    [Theory]
    [MemberData(nameof(Names))]
    [MemberData(nameof(OtherNames))]
    public void A_name_has_a_status(string error, int status)
    {
        ErrorClassifier.StatusCode(new Failure(error, null), lambdaParity: false).ShouldBe(status);
        ErrorClassifier.StatusCode(new Failure(error, null), lambdaParity: true).ShouldBe(status, "the switch is about functions");
    }

    [Fact]
    public void No_name_of_the_language_is_forgotten() =>
        Names.Select(row => row.Data.Item1).Append(ErrorNames.All).ShouldBe(ErrorNames.Catalogue.Select(error => error.Name), ignoreOrder: true);

    [Fact]
    public void What_has_no_name_has_a_status_too()
    {
        ErrorClassifier.StatusCode(null, lambdaParity: true).ShouldBe(200);
        ErrorClassifier.StatusCode(new Failure(null, null), lambdaParity: true).ShouldBe(500);
        ErrorClassifier.StatusCode(Failure.Aborted, lambdaParity: true).ShouldBe(499);
        ErrorClassifier.StatusCode(Failure.ExecutionTimedOut, lambdaParity: true).ShouldBe(504);
        ErrorClassifier.StatusCode(new Failure("Sfn.X", null) { HttpStatus = 404 }, lambdaParity: false).ShouldBe(404);
    }

    [Theory]
    [InlineData(typeof(InvalidTimeZoneException), 500, 400)]
    [InlineData(typeof(CardDeclinedException), 400, 400)]
    [InlineData(typeof(CardExpiredException), 400, 400)]
    public void An_exception_is_the_functions_fault_unless_it_says_otherwise(Type type, int status, int statusWithParity)
    {
        var failure = new Failure(type.Name, null, (Exception)Activator.CreateInstance(type)!);
        ErrorClassifier.StatusCode(failure.OfFunction(), lambdaParity: false).ShouldBe(status);
        ErrorClassifier.StatusCode(failure.OfFunction(), lambdaParity: true).ShouldBe(statusWithParity);
        ErrorClassifier.StatusCode(failure, lambdaParity: true).ShouldBe(status, "what is no function has nothing to do with Lambda");
    }

    [Theory]
    [InlineData(ExecutionStatus.Succeeded, 200)]
    [InlineData(ExecutionStatus.Failed, 500)]
    [InlineData(ExecutionStatus.TimedOut, 504)]
    [InlineData(ExecutionStatus.Aborted, 499)]
    public void An_execution_has_the_status_of_its_end(ExecutionStatus end, int status) => ErrorClassifier.StatusCode(end).ShouldBe(status);

    [Fact]
    public void The_type_of_an_error_is_its_name()
    {
        ErrorClassifier.ErrorType(null).ShouldBeNull();
        ErrorClassifier.ErrorType(new Failure("E", null)).ShouldBe("E");
        ErrorClassifier.ErrorType(new Failure(null, null)).ShouldBe("_OTHER");
        ErrorClassifier.ErrorType(Failure.Aborted).ShouldBe("Aborted");
        ErrorClassifier.ErrorType(Failure.ExecutionTimedOut).ShouldBe("States.Timeout");
    }

    [ClientError]
    private class CardDeclinedException : Exception;

    private sealed class CardExpiredException : CardDeclinedException;
}
