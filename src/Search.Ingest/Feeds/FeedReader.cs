using System.Text;
using System.Xml;
using Search.Articles;
using Search.Ingest.Decoding;
using Search.Ingest.Records;
using Search.Ingest.Streams;

namespace Search.Ingest.Feeds;

/// <summary>An XML content: a feed, RSS or Atom, or a sitemap.</summary>
internal static class FeedReader
{
    private const int HeadBytes = 1 << 14;

    /// <summary>Cuts the items of a feed, or reads the pages that a sitemap lists.</summary>
    /// <param name="content">The content.</param>
    /// <param name="reader">Reads the pages.</param>
    /// <exception cref="IOException">The content cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, InputReader reader)
    {
        string declared = DeclaredEncoding(Encoding.ASCII.GetString(content.Stream.Peek(HeadBytes)));
        var text = new PeekableStream(Utf8Content.Open(content.Stream, declared.Length > 0 ? declared : content.Charset, out string encoding));
        bool isSitemap = text.Peek(HeadBytes) is var start && (start.IndexOf("<urlset"u8) >= 0 || start.IndexOf("<sitemapindex"u8) >= 0);
        XmlItemReader items = isSitemap ? new(text, "url", "sitemap") : new(text, "item", "entry");
        items.TryRead(out InputRecord first);
        FeedHead head = FeedHead.Parse(Encoding.UTF8.GetString(first.Bytes.Span));
        return head switch
        {
            { Problem: { } problem } => [InputReader.Rejected(content.Name, problem)],
            { Root: "rss" or "RDF" or "feed" } => Items(content, items, head, encoding),
            { Root: "urlset" or "sitemapindex" } => Sitemap.Read(content, items, head, reader),
            _ when content.Folder is null => [InputReader.PassedOver(content.Name, "It is XML, but no feed.")],
            _ => [InputReader.Rejected(content.Name, $"The outermost element of the XML is <{head.Root}>; expected a feed (<rss>, <rdf:RDF>, <feed>) or a sitemap (<urlset>).")],
        };
    }

    private static IEnumerable<CutInput> Items(InputContent content, XmlItemReader items, FeedHead head, string encoding)
    {
        int number = 0;
        bool hasEnded = false;
        while (items.TryRead(out InputRecord item))
        {
            if (item.IsTooLong)
            {
                yield return InputReader.Rejected($"{content.Name}#{++number}", $"The item is longer than {ArticleJson.MaxBytes} bytes (5 MiB); it was passed over.");
            }
            else if (items.IsItem(item.Bytes.Span))
            {
                string suffix = $"#{++number}";
                yield return () => [Parse(item, head, content.Name + suffix, content.Place + suffix, encoding)];
            }
            else
            {
                hasEnded |= item.Bytes.Span.IndexOf("</"u8) >= 0;
            }
        }

        if (!hasEnded && number > 0)
        {
            yield return InputReader.Rejected(content.Name, "The feed does not end; the file was cut short.");
        }
    }

    private static IngestedInput Parse(InputRecord item, FeedHead head, string name, string place, string encoding)
    {
        try
        {
            Article article = FeedItem.Read(XmlFragment.Parse(Encoding.UTF8.GetString(item.Bytes.Span), head.Namespaces), head.Title, place);
            return JsonArticle.Read(ArticleJson.Write(article), name, place, FieldMapping.None, encoding, mayHoldMarkup: false);
        }
        catch (XmlException malformed)
        {
            return new IngestedInput.Rejected(name, $"The item is malformed XML: {malformed.Message}");
        }
    }

    /// <summary>The encoding in an XML declaration, or nothing.</summary>
    private static string DeclaredEncoding(string head)
    {
        int end = head.IndexOf("?>", StringComparison.Ordinal);
        int start = end < 0 ? -1 : head.IndexOf("encoding=", 0, end, StringComparison.Ordinal);
        return start < 0 ? "" : head[(start + "encoding=".Length)..end].Split(['"', '\''], 3) is [_, var name, _] ? name : "";
    }
}
