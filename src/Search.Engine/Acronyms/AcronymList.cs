using Search.Vietnamese.Folding;
using Search.Vietnamese.Unicode;
using Search.Vietnamese.Words;

namespace Search.Engine.Acronyms;

/// <summary>What acronyms stand for by the articles of a collection.</summary>
/// <param name="Total">How many senses there are that a filter lets through.</param>
/// <param name="Senses">The first of them, those that most articles define first; an article counts until its segment is merged, even if it is deleted.</param>
public sealed record AcronymList(int Total, IReadOnlyList<AcronymSense> Senses)
{
    /// <summary>The senses that have a text in their acronym or long form.</summary>
    internal static AcronymList Of(AcronymDictionary acronyms, string filter, int size)
    {
        string phrase = DiacriticFolding.Fold(NormalizedText.Normalize(filter)).Trim();
        string acronym = string.Concat(phrase.Split('.', '-', '&'));   // as the keys are written
        List<AcronymSense> matching = phrase.Length == 0
            ? [.. acronyms.Senses]
            : [.. acronyms.Senses.Where(sense => Has(sense.Acronym, acronym) || Has(sense.Phrase, phrase))];
        return new(matching.Count, [.. matching.Take(size)]);
    }

    private static bool Has(string text, string folded) => folded.Length > 0 && DiacriticFolding.Fold(text).Contains(folded, StringComparison.Ordinal);
}
