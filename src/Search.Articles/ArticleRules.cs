namespace Search.Articles;

/// <summary>What the fields of a JSON object must be for an article.</summary>
internal static class ArticleRules
{
    /// <summary>Makes the article, or lists everything that is in the way.</summary>
    /// <param name="fields">The fields of <paramref name="json"/>, with the problems met so far.</param>
    /// <param name="json">The object as given.</param>
    /// <param name="idFromPath">The id that the address names, or <see langword="null"/>.</param>
    /// <param name="deriveId">Makes an id from the url if there is no other, or <see langword="null"/>.</param>
    public static ArticleReading Apply(ArticleFields fields, ReadOnlyMemory<byte> json, string? idFromPath, Func<string?, string>? deriveId)
    {
        if (fields.Problems.Exists(static problem => problem.Field.Length == 0))
        {
            return new ArticleReading(fields.Problems);   // no object, or one not read to its end: its fields say nothing
        }

        CheckText(fields);
        ArticleDate? date = Date(fields);
        CheckUrl(fields);
        string id = Id(fields, idFromPath, deriveId);
        return fields.Problems.Count > 0
            ? new ArticleReading(fields.Problems)
            : new ArticleReading(new Article
            {
                Id = id,
                Title = fields.Title ?? "",
                Lead = fields.Lead ?? "",
                Body = fields.Body ?? "",
                Date = date,
                Authors = [.. fields.Authors.Distinct(StringComparer.Ordinal)],
                Tags = [.. fields.Tags.Distinct(StringComparer.Ordinal)],
                Category = string.IsNullOrWhiteSpace(fields.Category) ? null : fields.Category,
                Source = string.IsNullOrWhiteSpace(fields.Source) ? null : fields.Source,
                Url = fields.Url,
                Json = json,
            });
    }

    private static void CheckText(ArticleFields fields)
    {
        if (fields.Problems.Count == 0 && string.IsNullOrWhiteSpace(fields.Title) && string.IsNullOrWhiteSpace(fields.Body))
        {
            fields.Add("title", "The fields \"title\" and \"body\" are both empty; expected text in at least one of them.");
        }
    }

    private static ArticleDate? Date(ArticleFields fields)
    {
        if (fields.Date is not { } text)
        {
            return null;
        }

        if (!ArticleDate.TryParse(text, out ArticleDate date))
        {
            fields.Add("date", $"The field \"date\" is {ArticleProblem.Quote(text)}; "
                + "expected a day of the calendar in ISO 8601, such as 2023-11-30 or 2023-11-30T14:05:00+07:00.");
        }

        return date;
    }

    private static void CheckUrl(ArticleFields fields)
    {
        if (fields.Url is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)))
        {
            fields.Add("url", $"The field \"url\" is {ArticleProblem.Quote(url)}; expected an absolute http or https address.");
        }
    }

    private static string Id(ArticleFields fields, string? idFromPath, Func<string?, string>? deriveId)
    {
        string? id = fields.Id ?? idFromPath;
        if (id is null && deriveId is not null)
        {
            return fields.Problems.Count == 0 ? deriveId(fields.Url) : "";
        }

        if (id is null)
        {
            if (!fields.Problems.Exists(problem => problem.Field == "id"))
            {
                fields.Add("id", "The field \"id\" is missing.");
            }
        }
        else if (!ArticleId.IsValid(id))
        {
            fields.Add("id", $"The id {ArticleProblem.Quote(id)} has {id.Length} characters; "
                + $"expected 1 to {ArticleId.MaxLength} of A-Z a-z 0-9 . _ ~ : and -.");
        }
        else if (idFromPath is not null && id != idFromPath)
        {
            fields.Add("id", $"The field \"id\" is \"{id}\"; expected {ArticleProblem.Quote(idFromPath)}, as in the address.");
        }

        return id ?? "";
    }
}
