namespace Search.Vietnamese.Words;

/// <summary>What an acronym stands for in a collection, and how well that is attested.</summary>
/// <param name="Acronym">Its key: small letters without <c>.</c> <c>-</c> <c>&amp;</c>, as the index term of the acronym: <c>tphcm</c>.</param>
/// <param name="Phrase">The canonical syllables of the long form, one space between: <c>thành phố hồ chí minh</c>.</param>
/// <param name="DocumentCount">Documents that define it so.</param>
/// <param name="Share">These among all documents' definitions of the acronym, above 0, at most 1.</param>
/// <param name="IsAccepted">Whether it may be used in all documents; other senses hold only where a document defines them.</param>
public sealed record AcronymSense(string Acronym, string Phrase, int DocumentCount, double Share, bool IsAccepted)
{
    /// <summary>What the phrase counts where the acronym was asked for; the acronym itself counts 1.</summary>
    public double ExpansionWeight => IsAccepted ? 0.7 : 0;

    /// <summary>What the acronym counts where the phrase was asked for; the phrase itself counts 1.</summary>
    public double AbbreviationWeight => IsAccepted ? 0.5 : 0;
}
