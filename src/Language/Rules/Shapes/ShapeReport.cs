namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Tells of paths that find nothing.</summary>
internal sealed class ShapeReport(FindingCollector findings)
{
    /// <param name="read">The path.</param>
    /// <param name="reading">What it finds.</param>
    /// <param name="isWhole">Whether it finds nothing in the very value that came, and not deeper in it.</param>
    public void Add(ShapeRead read, ShapeReading reading, bool isWhole)
    {
        Shape holder = reading.Holder!;
        string why = holder.Origin!.Explain(holder, isWhole, isPassedOn: read.Base != ReadBase.Result);
        if (reading.Way is { } way)
        {
            findings.Add(ShapeRules.NothingFoundOnSomeWay, read.Site.Node, read.Ranges[reading.Step], read.Site.Place.ToString(), read.Text, way.ToString(), why);
        }
        else
        {
            findings.Add(ShapeRules.NothingFound, read.Site.Node, read.Ranges[reading.Step], read.Site.Place.ToString(), read.Text, why);
        }
    }
}
