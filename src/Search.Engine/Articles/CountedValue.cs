namespace Search.Engine.Articles;

/// <summary>A category, source, author or tag as it is counted: by its canonical form, shown as it was written.</summary>
/// <param name="Canonical">As <see cref="ArticleSchema.CanonicalValue"/> makes it.</param>
/// <param name="Written">As an article has it, with single spaces.</param>
internal readonly record struct CountedValue(string Canonical, string Written)
{
    /// <summary>Below every sign of a value, so that the ways to write a value are neighbours.</summary>
    private const char Separator = '\u001F';

    /// <summary>The value as an article has it.</summary>
    public static CountedValue Of(string written) =>
        new(ArticleSchema.CanonicalValue(written), string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Reads what <see cref="ToTerm"/> made.</summary>
    public static CountedValue Read(string term)
    {
        int end = term.IndexOf(Separator, StringComparison.Ordinal);
        return new(term[..end], term[(end + 1)..]);
    }

    /// <summary>The form in the index.</summary>
    public string ToTerm() => Canonical.Replace(Separator, ' ') + Separator + Written;
}
