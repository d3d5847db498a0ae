using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Definitions that others published.</summary>
public class DocumentTests
{
    [Fact]
    public void Every_published_definition_is_read_and_written_back_as_it_was()
    {
        int read = 0;
        foreach (JsonElement @case in Corpus.Read("realworld.jsonl"))
        {
            string id = @case.GetProperty("id").GetString()!;
            JsonElement definition = @case.GetProperty("definition");
            string text = definition.ValueKind == JsonValueKind.String ? definition.GetString()! : definition.GetRawText();
            DefinitionReadResult result = Definition.Read(text);
            result.Error.ShouldBeNull(id);
            string written = Definition.Write(result.Machine!);
            JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.Deserialize<JsonElement>(written)).ShouldBeTrue(id);
            Definition.Write(Definition.Read(written).Machine!).ShouldBe(written, id);
            result.Machine!.States.Select(state => state.Name)
                .ShouldBe(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("States").EnumerateObject().Select(each => each.Name), id);
            read++;
        }

        read.ShouldBe(154);
    }
}
