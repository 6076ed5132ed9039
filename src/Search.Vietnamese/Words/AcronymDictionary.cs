using System.Collections.Frozen;

namespace Search.Vietnamese.Words;

/// <summary>The acronyms of a collection, looked up both ways. Immutable; safe for any number of threads.</summary>
/// <remarks>It comes from <see cref="AcronymEvidence.ToDictionary"/>. Looking up allocates nothing.</remarks>
public sealed class AcronymDictionary
{
    private readonly FrozenDictionary<string, AcronymSense[]>.AlternateLookup<ReadOnlySpan<char>> _byAcronym;
    private readonly FrozenDictionary<string, AcronymSense[]>.AlternateLookup<ReadOnlySpan<char>> _byPhrase;

    internal AcronymDictionary(IEnumerable<AcronymSense> senses)
    {
        AcronymSense[] ordered = [.. senses.OrderByDescending(sense => sense.DocumentCount).ThenBy(sense => sense.Acronym, StringComparer.Ordinal)
            .ThenBy(sense => sense.Phrase, StringComparer.Ordinal)];
        Senses = ordered;
        _byAcronym = ordered.GroupBy(sense => sense.Acronym, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byPhrase = ordered.Where(sense => sense.IsAccepted).GroupBy(sense => sense.Phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        LongestPhrase = ordered.Where(sense => sense.IsAccepted).Select(sense => sense.Phrase.AsSpan().Count(' ') + 1).DefaultIfEmpty().Max();
    }

    /// <summary>All senses, those that most documents define first.</summary>
    public IReadOnlyList<AcronymSense> Senses { get; }

    /// <summary>The syllables of the longest phrase that <see cref="AbbreviationsOf"/> can find; 0 if there is none.</summary>
    public int LongestPhrase { get; }

    /// <summary>What an acronym may stand for, accepted or not, the sense that most documents define first. At most one is accepted.</summary>
    /// <param name="acronym">Its index term: small letters without signs.</param>
    public IReadOnlyList<AcronymSense> SensesOf(ReadOnlySpan<char> acronym) => _byAcronym.TryGetValue(acronym, out AcronymSense[]? senses) ? senses : [];

    /// <summary>The phrase that an acronym stands for in all documents; <see langword="null"/> if none is accepted.</summary>
    /// <param name="acronym">Its index term: small letters without signs.</param>
    public AcronymSense? ExpansionOf(ReadOnlySpan<char> acronym)
    {
        foreach (AcronymSense sense in SensesOf(acronym))
        {
            if (sense.IsAccepted)
            {
                return sense;
            }
        }

        return null;
    }

    /// <summary>The acronyms that stand for a phrase in all documents (<c>hđnd</c> and <c>hdnd</c>), the one that most documents define first.</summary>
    /// <param name="phrase">Canonical syllables, one space between.</param>
    public IReadOnlyList<AcronymSense> AbbreviationsOf(ReadOnlySpan<char> phrase) => _byPhrase.TryGetValue(phrase, out AcronymSense[]? senses) ? senses : [];
}
