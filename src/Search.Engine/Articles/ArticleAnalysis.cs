using Search.Articles;
using Search.Engine.Acronyms;
using Search.Engine.Similarity;
using Search.Engine.Suggesting;

namespace Search.Engine.Articles;

/// <summary>All that the index takes from an article beside its JSON. A buffer to be reused from article to article; not thread-safe.</summary>
internal sealed class ArticleAnalysis
{
    private readonly ArticleSignature _signature = new();
    private readonly AcronymDefinitions _definitions = new();
    private readonly ArticlePhrases _phrases = new();
    private readonly List<(string, string)> _terms = [];
    private readonly List<(string, string)> _counted = [];

    /// <summary>Its tokens.</summary>
    public ArticleTokens Tokens { get; } = new();

    /// <summary>What tells copies of it.</summary>
    public byte[] Signature { get; private set; } = [];

    /// <summary>Its <see cref="ArticleSchema.DateValue"/>; <see langword="null"/> for an undated one.</summary>
    public long? Date { get; private set; }

    /// <summary>The terms of the <see cref="ArticleSchema.TermFields"/> but the id; one may come several times.</summary>
    public IReadOnlyList<(string Field, string Term)> Terms => _terms;

    /// <summary>The values of the <see cref="ArticleSchema.CountedFields"/>.</summary>
    public IReadOnlyList<(string Field, string Value)> Counted => _counted;

    /// <summary>Reads an article in place of the one before.</summary>
    public void Read(Article article)
    {
        _terms.Clear();
        _counted.Clear();
        Tokens.Read(article);
        Signature = _signature.Of(Tokens);
        _phrases.Read(Tokens, article.Tags);
        AddTerms(ArticleSchema.Phrase, _phrases.Phrases);
        AddTerms(ArticleSchema.TagPhrase, _phrases.Tags);
        _definitions.Read(article);
        AddTerms(ArticleSchema.Definition, _definitions.Terms);
        Date = article.Date is { } date ? ArticleSchema.DateValue(date.Instant) : null;
        if (Date is { } value)
        {
            AddTerms(ArticleSchema.Date, ArticleSchema.DateTerms(value));
        }

        AddValues(ArticleSchema.Category, article.Category is null ? [] : [article.Category]);
        AddValues(ArticleSchema.Source, article.Source is null ? [] : [article.Source]);
        AddValues(ArticleSchema.Author, article.Authors);
        AddValues(ArticleSchema.Tag, article.Tags);
    }

    private void AddTerms(string field, IEnumerable<string> terms)
    {
        foreach (string term in terms)
        {
            _terms.Add((field, term));
        }
    }

    private void AddValues(string field, IEnumerable<string> values)
    {
        foreach (CountedValue value in values.Select(CountedValue.Of).Where(value => value.Canonical.Length > 0).DistinctBy(value => value.Canonical, StringComparer.Ordinal))
        {
            _terms.Add((field, ArticleSchema.Shorten(value.Canonical)));
            _counted.Add((field, new CountedValue(ArticleSchema.Shorten(value.Canonical), ArticleSchema.Shorten(value.Written)).ToTerm()));
        }
    }
}
