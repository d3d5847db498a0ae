using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Graph.Layout;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>Draws a service map as X-Ray's console does: rings as pies of the outcomes, and who calls whom from left to right.</summary>
internal sealed class ServiceMapSvg
{
    private const double HeadLength = 8;
    private const double HeadHalfWidth = 4.5;

    /// <summary>In less time a rate would be a number that nobody saw.</summary>
    private static readonly TimeSpan s_leastTimeForRates = TimeSpan.FromMinutes(1);

    private readonly StringBuilder _svg = new();
    private readonly ServiceMap _map;

    private ServiceMapSvg(ServiceMap map) => _map = map;

    public static string Write(ServiceMap map)
    {
        var writer = new ServiceMapSvg(map);
        writer.Append(ServiceMapLayout.Place(map));
        return writer._svg.ToString();
    }

    private void Append(PlacedMap layout)
    {
        double width = Math.Max(layout.Width, MapLegend.Width);
        double height = layout.Height + MapLegend.Height;
        _svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"smg-map\" role=\"group\" width=\"").AppendNumber(width)
            .Append("\" height=\"").AppendNumber(height)
            .Append("\" viewBox=\"0 0 ").AppendNumber(width).Append(' ').AppendNumber(height).Append("\">\n");
        _svg.Append("<title>Service map</title>\n<desc>").AppendText(Describe()).Append("</desc>\n");
        _svg.Append("<style>\n").Append(ServiceMapTheme.Style).Append("</style>\n");
        _svg.Append("<rect class=\"canvas\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n");
        _svg.Append("<g transform=\"translate(").AppendNumber((width - layout.Width) / 2).Append(" 0)\">\n");
        foreach (PlacedMapEdge edge in layout.Edges)
        {
            AppendEdge(edge);
        }

        foreach (PlacedMapNode node in layout.Nodes)
        {
            AppendNode(node);
        }

