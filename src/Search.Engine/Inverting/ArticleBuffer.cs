using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Inverting;

/// <summary>What is kept of an article until its segment is written, beside its terms.</summary>
internal sealed record BufferedDocument(string Id, ArticleVersion Version, byte[] Json, byte[] Signature, long? Date);

/// <summary>Articles in memory that will be the next segment, and the ids whose earlier articles it takes the place of. Thread-safe, until it is read.</summary>
internal sealed class ArticleBuffer
{
    /// <summary>About what a term or a string takes beside its characters.</summary>
    private const int BytesOfObject = 80;

    private readonly Lock _lock = new();
    private readonly List<BufferedDocument?> _documents = [];
    private readonly Dictionary<string, int> _live = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private long _bytes;

    public ArticleBuffer()
    {
        Texts = [.. ArticleSchema.TokenFields.Select(_ => new FieldTerms(Words))];
        Terms = ArticleSchema.TermFields.ToDictionary(static field => field, static _ => new FieldTerms(new()), StringComparer.Ordinal);
        Counted = ArticleSchema.CountedFields.ToDictionary(static field => field, static _ => new FieldTerms(new()), StringComparer.Ordinal);
    }

    /// <summary>The canonical terms of the text fields.</summary>
    public TermNumbers Words { get; } = new();

    /// <summary>The text fields, in the order of <see cref="TextField"/>.</summary>
    public FieldTerms[] Texts { get; }

    /// <summary>The other indexed fields, by name.</summary>
    public IReadOnlyDictionary<string, FieldTerms> Terms { get; }

    /// <summary>The values that are counted, by field.</summary>
    public IReadOnlyDictionary<string, FieldTerms> Counted { get; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Whether writing it would change nothing.</summary>
    public bool IsEmpty => _live.Count == 0 && _deleted.Count == 0;

    /// <summary>The ids to be deleted from the segments before this one.</summary>
    public IReadOnlyCollection<string> DeletedIds => _deleted;

    /// <summary>Adds an article.</summary>
    /// <param name="document">What is kept of it.</param>
    /// <param name="analysis">Its terms.</param>
    /// <param name="replaces">Whether there is an article with its id, here or in a segment.</param>
    public void Put(BufferedDocument document, ArticleAnalysis analysis, bool replaces)
    {
        lock (_lock)
        {
            if (replaces)
            {
                Remove(document.Id);
            }

            _live.Add(document.Id, _documents.Count);
            _documents.Add(document);
            int terms = AddWords(analysis) + (10 * (analysis.Terms.Count + analysis.Counted.Count));
            Terms[ArticleSchema.Id].Add(document.Id);
            foreach ((string field, string term) in analysis.Terms)
            {
                Terms[field].Add(term);
            }

            foreach ((string field, string value) in analysis.Counted)
            {
                Counted[field].Add(value);
            }

            foreach (FieldTerms field in Texts.Concat(Terms.Values).Concat(Counted.Values))
            {
                field.EndDocument();
            }

            _bytes += document.Json.Length + (8 * terms) + (10 * BytesOfObject);
        }
    }

    /// <summary>Removes the article with an id, here and from the segments before.</summary>
    public void Delete(string id)
    {
        lock (_lock)
        {
            Remove(id);
        }
    }

    /// <summary>Removes all that it will add from the segments before: one that failed half-way may have added it.</summary>
    public void DeleteBefore()
    {
        lock (_lock)
        {
            _deleted.UnionWith(_live.Keys);
        }
    }

    /// <summary>The numbers of the articles that nothing has replaced, in order.</summary>
    public int[] LiveDocuments() => [.. Enumerable.Range(0, _documents.Count).Where(number => _documents[number] is not null)];

    /// <summary>A live article.</summary>
    public BufferedDocument Document(int number) => _documents[number]!;   // only live ones are asked for

    private void Remove(string id)
    {
        if (_live.Remove(id, out int number))
        {
            _documents[number] = null;
        }
        else if (_deleted.Add(id))
        {
            _bytes += BytesOfObject + (2 * id.Length);
        }
    }

    private int AddWords(ArticleAnalysis analysis)
    {
        int known = Words.Count;
        ReadOnlySpan<int> numbers = analysis.Tokens.NumbersIn(Words);
        int terms = 0;
        for (int field = 0; field < Texts.Length; field++)
        {
            ReadOnlySpan<FieldTerm> found = analysis.Tokens.Field((TextField)field);
            terms += found.Length;
            foreach (FieldTerm term in found)
            {
                Texts[field].Add(term with { Term = numbers[term.Term] });
            }
        }

        _bytes += (Words.Count - known) * BytesOfObject;
        return terms;
    }
}
