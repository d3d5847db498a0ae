using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace StateMachineGen.Testing.Coverage;

/// <summary>Writes a report as Cobertura's XML (coverage-04.dtd).</summary>
internal sealed class CoberturaXml
{
    private readonly XmlWriter _xml;

    private CoberturaXml(XmlWriter xml) => _xml = xml;

    public static string Write(CoverageReport report, CoberturaOptions options)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (XmlWriter xml = XmlWriter.Create(bytes, settings))
        {
            new CoberturaXml(xml).WriteReport(report, options);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private void WriteReport(CoverageReport report, CoberturaOptions options)
    {
        var folders = new SourceFolders(options.SourceRoot, report.Machines.Select(static machine => machine.SourceRoot));
        CoberturaFile[] files = [.. CoberturaFile.Of(report, folders)];
        CoberturaLine[] lines = [.. files.SelectMany(static file => file.Lines)];
        (CoverageRatio covered, CoverageRatio branches) = Count(lines);
        _xml.WriteStartElement("coverage");
        WriteRates(lines);
        Write("lines-covered", covered.Covered);
        Write("lines-valid", covered.Total);
        Write("branches-covered", branches.Covered);
        Write("branches-valid", branches.Total);
        Write("complexity", 0);
        _xml.WriteAttributeString("version", "StateMachineGen");
        Write("timestamp", options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
        _xml.WriteStartElement("sources");
        foreach (string folder in folders.All)
        {
            _xml.WriteElementString("source", Valid(folder));
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("packages");
        foreach (IGrouping<string, CoberturaFile> package in files.GroupBy(static file => file.Package, StringComparer.Ordinal))
        {
            WritePackage(package.Key, [.. package]);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WritePackage(string name, CoberturaFile[] files)
    {
        _xml.WriteStartElement("package");
        Write("name", name);
        WriteRates(files.SelectMany(static file => file.Lines));
        Write("complexity", 0);
        _xml.WriteStartElement("classes");
        foreach (CoberturaFile file in files)
        {
            WriteClass(file);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteClass(CoberturaFile file)
    {
        _xml.WriteStartElement("class");
        Write("name", file.Machine);
        Write("filename", file.Path);
        WriteRates(file.Lines);
        Write("complexity", 0);
        _xml.WriteStartElement("methods");
        foreach ((string name, IReadOnlyList<CoberturaLine> lines) in file.States)
        {
            _xml.WriteStartElement("method");
            Write("name", name);
            Write("signature", "");
            WriteRates(lines);
            Write("complexity", 0);
            WriteLines(lines);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        WriteLines(file.Lines);
        _xml.WriteEndElement();
    }

    private void WriteLines(IEnumerable<CoberturaLine> lines)
    {
        _xml.WriteStartElement("lines");
        foreach (CoberturaLine line in lines)
        {
            _xml.WriteStartElement("line");
            Write("number", line.Number);
            Write("hits", line.Hits);
            Write("branch", line.IsBranch ? "true" : "false");
            if (line.IsBranch)
            {
                WriteConditions(line);
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteConditions(CoberturaLine line)
    {
        CoverageRatio branches = line.Branches;
        Write("condition-coverage", string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(branches.Percentage)}% ({branches.Covered}/{branches.Total})"));
        _xml.WriteStartElement("conditions");
        for (int i = 0; i < line.Conditions.Count; i++)
        {
            _xml.WriteStartElement("condition");
            Write("number", i);
            Write("type", "jump");
            Write("coverage", line.Conditions[i] ? "100%" : "0%");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteRates(IEnumerable<CoberturaLine> lines)
    {
        (CoverageRatio covered, CoverageRatio branches) = Count(lines);
        Write("line-rate", Rate(covered));
        Write("branch-rate", Rate(branches));
    }

    private void Write(string attribute, long value) => Write(attribute, value.ToString(CultureInfo.InvariantCulture));

    private void Write(string attribute, string value) => _xml.WriteAttributeString(attribute, Valid(value));

    private static (CoverageRatio Lines, CoverageRatio Branches) Count(IEnumerable<CoberturaLine> lines)
    {
        CoverageRatio covered = default;
        CoverageRatio branches = default;
        foreach (CoberturaLine line in lines)
        {
            covered += new CoverageRatio(line.Hits > 0 ? 1 : 0, 1);
            branches += line.Branches;
        }

        return (covered, branches);
    }

    private static string Rate(CoverageRatio ratio) => (Math.Floor(100 * ratio.Percentage) / 10000).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Names of states may hold what XML cannot.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            valid.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return valid.ToString();
    }
}
