using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Search.Ingest.Feeds;

/// <summary>Parses parts of XML documents. No document type definition is accepted, nothing is fetched, no entity is expanded.</summary>
internal static partial class XmlFragment
{
    /// <summary>Feeds have five levels.</summary>
    private const int MostLevels = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>A reader over the beginning of a document.</summary>
    public static XmlReader OpenHead(string head) =>
        XmlReader.Create(new StringReader(head), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    /// <summary>Parses one element. One that is malformed as feeds often are (bare ampersands, names of HTML's entities, control characters) is mended.</summary>
    /// <param name="text">The element.</param>
    /// <param name="namespaces">The prefixes that the document declared before.</param>
    /// <exception cref="XmlException">It is malformed in another way.</exception>
    public static XElement Parse(string text, XmlNamespaceManager namespaces)
    {
        try
        {
            return ParseStrictly(text, namespaces);
        }
        catch (XmlException)
        {
            string mended = Ampersand().Replace(text, static match => match.Groups["name"] is { Success: true, Value: var name } && WebUtility.HtmlDecode(name) is var character && character != name
                ? character
                : $"&amp;{match.Value[1..]}");
            return ParseStrictly(string.Concat(mended.Where(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))), namespaces);
        }
    }

    private static XElement ParseStrictly(string text, XmlNamespaceManager namespaces)
    {
        var context = new XmlParserContext(null, namespaces, null, XmlSpace.None);
        using (var reader = XmlReader.Create(new StringReader(text), Settings, context))
        {
            while (reader.Read())
            {
                if (reader.Depth > MostLevels)
                {
                    throw new XmlException($"elements stand in one another more than {MostLevels} levels deep");
                }
            }
        }

        using var again = XmlReader.Create(new StringReader(text), Settings, context);
        again.MoveToContent();
        return (XElement)XNode.ReadFrom(again);
    }

    /// <summary>An ampersand that begins none of XML's own references.</summary>
    [GeneratedRegex(@"&(?!(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)|(?<name>&(?!(amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ampersand();
}
