using Search.Engine.Querying;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;

namespace Search.Engine.Suggesting;

/// <summary>Completes the word that is being typed by a phrase or word of the collection that follows the words before it in some article.</summary>
/// <remarks>For what begins no phrase of the dictionary: <c>tin giá vàng n</c> is completed by <i>vàng nhẫn</i>. Checked in the index itself.</remarks>
internal sealed class ContextCompletions(TermDictionary terms, PhraseDictionary phrases, PhraseCounts counts, WordCohesion cohesion)
{
    /// <summary>Pairs of the last whole word and what may follow it, the most frequent ones.</summary>
    private const int MostPairs = 5;

    /// <summary>A word without context must have so many letters typed.</summary>
    private const int FewestLetters = 3;

    /// <summary>Phrases for each pair.</summary>
    private const int MostPhrases = 2;

    /// <summary>Completions whose articles are counted.</summary>
    private const int MostCounted = 5;

    /// <summary>Phrases looked at for them.</summary>
    private const int MostLookedAt = 50;

    /// <summary>The last whole word and the next one have something to do with each other.</summary>
    private const double LeastCohesion = 0.1;

    /// <summary>A completion is a fragment if a longer one is in this share of its articles.</summary>
    private const double FragmentShare = 0.8;

    /// <summary>A whole text that begins with what was typed, in canonical words, and in how many articles it is.</summary>
    internal readonly record struct Completion(string Canonical, int Articles);

    /// <summary>The completions that most articles have.</summary>
    public IEnumerable<Completion> Find(TypedText typed)
    {
        if (typed.Words.Count == 0 || typed.Beginning.Length == 0)
        {
            return typed.Words.Count == 0 ? ForeignWords(typed) : [];
        }

        List<Completion> found = [.. Candidates(typed).DistinctBy(words => string.Join(' ', words)).Take(MostCounted)
            .Select(words => new Completion(string.Join(' ', words), counts.Articles(words)))
            .Where(completion => completion.Articles > 0)];
        return found
            .Where(completion => !found.Exists(longer => longer.Canonical.StartsWith($"{completion.Canonical} ", StringComparison.Ordinal)
                && longer.Articles >= FragmentShare * completion.Articles))
            .OrderByDescending(completion => completion.Articles);
    }

    /// <summary>Words that no article repeats are still words if they are no syllables: <i>MacBook</i>.</summary>
    private IEnumerable<Completion> ForeignWords(TypedText typed) => typed.Folded.Length < FewestLetters ? [] : terms.TokensBeginningWith(typed.Folded)
        .Where(word => word.DocFreq > 1 && word.Canonical.All(char.IsLetter) && !Syllable.IsShape(DiacriticFolding.Fold(word.Canonical))
            && MarkedPrefix.Begins(word.Canonical, typed.Beginning))
        .OrderByDescending(word => word.DocFreq)
        .Select(word => new Completion(word.Canonical, (int)Math.Min(PhraseCounts.MostArticles, word.DocFreq)));

    /// <summary>Completions by phrases that begin with some of the last words, as many of them as possible, then by phrases that begin with the word
    /// that is being typed.</summary>
    private IEnumerable<IReadOnlyList<string>> Candidates(TypedText typed) =>
        Enumerable.Range(1, typed.Words.Count - 1).SelectMany(place => WithPhrase(typed, place)).Take(MostPhrases).Concat(WithNextWord(typed));

    private IEnumerable<IReadOnlyList<string>> WithPhrase(TypedText typed, int place)
    {
        TypedText end = typed.From(place);
        return phrases.BeginningWith(end.Folded).Take(MostLookedAt).Select(phrase => PhraseTerm.Canonical(phrase.Form)).Where(end.Begins).Take(MostPhrases)
            .SelectMany(phrase => Join(typed.Words.Take(place), phrase));
    }

    private IEnumerable<IReadOnlyList<string>> WithNextWord(TypedText typed)
    {
        string last = typed.Words[^1];
        return terms.PairsBeginningWith(DiacriticFolding.Fold($"{last} {typed.Beginning}"))
            .Where(pair => pair.DocFreq >= PhraseCounts.FewestArticles)
            .Select(pair => (Term: pair, Words: pair.Canonical.Split(' ')))
            .Where(pair => TypedText.IsWord(last, pair.Words[0]) && MarkedPrefix.Begins(pair.Words[1], typed.Beginning))
            .OrderByDescending(pair => pair.Term.DocFreq)
            .Take(MostPairs)
            .Where(pair => cohesion.Of(pair.Term, pair.Words[0], pair.Words[1]) >= LeastCohesion)
            .SelectMany(pair => BeginningWithWord(pair.Words[1]).SelectMany(phrase => Join([.. typed.Words.SkipLast(1), pair.Words[0]], phrase)));
    }

    /// <summary>Phrases whose first word this is. A single syllable is none: nothing says whether it would end here (<i>đối ngoại công</i>).</summary>
    private IEnumerable<string> BeginningWithWord(string word) => phrases.BeginningWith(DiacriticFolding.Fold(word)).Take(MostLookedAt)
        .Select(phrase => PhraseTerm.Canonical(phrase.Form))
        .Where(phrase => phrase.StartsWith($"{word} ", StringComparison.Ordinal) || (phrase == word && !Syllable.IsShape(DiacriticFolding.Fold(word))))
        .Take(MostPhrases);

    /// <summary>The phrase with the words before it, each as it most often stands before the next; nothing if one never does.</summary>
    private IEnumerable<IReadOnlyList<string>> Join(IEnumerable<string> typedBefore, string phrase)
    {
        var words = new List<string>(phrase.Split(' '));
        foreach (string typed in typedBefore.Reverse())
        {
            string? meant = terms.PairsAlike(DiacriticFolding.Fold($"{typed} {words[0]}"))
                .Select(pair => (Words: pair.Canonical.Split(' '), pair.DocFreq))
                .Where(pair => pair.Words[1] == words[0] && TypedText.IsWord(typed, pair.Words[0]))
                .OrderByDescending(pair => pair.DocFreq)
                .Select(pair => pair.Words[0])
                .FirstOrDefault();
            if (meant is null)
            {
                yield break;
            }

            words.Insert(0, meant);
        }

        yield return words;
    }
}
