using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Pictures;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary><c>$now</c>, <c>$millis</c>, <c>$fromMillis</c>, <c>$toMillis</c>.</summary>
internal static class TimeFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("now", static (a, c) => new JsonString(Format(Now(c), a.Text(0), a.Text(1))));
        bodies.Add("millis", static (_, c) => JsonNumber.Of((double)Now(c)));
        bodies.Add("fromMillis", static (a, _) => a.TryGetNumber(0, out double time)
            ? new JsonString(Format(System.Math.Truncate(time), a.Text(1), a.Text(2)))
            : null);
        bodies.Add("toMillis", ToMillis);
    }

    private static long Now(Caller caller) => caller.Run.Environment.Now.ToUnixTimeMilliseconds();

    private static string Format(double time, string? picture, string? zone) => DateTimePicture.Parse(picture).Format(time, zone);

    private static JsonNumber? ToMillis(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        if (arguments.Text(1) is not { } picture)
        {
            return JsonNumber.Of((double)IsoTimestamp.Read(text));
        }

        return DateTimePicture.Parse(picture).Read(text, Now(caller)) is { } time ? JsonNumber.Of(time) : null;
    }
}
