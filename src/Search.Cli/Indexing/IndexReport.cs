using System.Globalization;
using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>What became of all inputs. Written by one thread; the sums by format may be read by another, to show progress.</summary>
internal sealed class IndexReport
{
    private const string PlainEncoding = "utf-8";

    /// <summary>Duplicates that are named; more are counted.</summary>
    private const int MostNamed = 10;

    private readonly SortedDictionary<string, FormatCounts> _formats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _encodings = new(StringComparer.Ordinal);
    private readonly ReasonCounts _rejections = new();
    private readonly ReasonCounts _passedOver = new();
    private readonly List<NamedInput> _duplicates = [];
    private SeenIds _seen = new();

    /// <summary>Articles and rejected inputs.</summary>
    public int Read => Total(static counts => counts.Read);

    /// <summary>New articles.</summary>
    public int Created => Total(static counts => counts.Created);

    /// <summary>Articles that took the place of an earlier form.</summary>
    public int Updated => Total(static counts => counts.Updated);

    /// <summary>Articles that were there already.</summary>
    public int Unchanged => Total(static counts => counts.Unchanged);

    /// <summary>Inputs that gave no article.</summary>
    public int Rejected => Total(static counts => counts.Rejected);

    /// <summary>Articles with an id that was met before in this run; of several forms the last one stays. They count as created, updated or unchanged, too.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Inputs that hold no article and are not expected to: pictures, scripts, files with other names.</summary>
    public int PassedOver => _passedOver.Total;

    /// <summary>How long it took.</summary>
    public double Seconds { get; set; }

    /// <summary>Bytes read of the files as they lie.</summary>
    public long Bytes { get; set; }

    /// <summary>The numbers by format.</summary>
    public IReadOnlyCollection<FormatCounts> Formats => _formats.Values;

    /// <summary>Articles by the encoding that their text was converted from, or the way it was repaired; most first.</summary>
    public IReadOnlyList<EncodingCount> Encodings =>
        [.. _encodings.OrderByDescending(static each => each.Value).ThenBy(static each => each.Key, StringComparer.Ordinal).Select(static each => new EncodingCount(each.Key, each.Value))];

    /// <summary>Why inputs were rejected, most frequent first, with the first inputs of each reason.</summary>
    public IReadOnlyList<ReasonCount> Reasons => _rejections.MostFrequentFirst;

    /// <summary>Why inputs were passed over.</summary>
    public IReadOnlyList<ReasonCount> PassedOverReasons => _passedOver.MostFrequentFirst;

    /// <summary>The first duplicates.</summary>
    public IReadOnlyList<NamedInput> DuplicateInputs => _duplicates;

    /// <summary>Begins to read anew: what was met before may come again.</summary>
    public void BeginRound() => _seen = new SeenIds();

    /// <summary>Notes an article that is on its way.</summary>
    public void Meet(IngestedInput.Accepted input)
    {
        if (!_seen.Add(input.Article.Id))
        {
            Duplicates++;
            if (_duplicates.Count < MostNamed)
            {
                _duplicates.Add(new(input.Name, $"The id {input.Article.Id} was met before."));
            }
        }
    }

    /// <summary>Counts an article that has arrived.</summary>
    public void Add(IngestedInput.Accepted input, WriteOutcome outcome)
    {
        if (outcome.Rejection is { } reason)
        {
            Reject(input.Name, input.Format, reason);
            return;
        }

        FormatCounts counts = Counts(input.Format);
        counts.Created += outcome.Status == WriteStatus.Created ? 1 : 0;
        counts.Updated += outcome.Status == WriteStatus.Updated ? 1 : 0;
        counts.Unchanged += outcome.Status == WriteStatus.Unchanged ? 1 : 0;
        if (input.Encoding != PlainEncoding)
        {
            _encodings[input.Encoding] = _encodings.GetValueOrDefault(input.Encoding) + 1;
        }
    }

    /// <summary>Counts an input that gave no article.</summary>
    public void Add(IngestedInput.Rejected input) => Reject(input.Name, input.Format, input.Reason);

    /// <summary>Counts an input that is none.</summary>
    public void Add(IngestedInput.PassedOver input) => _passedOver.Add(input.Name, input.Format, input.Reason);

    /// <summary>The sum in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"read {Read}: created {Created}, updated {Updated}, unchanged {Unchanged}, rejected {Rejected}");

    private void Reject(string input, string format, string reason)
    {
        Counts(format).Rejected++;
        _rejections.Add(input, format, reason);
    }

    private FormatCounts Counts(string format)
    {
        if (!_formats.TryGetValue(format, out FormatCounts? counts))
        {
            lock (_formats)
            {
                _formats.Add(format, counts = new FormatCounts { Format = format });
            }
        }

        return counts;
    }

    private int Total(Func<FormatCounts, int> count)
    {
        lock (_formats)
        {
            return _formats.Values.Sum(count);
        }
    }
}
