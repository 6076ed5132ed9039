using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Answers;
using Search.Engine.Suggesting;
using Search.Server.Access;
using Search.Server.Hosting;
using Search.Server.Parameters;
using Search.Server.Searching;
using Search.Server.Status;
using Search.Server.Suggesting;

namespace Search.Server.Feeds;

/// <summary><c>/opensearch.xml</c>, by which browsers offer the site as a search engine (OpenSearch 1.1), and the suggestions in the format that goes with it.</summary>
internal static class OpenSearchEndpoint
{
    private const int Suggestions = 8;
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Adds the routes.</summary>
    public static void MapOpenSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opensearch.xml", Describe).ExcludeFromDescription();
        routes.MapGet("/opensearch/suggest", SuggestAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex();
    }

    private static ContentHttpResult Describe(HttpContext http)
    {
        string site = SiteAddress.Of(http.Request);
        var description = new XElement(
            OpenSearch + "OpenSearchDescription",
            new XElement(OpenSearch + "ShortName", "Tìm bài viết"),
            new XElement(OpenSearch + "Description", "Tìm toàn văn bài viết tiếng Việt, có dấu hay không dấu."),
            new XElement(OpenSearch + "InputEncoding", "UTF-8"),
            new XElement(OpenSearch + "Language", "vi"),
            new XElement(OpenSearch + "Image", new XAttribute("type", "image/svg+xml"), $"{site}/icon.svg"),
            Url("text/html", "/?q={searchTerms}"),
            Url("application/rss+xml", "/rss?q={searchTerms}"),
            Url("application/x-suggestions+json", "/opensearch/suggest?q={searchTerms}"),
            new XElement(OpenSearch + "Url", new XAttribute("type", "application/opensearchdescription+xml"), new XAttribute("rel", "self"), new XAttribute("template", $"{site}/opensearch.xml")));
        return TypedResults.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + description, "application/opensearchdescription+xml", Encoding.UTF8);

        XElement Url(string type, string template) => new(OpenSearch + "Url", new XAttribute("type", type), new XAttribute("template", site + template));
    }

    /// <summary>What was typed and an array of completions; parameters that it does not know are ignored.</summary>
    private static async Task<IResult> SuggestAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        string text = reader.Text(SuggestEndpoint.Query);
        IReadOnlyList<Suggestion> found = reader.Problems.AreNone
            ? await search.ReadAsync((engine, limited) => engine.SuggestAsync(text, Suggestions, limited), http.RequestAborted)
            : [];
        return TypedResults.Json<object[]>([text, found.Select(static suggestion => suggestion.Text).ToArray()], AnswerJson.Options, "application/x-suggestions+json");
    }
}
