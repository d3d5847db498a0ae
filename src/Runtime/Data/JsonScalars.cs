namespace StateMachineGen.Data;

/// <summary>JSON's <c>null</c>.</summary>
internal sealed class JsonNull : JsonValue
{
    public static readonly JsonNull Instance = new();

    private JsonNull()
        : base(JsonKind.Null, 0)
    {
    }

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw("null");

    private protected override long Measure() => 4;
}

/// <summary>JSON's <c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean : JsonValue
{
    public static readonly JsonBoolean True = new(true);
    public static readonly JsonBoolean False = new(false);

    private JsonBoolean(bool value)
        : base(JsonKind.Boolean, 0) => Value = value;

    public bool Value { get; }

    public static JsonBoolean Of(bool value) => value ? True : False;

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw(Value ? "true" : "false");

    private protected override long Measure() => Value ? 4 : 5;
}

/// <summary>A JSON string.</summary>
internal sealed class JsonString(string value) : JsonValue(JsonKind.String, 0)
{
    public static readonly JsonString Empty = new("");

    public string Value { get; } = value;

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteString(Value);

    private protected override long Measure() => JsonTextWriter.MeasureString(Value);
}
