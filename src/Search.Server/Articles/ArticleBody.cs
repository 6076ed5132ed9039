using System.Text.Json.Nodes;

namespace Search.Server.Articles;

/// <summary>An article, for the OpenAPI document; what is stored and returned is the JSON as it was given, with fields not named here.</summary>
/// <param name="Id">`[A-Za-z0-9._~:-]{1,200}`. Required in a bulk request; must equal the address in a `PUT`.</param>
/// <param name="Title">The headline; may be empty if the body is not.</param>
/// <param name="Lead">The sapo: the paragraph between headline and body.</param>
/// <param name="Body">Plain text; paragraphs are separated by a newline.</param>
/// <param name="Date">ISO 8601 date or date and time; without an offset in Vietnam time.</param>
/// <param name="Authors">The authors; a single string `author` is accepted too.</param>
/// <param name="Tags">The editors' tags.</param>
/// <param name="Category">The section of the newspaper.</param>
/// <param name="Source">The newspaper or site.</param>
/// <param name="Url">Where it was published: http or https.</param>
public sealed record ArticleBody(
    string? Id = null, string? Title = null, string? Lead = null, string? Body = null, string? Date = null, IReadOnlyList<string>? Authors = null,
    IReadOnlyList<string>? Tags = null, string? Category = null, string? Source = null, string? Url = null)
{
    /// <summary>One that the OpenAPI document shows.</summary>
    internal static JsonObject Example => new()
    {
        ["id"] = "doi-ngoai-2023",
        ["title"] = "Đẩy mạnh công tác đối ngoại công đoàn",
        ["body"] = "Ban Chấp hành ban hành Nghị quyết 15/NQ-BCH.\nNghị quyết có hiệu lực từ ngày ký.",
        ["date"] = "2023-11-30",
        ["authors"] = new JsonArray("Hoàng Phúc"),
        ["category"] = "Công đoàn",
        ["tags"] = new JsonArray("đối ngoại"),
    };
}
