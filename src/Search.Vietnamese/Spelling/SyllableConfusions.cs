namespace Search.Vietnamese.Spelling;

/// <summary>The onsets and rhymes that writers take for each other, by the table of costs: regional speech and the rules of spelling.</summary>
internal static class SyllableConfusions
{
    /// <summary>The syllables that may be taken for one: its onset or its rhyme or both replaced. The tone stays; spelling rules are not applied.</summary>
    public static IEnumerable<SpelledSyllable> Of(SpelledSyllable syllable) => OfOnset(syllable)
        .Prepend(syllable)
        .SelectMany(changed => OfRhyme(changed).Prepend(changed))
        .Where(changed => changed != syllable);

    /// <summary>Those with another onset; after <c>qu</c> the rhyme changes with it (quốc, cuốc).</summary>
    public static IEnumerable<SpelledSyllable> OfOnset(SpelledSyllable syllable)
    {
        string onset = SpelledSyllable.Onsets[syllable.Onset];
        foreach (string other in SpellingCosts.OnsetsLike(onset))
        {
            IEnumerable<int> rhymes = (onset == "qu", other == "qu") switch
            {
                (true, false) => SyllableDistance.WithMedial(syllable.Rhyme),
                (false, true) => SyllableDistance.WithoutMedial(syllable.Rhyme) is var bare and >= 0 ? [bare] : [],
                _ => [syllable.Rhyme],
            };
            foreach (int rhyme in rhymes)
            {
                yield return syllable with { Onset = (byte)SpelledSyllable.IndexOfOnset(other), Rhyme = (byte)rhyme };
            }
        }
    }

    /// <summary>Those with another nucleus, coda or whole rhyme.</summary>
    public static IEnumerable<SpelledSyllable> OfRhyme(SpelledSyllable syllable)
    {
        string rhyme = SpelledSyllable.Rhymes[syllable.Rhyme];
        (string nucleus, string coda) = SyllableDistance.Split(rhyme);
        return SpellingCosts.NucleiLike(rhyme)
            .Concat(SpellingCosts.CodasLike(coda).Select(other => nucleus + other))
            .Concat(SpellingCosts.NucleiLike(nucleus).Select(other => other + coda))
            .Select(other => SpelledSyllable.IndexOfRhyme(other))
            .Where(index => index >= 0)
            .Distinct()
            .Select(index => syllable with { Rhyme = (byte)index });
    }
}
