using System.Diagnostics;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Indexing;

namespace Search.Engine.Ranking;

/// <summary>Which articles are listed.</summary>
public enum MatchRule
{
    /// <summary>At least half of the units by weight.</summary>
    Auto,

    /// <summary>Every unit.</summary>
    All,

    /// <summary>At least one unit.</summary>
    Any,
}

/// <summary>The order of the hits; equal ones are ordered by article id.</summary>
public enum HitOrder
{
    /// <summary>By descending score.</summary>
    Relevance,

    /// <summary>By descending date, undated ones last.</summary>
    Newest,

    /// <summary>By ascending date, undated ones last.</summary>
    Oldest,
}

/// <summary>The first hits of a ranking, and how many there are.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Listed">All articles that the match rule lists.</param>
/// <param name="MatchingAll">Those among them that have every unit.</param>
/// <param name="IsPartial">Whether its time was over before all documents were looked at.</param>
/// <param name="CountsAll">Whether the numbers are exact; else there are so many and perhaps more.</param>
internal sealed record Ranking(IReadOnlyList<RankedDocument> Hits, int Listed, int MatchingAll, bool IsPartial = false, bool CountsAll = true);

/// <summary>One ranked document of a view.</summary>
/// <param name="Document">The document number in the view.</param>
/// <param name="Score">What the evidence gave.</param>
/// <param name="MatchesAll">Whether it has every unit.</param>
/// <param name="Nearness">What of the score is for words near each other.</param>
internal readonly record struct RankedDocument(int Document, float Score, bool MatchesAll, float Nearness = 0);

/// <summary>What one evidence gave to the score of a document.</summary>
/// <param name="Origin">What of the query the evidence stands for.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Most">What it would give if it occurred any number of times.</param>
/// <param name="Found">Where it occurs, and how often.</param>
internal sealed record EvidenceScore(EvidenceOrigin? Origin, float Score, float Most, IReadOnlyList<FoundPostings> Found);

/// <summary>Postings that have a document, and how often it has what they are of.</summary>
internal readonly record struct FoundPostings(EvidencePostings Postings, int Occurrences);

/// <summary>Ranks the documents of a view by evidence.</summary>
/// <remarks>
/// <para>The score of a document is the sum over the evidence of <c>weight · tf · (k1 + 1) / (k1 + tf)</c>, where <c>tf</c> sums, over
/// fields and postings, <c>occurrences · weight / (1 − b + b · length / mean length)</c>: BM25F (Robertson and others, 2004).</para>
/// <para>Which documents are listed is found first, a window at a time, by their units alone, without scores (<see cref="WindowMatcher"/>); if nothing is to be counted and not every unit is needed, this is left out.
/// Then windows are scored (<see cref="WindowScorer"/>), those that can have the highest scores first, until no other can have one of the hits wanted. Hits and scores are the same as if
/// all were.</para>
/// </remarks>
/// <param name="view">The view that is ranked.</param>
/// <param name="weights">The constants of the model.</param>
/// <param name="recency">Lifts new articles; <see langword="null"/> where age does not matter.</param>
internal sealed class Ranker(IndexView view, RankingWeights weights, Recency? recency = null)
{
    private readonly InverseNorms _inverseNorms = new(view, weights);

    /// <summary>Whether windows are left out that cannot have a hit; otherwise all are scored, which is slower and gives the same.</summary>
    public bool Skips { get; init; } = true;

