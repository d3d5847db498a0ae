using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Testing;

/// <summary>
/// Mocks in the form of AWS's <c>MockConfigFile.json</c>: test cases of machines, which name the mocked responses of their states.
/// </summary>
public sealed class MockConfigFile
{
    private const string StateMachines = "StateMachines";
    private const string MockedResponses = "MockedResponses";

    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reply[]> _responses = new(StringComparer.Ordinal);

    private MockConfigFile(JsonElement root)
    {
        MockReader.RequireObject(root, "The file");
        foreach (JsonProperty response in Members(root, MockedResponses, "The file"))
        {
            _responses[response.Name] = MockReader.ReadReplies(response.Value, $"The mocked response '{response.Name}'");
        }

        foreach (JsonProperty machine in Members(root, StateMachines, "The file"))
        {
            string owner = $"The state machine '{machine.Name}'";
            MockReader.RequireObject(machine.Value, owner);
            _machines[machine.Name] = Members(machine.Value, "TestCases", owner)
                .ToDictionary(testCase => testCase.Name, testCase => ReadStates(testCase, $"{owner}, test case '{testCase.Name}',"), StringComparer.Ordinal);
        }
    }

    /// <summary>The names of the machines, in order.</summary>
    public ImmutableArray<string> Machines => [.. _machines.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="JsonException">It is no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MockConfigFile Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(File.ReadAllText(path));
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="JsonException">The text is none of such a file.</exception>
    public static MockConfigFile Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json, MockReader.DocumentOptions);
        return new MockConfigFile(document.RootElement);
    }

    /// <summary>Whether a text is one of such a file, and not of mocks by states (<see cref="LocalOptions.MockJson"/>).</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static bool IsOne(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json, MockReader.DocumentOptions);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(StateMachines, out _)
            && document.RootElement.TryGetProperty(MockedResponses, out _);
    }

    /// <summary>The names of a machine's test cases, in order; none when the file does not tell of the machine.</summary>
    public ImmutableArray<string> TestCases(string machine) =>
        _machines.TryGetValue(machine, out Dictionary<string, Dictionary<string, string>>? cases) ? [.. cases.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>The answers of a test case, by states.</summary>
    internal IEnumerable<KeyValuePair<string, Reply[]>> Find(string machine, string testCase)
    {
        if (!_machines.TryGetValue(machine, out Dictionary<string, Dictionary<string, string>>? cases))
        {
            throw new ArgumentException($"The file has no state machine '{machine}', but these: {string.Join(", ", Machines)}.", nameof(machine));
        }

        return cases.TryGetValue(testCase, out Dictionary<string, string>? states)
            ? states.Select(state => KeyValuePair.Create(state.Key, _responses[state.Value]))
            : throw new ArgumentException(
                $"The state machine '{machine}' has no test case '{testCase}', but these: {string.Join(", ", TestCases(machine))}.", nameof(testCase));
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement parent, string member, string owner) =>
        parent.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : throw new JsonException($"{owner} must have an object {member}.");

    private Dictionary<string, string> ReadStates(JsonProperty testCase, string owner)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty state in MockReader.RequireObject(testCase.Value, owner).EnumerateObject())
        {
            if (state.Value.ValueKind != JsonValueKind.String || !_responses.ContainsKey(state.Value.GetString()!))
            {
                throw new JsonException($"{owner} gives the state '{state.Name}' what is no mocked response of the file: {state.Value.GetRawText()}.");
            }

            states[state.Name] = state.Value.GetString()!;
        }

        return states;
    }
}
