using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Postings;

namespace Search.Engine.Querying;

/// <summary>Where a term occurs: one field of one segment.</summary>
internal readonly record struct TermOccurrence(int Leaf, TextField Field, BytesRef Form, TermState State)
{
    /// <summary>An enumeration of the field's terms that stands at this one, which is a token.</summary>
    private TermsEnum SeekToken(AtomicReaderContext leaf)
    {
        TermsEnum terms = leaf.AtomicReader.GetTerms(ArticleSchema.TokenFields[(int)Field]).GetEnumerator();
        terms.SeekExact(Form, State);
        return terms;
    }

    /// <summary>The documents that have this token and where, deleted ones among them.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="reuse">What was returned for another; <see langword="null"/> for the first.</param>
    public DocsAndPositionsEnum Positions(AtomicReaderContext leaf, DocsAndPositionsEnum? reuse = null)
    {
        if (State is BlockPostingsState blocks)
        {
            BlockPositionsEnum positions = reuse as BlockPositionsEnum ?? new();
            positions.Open(blocks, live: null);
            return positions;
        }

        return SeekToken(leaf).DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
    }

    /// <summary>The documents that have the term.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="isPair">Whether the term is a pair, not a token.</param>
    /// <param name="live">The documents to choose from; <see langword="null"/> for all, deleted ones among them.</param>
    public DocsEnum Documents(AtomicReaderContext leaf, bool isPair, IBits? live = null)
    {
        if (State is BlockPostingsState blocks)
        {
            var documents = new BlockDocsEnum();
            documents.Open(blocks, live);
            return documents;
        }

        TermsEnum terms = leaf.AtomicReader.GetTerms((isPair ? ArticleSchema.PairFields : ArticleSchema.TokenFields)[(int)Field]).GetEnumerator();
        terms.SeekExact(Form, State);
        return terms.Docs(live, null, DocsFlags.FREQS);
    }
}

/// <summary>A term of the collection with its frequencies and the places of its postings.</summary>
internal sealed class DictionaryTerm(string canonical)
{
    /// <summary>The canonical term; a pair has a space in it.</summary>
    public string Canonical { get; } = canonical;

    /// <summary>Articles that have the term, by the field where most have it; deleted ones count until their segment is merged.</summary>
    public long DocFreq { get; private set; }

    /// <summary>Occurrences in all fields.</summary>
    public long TotalTermFreq { get; private set; }

    public List<TermOccurrence> Occurrences { get; } = [];

    private int _lastLeaf = -1;
    private int _lastLeafDocFreq;

    /// <summary>Adds a field; fields of one segment come one after another.</summary>
    public void Add(TermOccurrence occurrence, int docFreq, long totalTermFreq)
    {
        Occurrences.Add(occurrence);
        TotalTermFreq += totalTermFreq;
        if (occurrence.Leaf != _lastLeaf)
        {
            (_lastLeaf, _lastLeafDocFreq) = (occurrence.Leaf, 0);
        }

        if (docFreq > _lastLeafDocFreq)
        {
            DocFreq += docFreq - _lastLeafDocFreq;
            _lastLeafDocFreq = docFreq;
        }
    }
}

/// <summary>Looks terms up in the term dictionaries of a view, over all text fields and segments at once; remembers what it found. Not thread-safe.</summary>
internal sealed class TermDictionary
{
    /// <summary>Terms looked at for one beginning.</summary>
    private const int MostBeginning = 1000;

    /// <summary>Looks remembered from one search to the next: some ten megabytes.</summary>
    private const int MostRemembered = 10_000;

    private readonly TermsEnum?[][] _tokens;
    private readonly TermsEnum?[][] _pairs;
    private readonly Dictionary<(TermsEnum?[][], string Canonical), DictionaryTerm> _exact = [];
    private readonly Dictionary<(TermsEnum?[][], string Folded), IReadOnlyCollection<DictionaryTerm>> _alike = [];
    private readonly Dictionary<(TermsEnum?[][], string Folded), IReadOnlyCollection<DictionaryTerm>> _beginning = [];

    public TermDictionary(IndexReader reader)
    {
        _tokens = Open(reader, ArticleSchema.TokenFields);
        _pairs = Open(reader, ArticleSchema.PairFields);
    }

    /// <summary>The token with exactly this canonical form; it may have no occurrences.</summary>
    public DictionaryTerm Token(string canonical) => Remember(_exact, _tokens, canonical, Exact);

    /// <summary>The pair with exactly this canonical form; it may have no occurrences.</summary>
    public DictionaryTerm Pair(string canonical) => Remember(_exact, _pairs, canonical, Exact);

    /// <summary>All tokens that are this below their marks.</summary>
    public IReadOnlyCollection<DictionaryTerm> TokensAlike(string folded) => Remember(_alike, _tokens, folded, Alike);

    /// <summary>All pairs that are this below their marks.</summary>
    public IReadOnlyCollection<DictionaryTerm> PairsAlike(string folded) => Remember(_alike, _pairs, folded, Alike);

