using System.Text;
using System.Xml;
using Search.Ingest.Files;
using Search.Ingest.Records;

namespace Search.Ingest.Feeds;

/// <summary>A sitemap (sitemaps.org) whose pages, or a list of sitemaps whose sitemaps, lie beside it as files.</summary>
/// <remarks>The copy of <c>https://bao.example/tin/a</c> is looked for below the sitemap's folder, as mirrors store it: <c>tin/a</c>,
/// <c>bao.example/tin/a</c>, each also with <c>.html</c> or <c>/index.html</c>. Nothing outside that folder is read, and nothing is fetched. In a folder or archive
/// a sitemap is passed over, for its pages are read there anyway.</remarks>
internal static class Sitemap
{
    private static readonly string[] Endings = ["", ".html", ".htm", "/index.html"];

    /// <summary>Reads the copies that are there.</summary>
    public static IEnumerable<CutInput> Read(InputContent content, XmlItemReader items, FeedHead head, InputReader reader)
    {
        if (content.Folder is not { } folder)
        {
            yield return InputReader.PassedOver(content.Name, "It is a sitemap; the pages beside it are read themselves.");
            yield break;
        }

        bool listsSitemaps = head.Root == "sitemapindex";
        if (content.SitemapsBefore > (listsSitemaps ? 0 : 1))
        {
            yield return InputReader.Rejected(content.Name, "A sitemap is listed where a page is expected.");
            yield break;
        }

        while (items.TryRead(out InputRecord item))
        {
            if (items.IsItem(item.Bytes.Span) && Location(Encoding.UTF8.GetString(item.Bytes.Span), head.Namespaces) is { } location)
            {
                foreach (CutInput input in Copy(location, folder) is { } path
                    ? reader.Read(Listed(location, folder, path, content.SitemapsBefore + (listsSitemaps ? 1 : 2), listsSitemaps))
                    : [InputReader.Rejected($"{content.Name}#{location}", "There is no copy of the page beside the sitemap.")])
                {
                    yield return input;
                }
            }
        }
    }

    private static FoundFile Listed(string location, string folder, string path, int sitemapsBefore, bool isSitemap) =>
        new(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), IsNamed: true)
        {
            Address = !isSitemap && Uri.TryCreate(location, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null,
            SitemapsBefore = sitemapsBefore,
        };

    private static string? Location(string item, XmlNamespaceManager namespaces)
    {
        try
        {
            return XmlFragment.Parse(item, namespaces).Elements().FirstOrDefault(static element => element.Name.LocalName == "loc")?.Value.Trim();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The file that is the copy of a page.</summary>
    private static string? Copy(string location, string folder)
    {
        Uri.TryCreate(location, UriKind.Absolute, out Uri? address);   // also of /tin/a, as a file
        string[] places = address switch
        {
            null => [Uri.UnescapeDataString(location)],
            { IsFile: true } => [address.LocalPath, address.LocalPath.Trim('/')],
            _ => [.. new[] { address.PathAndQuery, address.AbsolutePath }.Select(static path => Uri.UnescapeDataString(path).Trim('/'))
                .SelectMany(path => new[] { path, $"{address.Host}/{path}" })],
        };
        return places.SelectMany(static place => Endings.Select(ending => place.TrimEnd('/') + ending))
            .Where(place => place.Length > 0 && !place.Contains('\0') && !place.Split('/', '\\').Contains(".."))
            .Select(place => Path.GetFullPath(place, folder))
            .FirstOrDefault(place => place.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(place));
    }
}