    /// <summary>Ranks what the evidence finds; if none of it is a unit, all documents of the filter.</summary>
    /// <param name="evidence">What to look for.</param>
    /// <param name="rule">Which documents to list.</param>
    /// <param name="filter">Documents to choose from; <see langword="null"/> for all.</param>
    /// <param name="top">Takes the hits.</param>
    /// <param name="counts">What is to be known of documents that are no hits.</param>
    /// <param name="cancellation">Stops the ranking between two windows.</param>
    /// <param name="deadline">A timestamp of <see cref="Stopwatch"/> after which no further window is begun; the first always is.</param>
    public Ranking Rank(
        IReadOnlyList<Evidence> evidence, MatchRule rule, Query? filter, TopHits top, ListedCounts counts, CancellationToken cancellation, long deadline = long.MaxValue)
    {
        int allUnits = evidence.Sum(static each => each.UnitWeight);
        int neededUnits = rule switch
        {
            MatchRule.All => allUnits,
            MatchRule.Any => Math.Min(1, allUnits),
            _ => (allUnits + 1) / 2,
        };
        var pass = new Pass(evidence, allUnits, neededUnits, top, deadline, cancellation);
        var segments = new List<ListedSegment>();
        try
        {
            Weight? condition = filter is null ? null : view.Searcher.CreateNormalizedWeight(filter);
            foreach (AtomicReaderContext leaf in view.Reader.Leaves)
            {
                if (Allowed(leaf, condition, out ulong[]? allowed))
                {
                    segments.Add(new(new SegmentEvidence(evidence, leaf, view, weights, _inverseNorms, allowed)));
                }
            }

            bool isCounted = counts.AreExact || top.Order != HitOrder.Relevance || neededUnits == allUnits;   // every unit: the rarest leads to the others
            if (isCounted)
            {
                Match(segments, pass, counts);
            }

            if (top.Order == HitOrder.Relevance)
            {
                ScoreBest(segments, pass, isCounted);
            }
            else
            {
                TakeByDate(segments, pass);
            }

            RankedDocument[] hits = top.InOrder();
            return new(top.Order == HitOrder.Relevance ? hits : Scored(hits, segments, pass), pass.Listed, pass.MatchingAll, pass.IsPartial, isCounted);
        }
        finally
        {
            segments.ForEach(static segment => segment.Evidence.Dispose());
        }
    }

    /// <summary>What each evidence gave to the score of a document: the score is their sum.</summary>
    /// <param name="evidence">What it was ranked by.</param>
    /// <param name="document">The document number in the view.</param>
    /// <returns>Only evidence that the document has, in the order given.</returns>
    public IReadOnlyList<EvidenceScore> Explain(IReadOnlyList<Evidence> evidence, int document)
    {
        AtomicReaderContext leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        int inSegment = document - leaf.DocBase;
        var scores = new List<EvidenceScore>();
        foreach (Evidence each in evidence)
        {
            List<FoundPostings> found = Found(each.Postings, leaf, inSegment, out float tf);
            if (found.Count > 0)
            {
                scores.Add(new(each.Origin, FixedScore.ToSingle(FixedScore.Of(each.Weight, weights.K1, tf)), each.Weight * (weights.K1 + 1), [.. found]));
            }

            if (each.Wider is { } wider)
            {
                found.AddRange(Found(wider.Postings, leaf, inSegment, out float beside));
                if (found.Count > 0)
                {
                    scores.Add(new(wider.Origin, FixedScore.ToSingle(FixedScore.Of(wider.Weight, weights.K1, tf + beside)), wider.Weight * (weights.K1 + 1), [.. found]));
                }
            }
        }

        return scores;
    }

    /// <summary>The postings that have a document.</summary>
    private List<FoundPostings> Found(IReadOnlyList<EvidencePostings> postings, AtomicReaderContext leaf, int document, out float tf)
    {
        tf = 0;
        var found = new List<FoundPostings>();
        foreach (EvidencePostings source in postings)
        {
            if (source.Documents(leaf) is { } documents && documents.Advance(document) == document)
            {
                tf += source.Weight * documents.Freq * _inverseNorms[source.Field][view.Searcher.Lengths.Codes(leaf.Ord, source.Field)[document]];
                found.Add(new(source, documents.Freq));
            }
        }

        return found;
    }

