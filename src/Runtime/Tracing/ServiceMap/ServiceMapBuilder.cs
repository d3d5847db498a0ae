using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>Makes the service map of segments.</summary>
internal sealed class ServiceMapBuilder
{
    private static readonly Key s_client = new("Client", ServiceNode.ClientType);

    private readonly List<Segment> _documents;
    private readonly Dictionary<(string TraceId, string Id), Part> _parts = [];
    private readonly Dictionary<Key, List<Segment>> _answered = [];
    private readonly Dictionary<(Key Caller, Key Callee), List<Segment>> _asked = [];

    public ServiceMapBuilder(IEnumerable<Segment> segments)
    {
        _documents = [.. segments];
        foreach (Segment document in _documents)
        {
            AddParts(document, document);
        }
    }

    public ServiceMap Build()
    {
        var calls = new HashSet<(string, string)>();
        foreach (Segment segment in _documents.Where(document => !document.IsSubsegment))
        {
            Part? caller = segment.ParentId is { } parent ? _parts.GetValueOrDefault((segment.TraceId, parent)) : null;
            if (caller is not null)
            {
                calls.Add((segment.TraceId, caller.Segment.Id));
            }

            Key callee = KeyOf(segment);
            Add(_answered, callee, segment);
            // Local work has no numbers of a call.
            Add(_asked, (NodeOf(caller), callee), caller?.Segment.Namespace is null ? segment : caller.Segment);
        }

        foreach (Part part in _parts.Values.Where(part => part.Segment.Namespace is not null && !calls.Contains((part.Segment.TraceId, part.Segment.Id))))
        {
            Key inferred = InferredKeyOf(part.Segment);
            Add(_answered, inferred, part.Segment);
            Add(_asked, (NodeOf(part), inferred), part.Segment);
        }

        return CreateMap();
    }

    private static Key KeyOf(Segment segment) => new(segment.Name, segment.Origin ?? "");

    private static Key InferredKeyOf(Segment call) =>
        new(call.CalleeName ?? call.Name, call.CalleeOrigin ?? (call.Namespace == "remote" ? "remote" : ""));

    private static void Add<TKey>(Dictionary<TKey, List<Segment>> requests, TKey key, Segment request)
        where TKey : notnull
    {
        if (!requests.TryGetValue(key, out List<Segment>? list))
        {
            requests.Add(key, list = []);
        }

        // What has not ended is on the map, but has no outcome to count.
        if (!request.IsInProgress)
        {
            list.Add(request);
        }
    }

    private void AddParts(Segment part, Segment document)
    {
        _parts[(part.TraceId, part.Id)] = new Part(part, document);
        foreach (Segment subsegment in part.Subsegments)
        {
            AddParts(subsegment, document);
        }
    }

    /// <summary>The node that a part belongs to. Of a subsegment whose segment has not ended it is not known.</summary>
    private Key NodeOf(Part? part)
    {
        while (part is { Document.IsSubsegment: true })
        {
            part = part.Document.ParentId is { } parent ? _parts.GetValueOrDefault((part.Document.TraceId, parent)) : null;
        }

        return part is null ? s_client : KeyOf(part.Document);
    }

    private ServiceMap CreateMap()
    {
        ImmutableArray<ServiceNode> nodes =
        [
            .. _asked.Keys.SelectMany(keys => (Key[])[keys.Caller, keys.Callee]).Distinct()
                .Select(key => new ServiceNode(key.Name, key.Type, RequestStatistics.Of(_answered.GetValueOrDefault(key, []))))
                .OrderBy(node => node.IsClient ? 0 : 1)
                .ThenBy(node => node.Name, StringComparer.Ordinal)
                .ThenBy(node => node.Type, StringComparer.Ordinal),
        ];
        Dictionary<Key, int> places = Enumerable.Range(0, nodes.Length).ToDictionary(i => new Key(nodes[i].Name, nodes[i].Type));
        ImmutableArray<ServiceEdge> edges =
        [
            .. _asked
                .OrderBy(edge => places[edge.Key.Caller])
                .ThenBy(edge => places[edge.Key.Callee])
                .Select(edge => new ServiceEdge(nodes[places[edge.Key.Caller]], nodes[places[edge.Key.Callee]], RequestStatistics.Of(edge.Value))),
        ];
        DateTime start = _documents.Count == 0 ? default : _documents.Min(document => document.Start);
        DateTime end = _documents.Count == 0 ? default : _documents.Max(document => document.End);
        return new ServiceMap(new DateTimeOffset(start.Ticks, TimeSpan.Zero), end - start, nodes, edges);
    }

    private readonly record struct Key(string Name, string Type);

    /// <summary>A segment or subsegment.</summary>
    /// <param name="Segment">It.</param>
    /// <param name="Document">The one that it is sent in.</param>
    private sealed record Part(Segment Segment, Segment Document);
}
