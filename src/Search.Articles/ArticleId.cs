using System.Buffers;

namespace Search.Articles;

/// <summary>The rule for the identity of an article within an index.</summary>
public static class ArticleId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:-");

    /// <summary>Whether the text has 1 to <see cref="MaxLength"/> characters, all of them of <c>A-Z a-z 0-9 . _ ~ : -</c>.</summary>
    public static bool IsValid(ReadOnlySpan<char> id) => id.Length is > 0 and <= MaxLength && !id.ContainsAnyExcept(Allowed);
}
