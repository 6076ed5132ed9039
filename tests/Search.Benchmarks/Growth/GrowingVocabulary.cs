namespace Search.Benchmarks.Growth;

/// <summary>Words drawn one after another, some new, the others by how often they came before: a Pitman-Yor process (Pitman and Yor, 1997), whose words are
/// spread by Zipf's law and grow in number as Heaps' law says, with the power <see cref="Discount"/> of the draws.</summary>
internal sealed class GrowingVocabulary
{
    /// <summary>The exponent of Heaps' law: that of names and numbers in 30,000 articles of the news; of all words it is 0.51.</summary>
    public const double Discount = 0.55;

    private const double Concentration = 100;

    private readonly Random _random;
    private readonly Func<string> _invent;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>The word of each draw; the complement of it where it was new.</summary>
    private readonly List<int> _draws = [];

    /// <param name="random">Decides.</param>
    /// <param name="invent">Makes up a word; one that is known is not taken.</param>
    public GrowingVocabulary(Random random, Func<string> invent) => (_random, _invent) = (random, invent);

    /// <summary>Draws a word.</summary>
    public string Next()
    {
        if (_random.NextDouble() * (_draws.Count + Concentration) < (Discount * _words.Count) + Concentration)
        {
            string invented;
            do
            {
                invented = _invent();
            }
            while (!_known.Add(invented));
            _draws.Add(~_words.Count);
            _words.Add(invented);
            return invented;
        }

        int draw;
        do
        {
            draw = _draws[_random.Next(_draws.Count)];
        }
        while (draw < 0 && _random.NextDouble() < Discount);
        int word = draw < 0 ? ~draw : draw;
        _draws.Add(word);
        return _words[word];
    }
}
