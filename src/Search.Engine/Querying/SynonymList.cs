using Search.Analysis;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Words that mean the same, as an operator wrote them down. Immutable; thread-safe.</summary>
/// <remarks>
/// <para>A text file, one rule a line. Words between commas mean each other; behind <c>=&gt;</c> stand words that are searched, too, for those before it, and not
/// the other way. A rule may end in days or years, both included, either end open: it then holds for articles of that time alone.</para>
/// <code>
/// # a comment
/// sài gòn, thành phố hồ chí minh, tp hcm
/// cúm gia cầm =&gt; h5n1
/// hà tây =&gt; hà nội [2008-08-01..]
/// </code>
/// <para>Case, Unicode form and the place of tone marks do not matter; marks do.</para>
/// </remarks>
internal sealed class SynonymList
{
    /// <summary>What a synonym counts against the word itself.</summary>
    public const float Weight = 0.7f;

    private const string Becomes = "=>";

    private readonly List<string> _rules = [];
    private readonly Dictionary<string, List<Synonym>> _synonyms = new(StringComparer.Ordinal);

    private SynonymList()
    {
    }

    /// <summary>No synonyms.</summary>
    public static SynonymList Empty { get; } = new();

    /// <summary>The rules as they were written, without comments.</summary>
    public IReadOnlyList<string> Rules => _rules;

    /// <summary>How many words or phrases have synonyms.</summary>
    public int Count => _synonyms.Count;

    /// <summary>The tokens of the longest phrase that has synonyms.</summary>
    public int LongestPhrase { get; private set; }

    /// <summary>Other words for the same.</summary>
    /// <param name="Words">Their canonical tokens, side by side.</param>
    /// <param name="Valid">Only in articles of this time they mean it; <see langword="null"/> for all.</param>
    public readonly record struct Synonym(string[] Words, DatePeriod? Valid);

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="FormatException">A line is no rule; the message names it and says why.</exception>
    public static SynonymList Parse(IEnumerable<string> lines)
    {
        var list = new SynonymList();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            string rule = line.Split('#', 2)[0].Trim();
            if (rule.Length == 0)
            {
                continue;
            }

            if (list.Add(rule) is { } problem)
            {
                throw new FormatException($"line {number}, \"{rule}\": {problem}");
            }

            list._rules.Add(rule);
        }

        return list;
    }

    /// <summary>The synonyms of a word or phrase: canonical tokens with spaces between.</summary>
    public IReadOnlyList<Synonym> Of(string phrase) => _synonyms.GetValueOrDefault(phrase) ?? [];

    /// <returns>What is wrong; <see langword="null"/> if nothing is.</returns>
    private string? Add(string rule)
    {
        DatePeriod? valid = null;
        if (rule.EndsWith(']') && rule.LastIndexOf('[') is var open and >= 0)
        {
            string[] ends = rule[(open + 1)..^1].Split("..");
            if (ends.Length != 2 || !TryParse(ends[0], new(DateOnly.MinValue, default), out DatePeriod first) || !TryParse(ends[1], new(default, DateOnly.MaxValue), out DatePeriod last))
            {
                return "expected a time such as [2008-08-01..2010] or [2008..] at its end.";
            }

            valid = new(first.First, last.Last);
            rule = rule[..open];
        }

        string[] sides = rule.Split(Becomes);
        List<string[]> from = Phrases(sides[0]);
        List<string[]> to = sides.Length == 2 ? Phrases(sides[1]) : from;
        if (sides.Length > 2 || from.Count == 0 || to.Count == 0 || (sides.Length == 1 && from.Count < 2))
        {
            return $"expected words separated by commas, or words, {Becomes} and words.";
        }

        foreach (string[] phrase in from)
        {
            string key = string.Join(' ', phrase);
            LongestPhrase = Math.Max(LongestPhrase, phrase.Length);
            if (!_synonyms.TryGetValue(key, out List<Synonym>? others))
            {
                _synonyms.Add(key, others = []);
            }

            others.AddRange(to.Where(other => !other.SequenceEqual(phrase)).Select(other => new Synonym(other, valid)));
        }

        return null;
    }

    private static bool TryParse(string text, DatePeriod open, out DatePeriod period)
    {
        period = open;
        return string.IsNullOrWhiteSpace(text) || DatePeriod.TryParse(text.AsSpan().Trim(), out period);
    }

    private static List<string[]> Phrases(string text) => [.. text.Split(',').Select(Tokens).Where(static tokens => tokens.Length > 0)];

    private static string[] Tokens(string phrase)
    {
        var tokens = new List<string>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(phrase.AsMemory());
        while (scanner.MoveNext())
        {
            if (SyllablePairFilter.FormsPairs(scanner.Current.Type, scanner.Current.PositionCount))
            {
                tokens.Add(VietnameseTokenizer.IndexedPart(scanner.Term).ToString());
            }
        }

        return [.. tokens];
    }
}
