using Search.Engine.Articles;

namespace Search.Engine.Suggesting;

/// <summary>The phrases and tags of an article as terms of the index. Reused from article to article; not thread-safe.</summary>
internal sealed class ArticlePhrases
{
    /// <summary>How many articles an article counts for with a phrase that is in its title.</summary>
    public const int TitleWorth = 5;

    /// <summary>Longer tags are sentences that nobody types to the end.</summary>
    private const int MostTagWords = 16;

    private readonly PhraseMiner _miner = new();
    private readonly ArticleTokens _tag = new();

    /// <summary>What the article repeats; the frequency of a term is its worth.</summary>
    public List<string> Phrases { get; } = [];

    /// <summary>Its tags.</summary>
    public List<string> Tags { get; } = [];

    /// <summary>Finds the terms of an article.</summary>
    public void Read(ArticleTokens tokens, IEnumerable<string> tags)
    {
        Phrases.Clear();
        _miner.Mine(tokens, phrase =>
        {
            string term = PhraseTerm.Of(tokens, phrase.Start, phrase.Length);
            for (int i = phrase.IsInTitle ? TitleWorth : 1; i > 0; i--)
            {
                Phrases.Add(term);
            }
        });
        Tags.Clear();
        foreach (string tag in tags)
        {
            _tag.Read(tag);
            if (_tag.Count is > 0 and <= MostTagWords)
            {
                Tags.Add(PhraseTerm.Of(_tag, 0, _tag.Count));
            }
        }
    }
}
