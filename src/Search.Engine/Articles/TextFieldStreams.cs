using Lucene.Net.Analysis;
using Search.Analysis;

namespace Search.Engine.Articles;

/// <summary>The token and pair streams of one text field, reused from article to article. Not thread-safe.</summary>
internal sealed class TextFieldStreams
{
    private readonly VietnameseTokenizer _tokenizer;
    private readonly SyllablePairFilter _pairs;
    private readonly FoldedOrderFilter _tokens;

    public TextFieldStreams()
    {
        _tokenizer = new VietnameseTokenizer(TextReader.Null);
        _pairs = new SyllablePairFilter(_tokenizer);
        _tokens = new FoldedOrderFilter(_pairs);
    }

    /// <summary>The pairs of the text whose tokens were consumed last.</summary>
    public TokenStream Pairs => _pairs.Recorded;

    /// <summary>The tokens of a text.</summary>
    public TokenStream Tokens(string text)
    {
        _tokenizer.SetReader(new StringReader(text));
        return _tokens;
    }
}