    /// <summary>The tokens that begin with this below their marks; none if there are too many to look at.</summary>
    public IReadOnlyCollection<DictionaryTerm> TokensBeginningWith(string folded) => Remember(_beginning, _tokens, folded, Beginning);

    /// <summary>The pairs that begin with this below their marks; none if there are too many to look at.</summary>
    public IReadOnlyCollection<DictionaryTerm> PairsBeginningWith(string folded) => Remember(_beginning, _pairs, folded, Beginning);

    /// <summary>All tokens that a pattern stands for.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellation">Stops the search for them.</param>
    /// <returns><see langword="null"/> if there are more.</returns>
    public IReadOnlyCollection<DictionaryTerm>? Tokens(TermPattern pattern, int most, CancellationToken cancellation) =>
        Find(_tokens, pattern.FoldedPrefix, StringHelper.StartsWith, pattern.StandsFor, most, cancellation)?.Values;

    /// <summary>Forgets what it found, if that is much.</summary>
    public void ForgetIfMany()
    {
        if (_exact.Count + _alike.Count + _beginning.Count > MostRemembered)
        {
            _exact.Clear();
            _alike.Clear();
            _beginning.Clear();
        }
    }

    private static TermsEnum?[][] Open(IndexReader reader, IReadOnlyList<string> fields) =>
        [.. reader.Leaves.Select(leaf => fields.Select(field => leaf.AtomicReader.GetTerms(field)?.GetEnumerator()).ToArray())];

    private static T Remember<T>(
        Dictionary<(TermsEnum?[][], string), T> known, TermsEnum?[][] leaves, string term, Func<TermsEnum?[][], string, T> find)
    {
        if (!known.TryGetValue((leaves, term), out T? found))
        {
            known.Add((leaves, term), found = find(leaves, term));
        }

        return found;
    }

    private static DictionaryTerm Exact(TermsEnum?[][] leaves, string canonical)
    {
        var term = new DictionaryTerm(canonical);
        var form = new BytesRef(FoldedOrder.Of(canonical));
        for (int leaf = 0; leaf < leaves.Length; leaf++)
        {
            for (int field = 0; field < leaves[leaf].Length; field++)
            {
                if (leaves[leaf][field] is { } terms && terms.SeekExact(form))
                {
                    term.Add(new(leaf, (TextField)field, form, terms.GetTermState()), terms.DocFreq, terms.TotalTermFreq);
                }
            }
        }

        return term;
    }

    private static IReadOnlyCollection<DictionaryTerm> Alike(TermsEnum?[][] leaves, string folded) =>
        Find(leaves, folded, IsAlike, static _ => true, int.MaxValue, CancellationToken.None)?.Values ?? (IReadOnlyCollection<DictionaryTerm>)[];

    private static IReadOnlyCollection<DictionaryTerm> Beginning(TermsEnum?[][] leaves, string folded) =>
        Find(leaves, folded, StringHelper.StartsWith, static _ => true, MostBeginning, CancellationToken.None)?.Values ?? (IReadOnlyCollection<DictionaryTerm>)[];

    /// <summary>Terms whose forms lie side by side.</summary>
    /// <param name="leaves">Where to look.</param>
    /// <param name="folded">The form at which they begin.</param>
    /// <param name="isAmong">Whether a form, the first, lies among them still.</param>
    /// <param name="takes">Whether a canonical term is wanted.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns><see langword="null"/> if there are more.</returns>
    private static Dictionary<string, DictionaryTerm>? Find(
        TermsEnum?[][] leaves, string folded, Func<BytesRef, BytesRef, bool> isAmong, Predicate<string> takes, int most, CancellationToken cancellation)
    {
        var found = new Dictionary<string, DictionaryTerm>(StringComparer.Ordinal);
        var form = new BytesRef(folded);
        for (int leaf = 0; leaf < leaves.Length; leaf++)
        {
            for (int field = 0; field < leaves[leaf].Length; field++)
            {
                if (leaves[leaf][field] is not { } terms)
                {
                    continue;
                }

                for (bool has = terms.SeekCeil(form) != TermsEnum.SeekStatus.END; has && isAmong(terms.Term, form); has = terms.MoveNext())
                {
                    cancellation.ThrowIfCancellationRequested();
                    string canonical = FoldedOrder.Read(terms.Term.Utf8ToString());
                    if (!found.TryGetValue(canonical, out DictionaryTerm? term))
                    {
                        if (!takes(canonical))
                        {
                            continue;
                        }

                        if (found.Count == most)
                        {
                            return null;
                        }

                        found.Add(canonical, term = new(canonical));
                    }

                    term.Add(new(leaf, (TextField)field, BytesRef.DeepCopyOf(terms.Term), terms.GetTermState()), terms.DocFreq, terms.TotalTermFreq);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a form is the folded letters alone or followed by a code of marks.</summary>
    private static bool IsAlike(BytesRef form, BytesRef folded) =>
        form.Length >= folded.Length
        && form.Bytes.AsSpan(form.Offset, folded.Length).SequenceEqual(folded.Bytes.AsSpan(folded.Offset, folded.Length))
        && (form.Length == folded.Length || form.Bytes[form.Offset + folded.Length] == FoldedOrder.Separator);
}
