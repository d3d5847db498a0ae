using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Makes the activities that the interpreter makes, by hand and at chosen times.</summary>
internal sealed class HandMadeTrace : IDisposable
{
    public const string UserSource = "Shop.Orders";

    public static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private readonly ActivitySource _source = new(TelemetryNames.Source);
    private readonly ActivitySource _tasks = new(TelemetryNames.TasksSource);
    private readonly ActivitySource _user = new(UserSource);

    public static DateTime At(double second) => Start.AddTicks((long)Math.Round(second * TimeSpan.TicksPerSecond));

    public static void End(Activity? activity, double second)
    {
        activity.ShouldNotBeNull();
        activity.SetEndTime(At(second));
        activity.Stop();
    }

    public static void Fail(Activity? activity, string error, int? status, Exception? exception = null, string? cause = null)
    {
        activity.ShouldNotBeNull();
        activity.SetStatus(ActivityStatusCode.Error, cause);
        activity.SetTag(TelemetryNames.ErrorType, error);
        activity.SetTag(TelemetryNames.ErrorCause, cause);
        if (status is not null)
        {
            activity.SetTag(TelemetryNames.HttpStatusCode, status);
        }

        if (exception is not null)
        {
            activity.AddException(exception);
        }
    }

    public Activity? Execution(string machine, string name, double second, ActivityContext parent = default)
    {
        Activity? activity = _source.StartActivity(
            machine, parent == default ? ActivityKind.Internal : ActivityKind.Server, parent, startTime: At(second));
        activity?.SetTag(TelemetryNames.StateMachineArn, $"arn:aws:states:us-east-1:123456789012:stateMachine:{machine}");
        activity?.SetTag(TelemetryNames.ExecutionArn, $"arn:aws:states:us-east-1:123456789012:execution:{machine}:{name}");
        activity?.SetTag(TelemetryNames.ExecutionName, name);
        activity?.SetTag(TelemetryNames.LocalService, machine);
        return activity;
    }

    public void EndExecution(Activity? execution, string status, double second)
    {
        execution?.SetTag(TelemetryNames.ExecutionStatus, status);
        End(execution, second);
    }

    public Activity? State(string name, string type, double second)
    {
        Activity? activity = _source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), startTime: At(second));
        activity?.SetTag(TelemetryNames.StateName, name);
        activity?.SetTag(TelemetryNames.StateType, type);
        return activity;
    }

    public void EndState(Activity? state, string? next, int attempts, double second)
    {
        state?.SetTag(TelemetryNames.StateAttempts, attempts);
        state?.SetTag(TelemetryNames.StateNext, next);
        End(state, second);
    }

    public Activity? Attempt(int number, double second)
    {
        Activity? activity = _source.StartActivity(TelemetryNames.AttemptSpan, ActivityKind.Internal, default(ActivityContext), startTime: At(second));
        activity?.SetTag(TelemetryNames.Attempt, number);
        return activity;
    }

    public Activity? Call(string function, double second)
    {
        Activity? activity = _source.StartActivity(TelemetryNames.LambdaInvokeSpan, ActivityKind.Client, default(ActivityContext), startTime: At(second));
        activity?.SetTag(TelemetryNames.RpcSystem, "aws-api");
        activity?.SetTag(TelemetryNames.RpcService, "Lambda");
        activity?.SetTag(TelemetryNames.RpcMethod, "Invoke");
        activity?.SetTag(TelemetryNames.RemoteService, "Lambda");
        activity?.SetTag(TelemetryNames.FaasInvokedName, function);
        activity?.SetTag(TelemetryNames.FaasInvokedProvider, "aws");
        activity?.SetTag(TelemetryNames.FaasInvokedRegion, "us-east-1");
        return activity;
    }

    public Activity? Run(string function, double second)
    {
        Activity? activity = _tasks.StartActivity(function, ActivityKind.Server, default(ActivityContext), startTime: At(second));
        activity?.SetTag(TelemetryNames.LocalService, function);
        activity?.SetTag(TelemetryNames.FaasName, function);
        activity?.SetTag(TelemetryNames.FaasTrigger, "other");
        activity?.SetTag(TelemetryNames.FaasInvocationId, $"{function}-1");
        return activity;
    }

    public Activity? User(string name, ActivityKind kind, double second) =>
        _user.StartActivity(name, kind, default(ActivityContext), startTime: At(second));

    /// <summary>A Task state that calls a function once, which succeeds or fails with the error.</summary>
    public void Task(string state, string function, double from, double to, string? next, string? error = null, int status = 500, Exception? exception = null)
    {
        Activity? visit = State(state, "Task", from);
        Invoke(function, from, to, error, status, exception);
        if (error is not null)
        {
            Fail(visit, error, null, cause: exception?.Message);
        }

        EndState(visit, next, 1, to);
    }

    /// <summary>An execution of one Task state, whose failure is caught.</summary>
    public void OneTask(string? error, int status)
    {
        Activity? execution = Execution("Orders", "run-1", 0);
        Task("Charge", "charge-card", 0, 1, "Done", error, status);
        EndExecution(execution, "SUCCEEDED", 1);
    }

    /// <summary>A call of a function with its run.</summary>
    public void Invoke(string function, double from, double to, string? error = null, int status = 500, Exception? exception = null)
    {
        Activity? call = Call(function, from);
        Activity? run = Run(function, from);
        if (error is null)
        {
            call?.SetTag(TelemetryNames.HttpStatusCode, 200);
        }
        else
        {
            Fail(run, error, status, exception, exception?.Message);
            Fail(call, error, status, cause: exception?.Message);
        }

        End(run, to);
        End(call, to);
    }

    /// <summary>An exception with a real stack.</summary>
    public static T Thrown<T>(T exception)
        where T : Exception
    {
        try
        {
            throw exception;
        }
        catch (T caught)
        {
            return caught;
        }
    }

    /// <summary>An exception whose stack has at least this many frames.</summary>
    public static Exception ThrownFromDepth(int depth)
    {
        try
        {
            Descend(depth);
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }

        throw new ArgumentOutOfRangeException(nameof(depth));
    }

    public static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (i % 10).ToString(CultureInfo.InvariantCulture)));

    public void Dispose()
    {
        _source.Dispose();
        _tasks.Dispose();
        _user.Dispose();
    }

    private static int Descend(int depth) =>
        depth == 0 ? throw new InvalidOperationException("deep") : Descend(depth - 1) + 1;
}
