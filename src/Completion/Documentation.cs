using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Completion;

/// <summary>Reads what the documentation of symbols says.</summary>
internal static class Documentation
{
    /// <summary>The summary as one line, or "".</summary>
    public static string SummaryOf(ISymbol symbol)
    {
        if (symbol.GetDocumentationCommentXml() is not { Length: > 0 } xml)
        {
            return "";
        }

        try
        {
            XElement? summary = XElement.Parse(xml).DescendantsAndSelf("summary").FirstOrDefault();
            return summary is null ? "" : string.Join(" ", summary.Value.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
        }
        catch (XmlException)
        {
            // A comment that is half written.
            return "";
        }
    }
}