        _svg.Append("</g>\n");
        MapLegend.Append(_svg, (width - MapLegend.Width) / 2, height - (MapLegend.Height / 2) - 2);
        _svg.Append("</svg>\n");
    }

    private string Describe() => string.Join(
        "; ", _map.Edges.Select(edge => $"{edge.Caller.Name} → {NameOf(edge.Callee)}: {RequestText.Describe(edge.Requests, null)}")) + ".";

    private static string NameOf(ServiceNode node) => node.Type.Length == 0 || node.IsClient ? node.Name : $"{node.Name} ({node.Type})";

    private void AppendEdge(PlacedMapEdge placed)
    {
        MapEdge edge = placed.Edge;
        _svg.Append("<g class=\"edge\" data-from=\"").AppendAttribute(KeyOf(edge.There.Caller)).Append("\" data-to=\"").AppendAttribute(KeyOf(edge.There.Callee)).Append("\" tabindex=\"0\"><title>");
        AppendTitle(edge.There);
        if (edge.Back is { } back)
        {
            _svg.Append('\n');
            AppendTitle(back);
        }

        _svg.Append("</title><path class=\"line\" d=\"");
        if (edge.IsLoop)
        {
            AppendLoop(placed.Points[0]);
        }
        else
        {
            bool hasLeftHead = edge.IsReversed || edge.Back is not null;
            bool hasRightHead = !edge.IsReversed || edge.Back is not null;
            AppendLine(placed.Points, hasLeftHead, hasRightHead);
            AppendHead(placed.Points[0], hasLeftHead, 1);
            AppendHead(placed.Points[^1], hasRightHead, -1);
        }

        AppendLabel(placed, RequestText.Worst(edge.There.Requests));
        _svg.Append("</g>\n");
    }

    private void AppendTitle(ServiceEdge edge) => _svg
        .AppendText($"{NameOf(edge.Caller)} → {NameOf(edge.Callee)}: {RequestText.Describe(edge.Requests, _map.PerMinute(edge.Requests.TotalCount))}");

    private void AppendLine(ImmutableArray<Point> points, bool hasLeftHead, bool hasRightHead)
    {
        // The line ends inside of its arrow heads, so that its blunt ends do not show at their tips.
        Point last = points[0] with { X = points[0].X + (hasLeftHead ? HeadLength - 1 : 0) };
        AppendPair('M', last);
        for (int i = 1; i < points.Length; i++)
        {
            Point next = i == points.Length - 1 && hasRightHead ? points[i] with { X = points[i].X - (HeadLength - 1) } : points[i];
            if (Math.Abs(next.Y - last.Y) < 0.05)
            {
                _svg.Append('H').AppendNumber(next.X);
            }
            else
            {
                double middle = (last.X + next.X) / 2;
                AppendPair('C', new Point(middle, last.Y));
                AppendPair(' ', new Point(middle, next.Y));
                AppendPair(' ', next);
            }

            last = next;
        }

        _svg.Append("\"/>");
    }

    /// <summary>An arrow head, whose wings lie at the given side of its tip.</summary>
    private void AppendHead(Point tip, bool isThere, int side)
    {
        if (isThere)
        {
            _svg.Append("<path class=\"head\" d=\"");
            AppendPair('M', tip);
            AppendPair('L', new Point(tip.X + (side * HeadLength), tip.Y - HeadHalfWidth));
            _svg.Append('V').AppendNumber(tip.Y + HeadHalfWidth).Append("z\"/>");
        }
    }

    private void AppendLoop(Point center)
    {
        double y = center.Y - MapMeasures.Reach + 2;
        double top = center.Y - MapMeasures.Reach - MapMeasures.LoopHeight + 4;
        AppendPair('M', new Point(center.X - 14, y));
        AppendPair('C', new Point(center.X - 44, top));
        AppendPair(' ', new Point(center.X + 44, top));
        AppendPair(' ', new Point(center.X + 16, y - HeadLength + 2));
        _svg.Append("\"/><path class=\"head\" d=\"");
        AppendPair('M', new Point(center.X + 13, y));
        AppendPair('L', new Point(center.X + 12.5, y - HeadLength - 1));
        AppendPair('L', new Point(center.X + 20.5, y - HeadLength + 2));
        _svg.Append("z\"/>");
    }

    private void AppendLabel(PlacedMapEdge placed, SegmentOutcome? worst)
    {
        MapLabel label = placed.Label;
        double x = placed.LabelCenter.X;
        double top = placed.LabelCenter.Y - (label.Height / 2);
        _svg.Append("<rect class=\"halo\" x=\"").AppendNumber(x - (label.Width / 2)).Append("\" y=\"").AppendNumber(top)
            .Append("\" width=\"").AppendNumber(label.Width).Append("\" height=\"").AppendNumber(label.Height).Append("\" rx=\"4\"/>");
        AppendText("label", x, top + 13, label.Count);
        AppendText("health " + Class(worst), x, top + 13 + MapMeasures.TextLine, label.Health);
    }

    private void AppendNode(PlacedMapNode placed)
    {
        ServiceNode node = placed.Content.Node;
        Point center = placed.Center;
        SegmentOutcome? worst = RequestText.Worst(node.Requests);
        _svg.Append("<g class=\"node\" data-node=\"").AppendAttribute(KeyOf(node)).Append("\" tabindex=\"0\"><title>").AppendText(NameOf(node));
        if (!node.IsClient)
        {
            _svg.AppendText(": " + RequestText.Describe(node.Requests, _map.PerMinute(node.Requests.TotalCount)));
        }

        _svg.Append("</title>\n<g transform=\"translate(").AppendNumber(center.X).Append(' ').AppendNumber(center.Y).Append(")\">");
        _svg.Append("<circle class=\"disc\" r=\"").AppendNumber(MapMeasures.Radius).Append("\"/>");
        if (node.IsClient)
        {
            // A person: a head, and shoulders.
            _svg.Append("<path class=\"glyph\" d=\"M0-22a10 10 0 1 1-.01 0zM-21 22c0-14 9-19 21-19s21 5 21 19z\"/>");
        }
        else
        {
            RingPath.Append(_svg, node.Requests);
            AppendNumbers(node.Requests);
        }

        if (worst is { } outcome)
        {
            // At the left, since small shares of what is worst stand at the right.
            OutcomeBadge.Append(_svg, outcome, -MapMeasures.Radius * 0.76, -MapMeasures.Radius * 0.76);
        }

        _svg.Append("</g>\n");
        AppendTexts(placed, worst);
        _svg.Append("</g>\n");
    }

    private void AppendNumbers(RequestStatistics requests)
    {
        if (requests.TotalCount == 0)
        {
            AppendText("small", 0, 4, "no requests");
            return;
        }

        string traffic = _map.Duration >= s_leastTimeForRates
            ? RequestText.Rate(_map.PerMinute(requests.TotalCount)!.Value) + " t/min"
            : requests.TotalCount == 1 ? "1 request" : string.Create(CultureInfo.InvariantCulture, $"{requests.TotalCount} requests");
        AppendText("average", 0, -3, RequestText.Average(requests));
        AppendText("small", 0, 13, traffic);
    }

    private void AppendTexts(PlacedMapNode placed, SegmentOutcome? worst)
    {
        MapNode content = placed.Content;
        double x = placed.Center.X;
        double y = placed.Center.Y + MapMeasures.Reach + 6 + (MapMeasures.NameLine * 0.75);
        foreach (string line in content.Name.Lines)
        {
            AppendText("name", x, y, line);
            y += MapMeasures.NameLine;
        }

        foreach (string line in content.Type.Lines)
        {
            AppendText("type", x, y, line);
            y += MapMeasures.TextLine;
        }

        foreach (string line in content.Health.Lines)
        {
            AppendText("health " + Class(worst), x, y, line);
        }
    }

    private void AppendText(string style, double x, double y, string text)
    {
        if (text.Length > 0)
        {
            _svg.Append("<text class=\"").Append(style.TrimEnd()).Append("\" text-anchor=\"middle\" x=\"").AppendNumber(x).Append("\" y=\"").AppendNumber(y).Append("\">")
                .AppendText(text).Append("</text>");
        }
    }

    private void AppendPair(char command, Point point) => _svg.Append(command).AppendNumber(point.X).Append(' ').AppendNumber(point.Y);

    private static string Class(SegmentOutcome? outcome) => outcome is { } known ? RequestText.Noun(known) : "";

    private static string KeyOf(ServiceNode node) => node.Name + "|" + node.Type;
}
