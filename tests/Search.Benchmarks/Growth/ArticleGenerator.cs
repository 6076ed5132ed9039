using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Search.Articles;

namespace Search.Benchmarks.Growth;

/// <summary>Makes as many articles as are wanted of the sentences of real ones: the same for the same articles and seed, whatever their number.</summary>
/// <remarks>
/// <para>An article is made of three: its title is half of one and half of another, its text a run of sentences of each, as many in all as the first has. So it has subjects,
/// and its words are spread as in the real ones.</para>
/// <para>Recombined alone they would never have a word that is not in them, while real archives always bring new names and numbers. So a part of the names (words with a capital
/// within a sentence) and of the numbers are replaced by words of a <see cref="GrowingVocabulary"/>: new names have the beginning of one real name and the end of another.</para>
/// </remarks>
internal sealed partial class ArticleGenerator
{
    private const int MostSources = 50_000;
    private const int Parts = 3;
    private const int SentencesOfParagraph = 3;
    private const double Replaced = 0.3;

    private readonly List<Source> _sources = [];
    private readonly List<string> _names = [];
    private readonly Random _random;
    private readonly GrowingVocabulary _newNames;
    private readonly GrowingVocabulary _newNumbers;

    /// <param name="articles">Real articles; the first fifty thousand with a title and three sentences are used.</param>
    /// <param name="seed">Decides what is made.</param>
    public ArticleGenerator(IEnumerable<Article> articles, int seed)
    {
        _random = new Random(seed);
        _newNames = new(_random, InventName);
        _newNumbers = new(_random, () => _random.NextInt64(10, (long)Math.Pow(10, _random.Next(3, 8))).ToString(CultureInfo.InvariantCulture));
        _sources.AddRange(articles.Select(static article => new Source(article.Title, [.. Sentence().Matches(article.Body).Select(static sentence => sentence.Value)]))
            .Where(static source => source.Title.Length > 0 && source.Sentences.Length >= Parts).Take(MostSources));
        foreach (Source source in _sources)
        {
            _names.AddRange(Slot().Matches(source.Sentences[0]).Select(static slot => slot.Value).Where(static word => char.IsUpper(word[0])));
        }

        if (_names.Count == 0)
        {
            throw new ArgumentException("There are too few articles to make others of.", nameof(articles));
        }
    }

    /// <summary>The articles, without end; to be enumerated once.</summary>
    public IEnumerable<Article> Articles()
    {
        for (int number = 0; ; number++)
        {
            Source[] sources = [.. Enumerable.Range(0, Parts).Select(_ => _sources[_random.Next(_sources.Count)])];
            yield return new Article
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"generated-{number}"),
                Title = Rename($"{Half(sources[0].Title, isFirst: true)} {Half(sources[1].Title, isFirst: false)}"),
                Body = Body(sources),
            };
        }
    }

    /// <summary>A sentence, or a line without an end of one.</summary>
    [GeneratedRegex(@"\S[^\n]*?(?:[.!?…]+(?=\s|$)|(?=\n|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    /// <summary>What may be replaced: a word with a capital behind a small letter, or a number of two digits or more.</summary>
    [GeneratedRegex(@"(?<=\p{Ll},? )\p{Lu}\p{Ll}+\b|\b\d{2,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();

    /// <summary>The consonants that a syllable begins with.</summary>
    [GeneratedRegex(@"^[BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx]*", RegexOptions.CultureInvariant)]
    private static partial Regex Onset();

    private static string Half(string title, bool isFirst)
    {
        string[] words = title.Split(' ');
        return string.Join(' ', isFirst ? words[..((words.Length + 1) / 2)] : words[(words.Length / 2)..]);
    }

    private string Body(Source[] sources)
    {
        var body = new StringBuilder();
        int sentences = sources[0].Sentences.Length;
        int written = 0;
        foreach (Source source in sources)
        {
            int wanted = Math.Min((sentences + Parts - 1) / Parts, source.Sentences.Length);
            int start = _random.Next(source.Sentences.Length - wanted + 1);
            foreach (string sentence in source.Sentences.AsSpan(start, wanted))
            {
                body.Append(written == 0 ? "" : written % SentencesOfParagraph == 0 ? "\n" : " ").Append(Rename(sentence));
                written++;
            }
        }

        return body.ToString();
    }

    private string Rename(string text) => Slot().Replace(text, slot => _random.NextDouble() >= Replaced ? slot.Value : char.IsDigit(slot.Value[0]) ? _newNumbers.Next() : _newNames.Next());

    /// <summary>The beginning of a name and the ends of one or more others: there is always a further one.</summary>
    private string InventName()
    {
        var name = new StringBuilder(Onset().Match(Name()).Value);
        do
        {
            name.Append(Rest(Name()));
        }
        while (_random.Next(2) == 0);
        string small = name.ToString().ToLowerInvariant();
        return char.ToUpperInvariant(small[0]) + small[1..];
    }

    private static string Rest(string name) => Onset().Replace(name, "") is { Length: > 0 } rest ? rest : name;

    private string Name() => _names[_random.Next(_names.Count)];

    private sealed record Source(string Title, string[] Sentences);
}
