using Search.Articles;
using Search.Vietnamese.Words;

namespace Search.Engine.Acronyms;

/// <summary>Finds what an article says that its acronyms stand for, as terms of the index. Reused from article to article; not thread-safe.</summary>
internal sealed class AcronymDefinitions
{
    private readonly AcronymMiner _miner = new();

    /// <summary>The terms of the article that was read last.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>Reads an article in place of the one before.</summary>
    public void Read(Article article)
    {
        Terms.Clear();
        foreach (string text in (ReadOnlySpan<string>)[article.Title, article.Lead, article.Body])
        {
            foreach (AcronymDefinition definition in _miner.Mine(text).Take(AcronymEvidence.MostDefinitions))
            {
                if (DefinitionTerm.Of(definition, article.Source) is { } term)
                {
                    Terms.Add(term);
                }
            }
        }
    }
}
