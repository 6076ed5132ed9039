using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Answers;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Server.Problems;

namespace Search.Server.Articles;

/// <summary>What a write did.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Status">`created`, `updated`, `unchanged` or `deleted`.</param>
public sealed record ArticleWriteResponse(string Id, string Status);

/// <summary>What became of one line of a bulk request.</summary>
/// <param name="Line">The 1-based number of the line; blank lines count, but get no answer.</param>
/// <param name="Id">The id that the line names; null if none could be read.</param>
/// <param name="Status">`created`, `updated`, `unchanged`, `deleted` or `rejected`.</param>
/// <param name="Error">Why it was rejected.</param>
public sealed record BulkLineResponse(
    long Line, string? Id, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemResponse? Error = null);

/// <summary>The words for what happened to articles.</summary>
internal static class ArticleAnswers
{
    /// <summary>A line that changed nothing.</summary>
    public const string Rejected = "rejected";

    /// <summary>The word for what a write did.</summary>
    public static string Word(WriteStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>An article that breaks rules.</summary>
    public static ApiProblem Invalid(IReadOnlyList<ArticleProblem> problems)
    {
        Dictionary<string, IReadOnlyList<Wording>> byField = problems.GroupBy(static problem => problem.Field, StringComparer.Ordinal).ToDictionary(
            static field => field.Key,
            static IReadOnlyList<Wording> (field) => [.. field.Select(static problem => Wording.EnglishOnly(problem.Message))],
            StringComparer.Ordinal);
        return byField.TryGetValue("", out IReadOnlyList<Wording>? whole)   // the object as a whole: its fields say nothing
            ? new(ProblemType.InvalidArticle, whole[0])
            : ApiProblem.Of(ProblemType.InvalidArticle, byField);
    }

    /// <summary>An id that no article can have.</summary>
    public static ApiProblem InvalidId(string id) => ApiProblem.Of(ProblemType.InvalidParameters, new Dictionary<string, IReadOnlyList<Wording>>
    {
        ["id"] =
        [
            new(
                $"The id has {id.Length} characters; expected 1 to {ArticleId.MaxLength} of A-Z a-z 0-9 . _ ~ : and -.",
                $"Mã bài có {id.Length} ký tự; cần 1 đến {ArticleId.MaxLength} ký tự trong A-Z a-z 0-9 . _ ~ : và -."),
        ],
    });

    /// <summary>No article with an id.</summary>
    public static ApiProblem NotFound(string id) => new(ProblemType.ArticleNotFound, new($"There is no article with the id {id}.", $"Không có bài viết mang mã {id}."));
}
