using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Suggesting;

/// <summary>Completes what somebody types: first by phrases and tags, the most frequent and newest first, then, while there is room, by phrases that
/// go on in the context of the words before, then by titles.</summary>
/// <remarks>Completions in context and titles are looked up in the index, as of the last commit; phrases in a <see cref="PhraseDictionary"/>.</remarks>
internal sealed class Suggester(IndexView view, PhraseDictionary phrases)
{
    /// <summary>Letters that say something.</summary>
    private const int FewestLetters = 2;

    /// <summary>Phrases looked at for those that have the marks that were typed.</summary>
    private const int MostLookedAt = 2000;

    /// <summary>Phrases that one article repeats and no other has, passed over.</summary>
    private const int MostUnsupported = 16;

    private readonly TermDictionary _terms = view.Dictionary;

    /// <summary>The best completions.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="size">How many are wanted.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<Suggestion> Suggest(string text, int size, CancellationToken cancellation)
    {
        List<TypedText> readings = [.. TypedText.Readings(text).Where(typed => typed.Folded.Count(c => c != ' ') >= FewestLetters)];
        var found = new Dictionary<string, Suggestion>(StringComparer.Ordinal);
        var counts = new PhraseCounts(view, _terms);
        var context = new ContextCompletions(_terms, phrases, counts, new WordCohesion(view, _terms));
        var titles = new TitleCompletions(view, _terms);
        AddAll((typed, _) => BeginningWith(typed, counts));
        AddAll((typed, _) => context.Find(typed).Select(completion => Of(typed, completion.Canonical, completion.Canonical, SuggestionKind.Phrase, completion.Articles)));
        AddAll((typed, wanted) => titles.Find(typed, wanted).Select(title => (TypedText.Canonical(title.Text), title)));
        return [.. found.Values];

        void AddAll(Func<TypedText, int, IEnumerable<(string Canonical, Suggestion Suggestion)>> find)
        {
            foreach (TypedText typed in readings.TakeWhile(_ => found.Count < size))
            {
                foreach ((string canonical, Suggestion suggestion) in find(typed, size - found.Count))
                {
                    cancellation.ThrowIfCancellationRequested();
                    found.TryAdd(canonical, suggestion);
                    if (found.Count == size)
                    {
                        return;
                    }
                }
            }
        }
    }

    private IEnumerable<(string Canonical, Suggestion Suggestion)> BeginningWith(TypedText typed, PhraseCounts counts)
    {
        int unsupported = 0;
        foreach (Phrase phrase in phrases.BeginningWith(typed.Folded).Take(MostLookedAt))
        {
            (string canonical, string written) = PhraseTerm.Read(phrase.Form);
            if (!typed.Begins(canonical))
            {
                continue;
            }

            bool isCounted = phrase.IsTag || phrase.Articles >= PhraseCounts.FewestArticles;
            int articles = isCounted ? phrase.Articles : counts.Articles(canonical.Split(' '));
            if (articles > 0)
            {
                yield return Of(typed, canonical, written, phrase.IsTag ? SuggestionKind.Tag : SuggestionKind.Phrase, articles);
            }
            else if (++unsupported == MostUnsupported)
            {
                yield break;
            }
        }
    }

    private static (string Canonical, Suggestion Suggestion) Of(TypedText typed, string canonical, string written, SuggestionKind kind, int articles) =>
        (canonical, new() { Text = written, Ranges = typed.RangesIn(written, out _), Kind = kind, Count = articles });
}
