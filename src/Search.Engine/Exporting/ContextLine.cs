using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Highlighting;

namespace Search.Engine.Exporting;

/// <summary>A keyword in its context: a match with the words before and behind it, on one line.</summary>
/// <param name="Field"><c>title</c>, <c>lead</c> or <c>body</c>.</param>
/// <param name="Start">0-based offset of the match into the field, in UTF-16 code units.</param>
/// <param name="End">The offset after its last code unit.</param>
/// <param name="Before">The words before it.</param>
/// <param name="Match">What matches.</param>
/// <param name="After">The words behind it.</param>
public sealed record ContextLine(string Field, int Start, int End, string Before, string Match, string After)
{
    /// <summary>The lines of an article, in the order of its text.</summary>
    /// <param name="article">The article.</param>
    /// <param name="matches">Finds what matches.</param>
    /// <param name="words">How many words stand on either side, at most.</param>
    internal static IReadOnlyList<ContextLine> Of(Article article, SnippetBuilder matches, int words) =>
        [.. In(TextField.Title, article.Title, matches, words), .. In(TextField.Lead, article.Lead, matches, words), .. In(TextField.Body, article.Body, matches, words)];

    private static IEnumerable<ContextLine> In(TextField field, string text, SnippetBuilder matches, int words) =>
        matches.Ranges(text, field).Select(range => new ContextLine(
            ArticleSchema.TokenFields[(int)field], range.Start, range.End,
            OneLine(text[WordsBefore(text, range.Start, words)..range.Start]), OneLine(text[range.Start..range.End]), OneLine(text[range.End..WordsBehind(text, range.End, words)])));

    private static int WordsBefore(string text, int start, int words)
    {
        int at = start;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;   // what is glued to the match is no word of its own
        }

        for (; words > 0 && at > 0; words--)
        {
            while (at > 0 && char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }

            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }
        }

        return at;
    }

    private static int WordsBehind(string text, int end, int words)
    {
        int at = end;
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        for (; words > 0 && at < text.Length; words--)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>The text without its edges of white space, line ends as spaces.</summary>
    private static string OneLine(string text) => text.Trim().Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
}
