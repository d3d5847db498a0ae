using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;
using StateMachineGen.Language.Tests.Graph;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Pictures of definitions that others published.</summary>
public class GraphTests
{
    [Fact]
    public void Every_published_definition_is_laid_out_without_overlap_and_alike_each_time()
    {
        foreach (JsonElement @case in Corpus.Read("realworld.jsonl"))
        {
            string id = @case.GetProperty("id").GetString()!;
            JsonElement definition = @case.GetProperty("definition");
            string text = definition.ValueKind == JsonValueKind.String ? definition.GetString()! : definition.GetRawText();
            StateGraph graph = StateGraph.Create(Definition.Read(text).Machine!, id);
            LayoutChecks.Check(graph).ShouldBeEmpty(id);
            string svg = SvgWriter.Write(graph);
            SvgWriter.Write(StateGraph.Create(Definition.Read(text).Machine!, id)).ShouldBe(svg, id);

            // A picture that leaves a state out would overlap nothing.
            string[] titles = [.. XDocument.Parse(svg).Descendants("{http://www.w3.org/2000/svg}title").Select(title => title.Value)];
            foreach (State state in graph.Machine.States)
            {
                titles.ShouldContain(title => title.StartsWith(state.Name + " (", System.StringComparison.Ordinal), $"{id}: {state.Name}");
            }
        }
    }
}
