using System;
using System.Globalization;

namespace StateMachineGen.Data;

/// <summary>
/// A JSON number. One that was read keeps its text, so that passing it on never changes it; one that was worked out has its
/// text made when somebody asks.
/// </summary>
internal sealed class JsonNumber : JsonValue
{
    // JSON has no NaN, so NaN stands for "not read yet".
    private double _value;
    private string? _text;

    /// <summary>A number that was read.</summary>
    public JsonNumber(string text)
        : base(JsonKind.Number, 0)
    {
        _text = text;
        _value = double.NaN;
    }

    private JsonNumber(double value)
        : base(JsonKind.Number, 0) => _value = value;

    public string Text => _text ??= NumberText.Format(_value);

    /// <summary>The nearest binary64 number; ASL compares and calculates with numbers as such.</summary>
    public double Value
    {
        get
        {
            if (double.IsNaN(_value))
            {
                _value = double.Parse(_text!, NumberStyles.Float, CultureInfo.InvariantCulture);
            }

            return _value;
        }
    }

    public static JsonNumber Of(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number that was worked out; it must be finite, since JSON has no other.</summary>
    public static JsonNumber Of(double value) => double.IsFinite(value)
        ? new JsonNumber(value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no infinite numbers and no NaN.");

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw(Text);

    private protected override long Measure() => Text.Length;
}
