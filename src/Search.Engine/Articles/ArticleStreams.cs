using Search.Engine.Acronyms;
using Search.Engine.Similarity;
using Search.Engine.Suggesting;

namespace Search.Engine.Articles;

/// <summary>What indexing an article needs and the next one can use again. Not thread-safe.</summary>
internal sealed class ArticleStreams
{
    /// <summary>The streams of the text fields, in the order of <see cref="TextField"/>.</summary>
    public TextFieldStreams[] Fields { get; } = [new(), new(), new()];

    /// <summary>The tokens of the whole article.</summary>
    public ArticleTokens Tokens { get; } = new();

    /// <summary>Makes its signature.</summary>
    public ArticleSignature Signature { get; } = new();

    /// <summary>What it says that acronyms stand for.</summary>
    public AcronymDefinitions Definitions { get; } = new();

    /// <summary>Its phrases and tags.</summary>
    public PhraseStreams Phrases { get; } = new();
}
