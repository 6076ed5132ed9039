using System.Text;
using Search.Engine.Highlighting;

namespace Search.Server.Searching;

/// <summary>HTML of a text in which what matches is marked.</summary>
internal static class MarkedHtml
{
    /// <summary>The text with its ranges in <c>&lt;mark&gt;</c>; that is the only markup, everything else is escaped, so that it is safe
    /// between tags and in quoted attributes.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="ranges">Into the text, ascending and apart.</param>
    public static string Of(string text, IReadOnlyList<TextRange> ranges)
    {
        var html = new StringBuilder(text.Length + (ranges.Count * "<mark></mark>".Length));
        int done = 0;
        foreach (TextRange range in ranges)
        {
            Escape(html, text.AsSpan(done, range.Start - done));
            html.Append("<mark>");
            Escape(html, text.AsSpan(range.Start, range.End - range.Start));
            html.Append("</mark>");
            done = range.End;
        }

        Escape(html, text.AsSpan(done));
        return WellFormedText.Of(html.ToString());
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }
}
