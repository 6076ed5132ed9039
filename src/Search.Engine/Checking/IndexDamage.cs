namespace Search.Engine.Checking;

/// <summary>Damage that was found in a part of an index.</summary>
/// <param name="Part">The segment, such as <c>_3</c>, or a file that belongs to none.</param>
/// <param name="Problem">What is wrong, a sentence that names the file.</param>
/// <param name="Articles">How many articles are in the part and may be affected; 0 where that cannot be read.</param>
/// <param name="Ids">Theirs, as far as they can be read.</param>
public sealed record IndexDamage(string Part, string Problem, int Articles, IReadOnlyList<string> Ids)
{
    /// <summary>A sentence for the operator.</summary>
    public override string ToString()
    {
        const int Named = 5;
        string ids = Ids.Count == 0 ? "" : $" ({string.Join(", ", Ids.Take(Named))}{(Ids.Count > Named ? ", …" : "")})";
        return $"{Part} is damaged: {Problem}{(Articles == 0 ? "" : $" Articles affected: {Articles}{ids}.")}";
    }
}
