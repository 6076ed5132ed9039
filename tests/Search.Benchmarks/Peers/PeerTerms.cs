using Search.Benchmarks.Quality;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Peers;

/// <summary>Text as the terms that peers without a tokenizer for Vietnamese are given. Not thread-safe.</summary>
internal sealed class PeerTerms
{
    private readonly VietnameseTokenScanner _scanner = new();

    /// <summary>The canonical terms, one a position: no composites, and no second readings.</summary>
    public List<string> Of(string text)
    {
        var terms = new List<string>();
        _scanner.Reset(text.AsMemory());
        while (_scanner.MoveNext())
        {
            if (QueryWords.IsWord(_scanner.Current))
            {
                terms.Add(_scanner.Term.ToString());
            }
        }

        return terms;
    }

    /// <summary>Terms without marks.</summary>
    public static string Fold(string terms) => DiacriticFolding.Fold(terms);
}