    /// <summary>The live documents of a segment that fulfil a condition.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="allowed">A bit for each; <see langword="null"/> if all are.</param>
    /// <returns>Whether there may be any.</returns>
    private static bool Allowed(AtomicReaderContext leaf, Weight? condition, out ulong[]? allowed)
    {
        allowed = null;
        IBits? live = leaf.AtomicReader.LiveDocs;
        if (condition is null && live is null)
        {
            return true;
        }

        allowed = new ulong[Window.Count(leaf.AtomicReader.MaxDoc) * Window.Words];
        if (condition is null)
        {
            for (int document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                allowed[document >> 6] |= live!.Get(document) ? 1UL << document : 0;   // or there would be nothing to look at
            }

            return true;
        }

        DocIdSetIterator? fulfilling = condition.GetScorer(leaf, live);
        while (fulfilling is not null && fulfilling.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
        {
            allowed[document >> 6] |= 1UL << document;
        }

        return fulfilling is not null;
    }

    /// <summary>Finds and counts all documents to be listed.</summary>
    private static void Match(List<ListedSegment> segments, Pass pass, ListedCounts counts)
    {
        var matcher = new WindowMatcher(pass.Evidence, pass.NeededUnits);
        int done = 0;
        foreach (ListedSegment segment in segments)
        {
            segment.MakeLists();
            for (int window = 0; window < segment.Evidence.Windows && pass.GoesOn(done++); window++)
            {
                Span<ulong> listed = segment.ListedIn(window);
                Span<ulong> matchingAll = segment.MatchingAllIn(window);
                ReadOnlySpan<ulong> allowed = segment.AllowedIn(window);
                if (pass.AllUnits == 0)
                {
                    SetAll(listed, segment.Evidence.Leaf.AtomicReader.MaxDoc - (window * Window.Size));   // the filter alone decides
                    listed.CopyTo(matchingAll);
                }
                else
                {
                    matcher.Match(segment.Evidence, window, listed, matchingAll);
                }

                for (int word = 0; word < Window.Words; word++)
                {
                    ulong among = allowed.Length == 0 ? ulong.MaxValue : allowed[word];
                    pass.Listed += BitOperations.PopCount(listed[word] &= among);
                    pass.MatchingAll += BitOperations.PopCount(matchingAll[word] &= among);
                }

                counts.Add(segment.Evidence.Leaf.DocBase + (window * Window.Size), listed, matchingAll);
            }
        }
    }

    /// <summary>Scores windows, those that can have the highest scores first, until no other can have a hit.</summary>
    private void ScoreBest(List<ListedSegment> segments, Pass pass, bool isCounted)
    {
        double mostLift = recency is null ? 1 : Recency.MostLift;
        var scorer = new WindowScorer(pass.Evidence, pass.NeededUnits, weights);
        var windows = new List<(int Most, int Segment, int Window)>();
        for (int segment = 0; segment < segments.Count; segment++)
        {
            for (int window = 0; window < segments[segment].Evidence.Windows; window++)
            {
                if (segments[segment].Evidence.MostByWindow[window] is var most && (most > 0 || pass.AllUnits == 0) && (!isCounted || segments[segment].HasListed(window)))
                {
                    windows.Add((most, segment, window));
                }
            }
        }

        windows.Sort(static (x, y) => y.CompareTo(x));
        int done = 0;
        foreach ((int most, int number, int window) in windows)
        {
            double least = Skips ? FixedScore.FromSingle(pass.Top.Least) / mostLift : double.NegativeInfinity;
            if (most < least || !pass.GoesOn(done++))
            {
                return;
            }

            ListedSegment segment = segments[number];
            scorer.Score(segment.Evidence, window, isCounted ? segment.ListedIn(window) : [], least);
            Offer(segment, window, scorer, pass, isCounted);
        }
    }

    private void Offer(ListedSegment segment, int window, WindowScorer scorer, Pass pass, bool isCounted)
    {
        AtomicReaderContext leaf = segment.Evidence.Leaf;
        pass.Top.Enter(leaf);
        recency?.Enter(leaf);
        ReadOnlySpan<ulong> allowed = segment.AllowedIn(window);
        for (int word = 0; word < Window.Words; word++)
        {
            ulong candidates = scorer.Candidates[word] & (allowed.Length == 0 ? ulong.MaxValue : allowed[word]);
            for (; candidates != 0; candidates &= candidates - 1)
            {
                int place = (word << 6) + BitOperations.TrailingZeroCount(candidates);
                int units = scorer.Units(place);
                if (units < pass.NeededUnits)
                {
                    continue;
                }

                bool matchesAll = units == pass.AllUnits;
                if (!isCounted)
                {
                    pass.Listed++;
                    pass.MatchingAll += matchesAll ? 1 : 0;
                }

                int document = (window * Window.Size) + place;
                float score = FixedScore.ToSingle(scorer.Score(place));
                pass.Top.Offer(document, recency is null ? score : score * recency.Factor(document), matchesAll);
            }
        }
    }

    private static void TakeByDate(List<ListedSegment> segments, Pass pass)
    {
        foreach (ListedSegment segment in segments)
        {
            pass.Top.Enter(segment.Evidence.Leaf);
            for (int window = 0; window < segment.Evidence.Windows; window++)
            {
                ReadOnlySpan<ulong> listed = segment.ListedIn(window);
                ReadOnlySpan<ulong> matchingAll = segment.MatchingAllIn(window);
                for (int word = 0; word < Window.Words; word++)
                {
                    for (ulong bits = listed[word]; bits != 0; bits &= bits - 1)
                    {
                        int place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                        pass.Top.Offer((window * Window.Size) + place, 0, (matchingAll[word] & (1UL << place)) != 0);
                    }
                }
            }
        }
    }

    /// <summary>The same hits with their scores.</summary>
    private RankedDocument[] Scored(RankedDocument[] hits, List<ListedSegment> segments, Pass pass)
    {
        var scorer = new WindowScorer(pass.Evidence, neededUnits: 0, weights);
        var one = new ulong[Window.Words];
        for (int i = 0; i < hits.Length && pass.Evidence.Count > 0; i++)
        {
            ListedSegment segment = segments.Last(each => each.Evidence.Leaf.DocBase <= hits[i].Document);
            (int window, int place) = int.DivRem(hits[i].Document - segment.Evidence.Leaf.DocBase, Window.Size);
            Array.Clear(one);
            one[place >> 6] = 1UL << place;
            scorer.Score(segment.Evidence, window, one, double.NegativeInfinity);
            hits[i] = hits[i] with { Score = FixedScore.ToSingle(scorer.Score(place)) };
        }

        return hits;
    }

    private static void SetAll(Span<ulong> documents, int count)
    {
        for (int word = 0; word < documents.Length; word++)
        {
            int left = count - (word << 6);
            documents[word] = left >= 64 ? ulong.MaxValue : left <= 0 ? 0 : (1UL << left) - 1;
        }
    }

    /// <summary>One ranking as far as it got.</summary>
    private sealed class Pass(IReadOnlyList<Evidence> evidence, int allUnits, int neededUnits, TopHits top, long deadline, CancellationToken cancellation)
    {
        public IReadOnlyList<Evidence> Evidence => evidence;

        public int AllUnits => allUnits;

        public int NeededUnits => neededUnits;

        public TopHits Top => top;

        public int Listed { get; set; }

        public int MatchingAll { get; set; }

        public bool IsPartial { get; private set; }

        /// <summary>Whether there is time for another window.</summary>
        /// <param name="done">Windows that were looked at for the same; for the first there always is time.</param>
        public bool GoesOn(int done)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isOver = done > 0 && Stopwatch.GetTimestamp() > deadline;
            IsPartial |= isOver;
            return !isOver;
        }
    }

    /// <summary>A segment and the documents of it that are listed, if they were looked for.</summary>
    private sealed class ListedSegment(SegmentEvidence evidence)
    {
        private ulong[] _listed = [];
        private ulong[] _matchingAll = [];

        public SegmentEvidence Evidence => evidence;

        public void MakeLists() => (_listed, _matchingAll) = (new ulong[evidence.Windows * Window.Words], new ulong[evidence.Windows * Window.Words]);

        public Span<ulong> ListedIn(int window) => _listed.AsSpan(window * Window.Words, Window.Words);

        public Span<ulong> MatchingAllIn(int window) => _matchingAll.AsSpan(window * Window.Words, Window.Words);

        public ReadOnlySpan<ulong> AllowedIn(int window) => evidence.Allowed is { } allowed ? allowed.AsSpan(window * Window.Words, Window.Words) : [];

        public bool HasListed(int window) => ListedIn(window).ContainsAnyExcept(0UL);
    }
}
