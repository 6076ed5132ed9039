namespace Search.Answers;

/// <summary>Articles on the subject of another.</summary>
/// <param name="Hits">Best first, as in a search.</param>
public sealed record SimilarResponse(IReadOnlyList<HitResponse> Hits);
