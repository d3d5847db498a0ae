namespace StateMachineGen.Tracing;

/// <summary>The texts that states took and gave, for readers without scripts, and for the script to read.</summary>
internal static class PayloadSection
{
    public static void Add(HtmlText html, PayloadTable payloads)
    {
        html.AddRaw("<section class=\"card\" id=\"payloads\" aria-labelledby=\"payloads-title\">\n<div class=\"bar\"><h2 id=\"payloads-title\">Data</h2></div>\n");
        for (int i = 0; i < payloads.Texts.Count; i++)
        {
            // A line feed that begins the text of a pre is no part of it.
            html.Add($"<pre id=\"data-{i}\">\n{payloads.Texts[i]}</pre>\n");
        }

        html.AddRaw("</section>\n");
    }
}
