using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>How near to each other words must stand: what <c>NEAR</c> and near phrases ask of the places of words in one field of one article.</summary>
/// <remarks>The places come from postings when articles are sought, and from the stored text when it is highlighted. Between two sentences
/// lies one free place, between two paragraphs lie ten.</remarks>
internal abstract record Proximity
{
    private Proximity()
    {
    }

    /// <summary>Words side by side.</summary>
    /// <param name="Words">What stands at each place.</param>
    /// <param name="Fields">Where they may stand.</param>
    internal sealed record Leaf(IReadOnlyList<Reading> Words, TextFields Fields) : Proximity;

    /// <summary>Any of some.</summary>
    internal sealed record Either(IReadOnlyList<Proximity> Alternatives) : Proximity;

    /// <summary>Two that do not overlap, with so many places between them at most.</summary>
    internal sealed record Near(Proximity First, Proximity Second, int Distance, bool IsOrdered) : Proximity
    {
        internal IReadOnlyList<Span> Join(IReadOnlyList<Span> first, IReadOnlyList<Span> second) =>
            Distinct(IsOrdered ? Follow(first, second) : Follow(first, second).Concat(Follow(second, first)));

        private IEnumerable<Span> Follow(IReadOnlyList<Span> before, IReadOnlyList<Span> behind)
        {
            foreach (Span first in before)
            {
                for (int i = IndexFrom(behind, first.End); i < behind.Count && behind[i].Start - first.End <= Distance; i++)
                {
                    yield return new(first.Start, behind[i].End, first, behind[i]);
                }
            }
        }
    }

    /// <summary>Single words in any order, with so many other places among them at most.</summary>
    internal sealed record Window(IReadOnlyList<Leaf> Words, int Gap) : Proximity
    {
        /// <summary>Each match that begins with a word, and those that end later but still within the gap.</summary>
        internal IReadOnlyList<Span> Gather(Func<Leaf, IReadOnlyList<Span>> matches)
        {
            // A word that the phrase has twice is needed twice.
            List<(IReadOnlyList<Span> Places, int Needed)> words =
                [.. Words.GroupBy(word => word.Words[0].Token.Term, StringComparer.Ordinal).Select(same => (matches(same.First()), same.Count()))];
            return Distinct(words.SelectMany(word => word.Places.SelectMany(first => Beginning(first, word.Places, words))));
        }

        private IEnumerable<Span> Beginning(Span first, IReadOnlyList<Span> own, List<(IReadOnlyList<Span> Places, int Needed)> words)
        {
            int limit = first.Start + Words.Count + Gap;
            int end = first.End;
            foreach ((IReadOnlyList<Span> places, int needed) in words)
            {
                int last = IndexFrom(places, first.Start) + needed - 1;
                if (last >= places.Count || places[last].End > limit)
                {
                    return [];
                }

                end = Math.Max(end, places[last].End);
            }

            List<Span> inside = [.. words.SelectMany(word => word.Places.Skip(IndexFrom(word.Places, first.Start)).TakeWhile(place => place.End <= limit))];
            IEnumerable<int> laterEnds = words.Where(word => word.Needed > 1 || !ReferenceEquals(word.Places, own))
                .SelectMany(word => word.Places.Skip(IndexFrom(word.Places, end)).TakeWhile(place => place.End <= limit)).Select(place => place.End);
            return laterEnds.Prepend(end).Select(each => new Span(first.Start, each, inside));
        }
    }

    /// <summary>Where a match stands.</summary>
    /// <param name="start">Its first place.</param>
    /// <param name="end">The place after its last.</param>
    /// <param name="parts">The matches that it is made of; none for those of a <see cref="Leaf"/>.</param>
    internal sealed class Span(int start, int end, params IReadOnlyList<Span> parts)
    {
        public int Start => start;

        public int End => end;

        /// <summary>The matches of leaves that it is made of.</summary>
        public IEnumerable<Span> Leaves => parts.Count == 0 ? [this] : parts.SelectMany(part => part.Leaves);
    }

    /// <summary>The leaves, in the order of the query.</summary>
    public IEnumerable<Leaf> Leaves => this switch
    {
        Leaf leaf => [leaf],
        Either either => either.Alternatives.SelectMany(each => each.Leaves),
        Near near => near.First.Leaves.Concat(near.Second.Leaves),
        Window window => window.Words,
        _ => [],
    };

    /// <summary>All matches, by ascending start and end, each once.</summary>
    /// <param name="matches">The matches of each leaf, by ascending start.</param>
    public IReadOnlyList<Span> Find(Func<Leaf, IReadOnlyList<Span>> matches) => this switch
    {
        Leaf leaf => matches(leaf),
        Either either => Distinct(either.Alternatives.SelectMany(each => each.Find(matches))),
        Near near => near.Join(near.First.Find(matches), near.Second.Find(matches)),
        Window window => window.Gather(matches),
        _ => [],
    };

    private static Span[] Distinct(IEnumerable<Span> spans) =>
        [.. spans.DistinctBy(span => (span.Start, span.End)).OrderBy(span => span.Start).ThenBy(span => span.End)];

    /// <summary>The index of the first span that begins at a place or later.</summary>
    private static int IndexFrom(IReadOnlyList<Span> spans, int place)
    {
        int low = 0;
        for (int high = spans.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = spans[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
