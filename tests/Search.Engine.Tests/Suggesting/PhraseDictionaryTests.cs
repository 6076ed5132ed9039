using CsCheck;
using Search.Analysis;
using Search.Engine.Suggesting;
using Search.Vietnamese.Folding;

namespace Search.Engine.Tests.Suggesting;

public sealed class PhraseDictionaryTests
{
    private static readonly string[] Words = ["đối", "đội", "doi", "ngoại", "ngoài", "a", "ă", "漢", "\ud842\udfb7", "zürich"];

    [Fact]
    public void It_gives_what_begins_so_by_descending_weight() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Array[1, 3].Array[0, 30], Gen.Int[0, Words.Length - 1].Array[1, 3], Gen.Int[0, 4]).Sample((chosen, typed, cut) =>
        {
            List<string> texts = [.. chosen.Select(Join).Distinct()];
            List<Phrase> phrases = [.. texts.Select((text, i) => new Phrase(FoldedOrder.Of(text), (i * 7919) % 31, i + 1, i % 2 == 0))];
            string folded = DiacriticFolding.Fold(Join(typed));
            folded = folded[..Math.Min(folded.Length, cut)];
            if (folded.Length > 0 && char.IsHighSurrogate(folded[^1]))
            {
                return;
            }

            List<Phrase> expected = [.. phrases.Where(phrase => DiacriticFolding.Fold(PhraseTerm.Canonical(phrase.Form)).StartsWith(folded, StringComparison.Ordinal))];
            List<Phrase> found = [.. new PhraseDictionary(phrases).BeginningWith(folded)];

            Assert.Equal(expected.ToHashSet(), found.ToHashSet());
            Assert.Equal(expected.Count, found.Count);
            Assert.Equal(found.Select(phrase => phrase.Weight).OrderDescending(), found.Select(phrase => phrase.Weight));
        });

    [Fact]
    public void An_empty_dictionary_has_nothing() => Assert.Empty(PhraseDictionary.Empty.BeginningWith("a"));

    private static string Join(int[] words) => string.Join(' ', words.Select(i => Words[i]));
}
