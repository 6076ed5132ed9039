using System.Xml;

namespace Search.Ingest.Feeds;

/// <summary>What stands before the first item of an XML document.</summary>
/// <param name="Root">The local name of the outermost element; empty if there is none.</param>
/// <param name="Title">The title of the feed; empty if there is none.</param>
/// <param name="Namespaces">The prefixes declared so far.</param>
/// <param name="Problem">Why there is no root, a sentence, or <see langword="null"/>.</param>
internal sealed record FeedHead(string Root, string Title, XmlNamespaceManager Namespaces, string? Problem)
{
    /// <summary>Reads a head, which ends in the middle of the document.</summary>
    public static FeedHead Parse(string text)
    {
        string root = "";
        string title = "";
        var namespaces = new XmlNamespaceManager(new NameTable());
        try
        {
            using XmlReader reader = XmlFragment.OpenHead(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
            bool isInTitle = false;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    Declare(reader, namespaces);
                    root = root.Length == 0 ? reader.LocalName : root;
                    isInTitle = title.Length == 0 && reader is { LocalName: "title", Depth: <= 2 };
                }
                else if (isInTitle && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    title += reader.Value.Trim();
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    isInTitle = false;
                }
            }
        }
        catch (XmlException malformed)
        {
            string problem = text.Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? "The XML has a document type definition, which is refused: it may hide entities that grow without end or read other files."
                : $"The XML is malformed at line {malformed.LineNumber}, position {malformed.LinePosition}.";
            return new FeedHead(root, title, namespaces, root.Length == 0 ? problem : null);   // with a root, it is the end of the head
        }

        return new FeedHead(root, title, namespaces, root.Length == 0 ? "The XML has no element." : null);
    }

    private static void Declare(XmlReader element, XmlNamespaceManager namespaces)
    {
        while (element.MoveToNextAttribute())
        {
            if (element.Prefix == "xmlns" || element.Name == "xmlns")
            {
                namespaces.AddNamespace(element.Prefix.Length == 0 ? "" : element.LocalName, element.Value);
            }
        }

        element.MoveToElement();
    }
}
