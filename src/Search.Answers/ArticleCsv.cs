using System.Text;
using Search.Articles;
using Search.Engine.Exporting;

namespace Search.Answers;

/// <summary>Articles as a table for spreadsheets (RFC 4180), in which no cell is taken for a formula.</summary>
public static class ArticleCsv
{
    /// <summary>Between several authors, tags and lines of context in one cell.</summary>
    private const string Between = "; ";

    /// <summary>The first row.</summary>
    public const string Head = "id,date,title,lead,body,authors,tags,category,source,url,context\r\n";

    /// <summary>The row of an article.</summary>
    public static string Row(ExportedArticle exported)
    {
        Article article = exported.Article;
        var row = new StringBuilder();
        Add(article.Id);
        Add(article.Date?.Text ?? "");
        Add(article.Title);
        Add(article.Lead);
        Add(article.Body);
        Add(string.Join(Between, article.Authors));
        Add(string.Join(Between, article.Tags));
        Add(article.Category ?? "");
        Add(article.Source ?? "");
        Add(article.Url ?? "");
        row.Append(Cell(string.Join('\n', exported.Context.Select(static line => $"{line.Before} «{line.Match}» {line.After}".Trim()))));
        return row.Append("\r\n").ToString();

        void Add(string text) => row.Append(Cell(text)).Append(',');
    }

    /// <summary>A text as a cell. One that a spreadsheet could take for a formula gets an apostrophe before it.</summary>
    public static string Cell(string text)
    {
        string well = WellFormedText.Of(text);
        string harmless = well.Length > 0 && well[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + well : well;
        return harmless.AsSpan().IndexOfAny(",\"\r\n;") < 0 && harmless == harmless.Trim() ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
