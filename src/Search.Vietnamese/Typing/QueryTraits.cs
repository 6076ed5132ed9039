namespace Search.Vietnamese.Typing;

/// <summary>What a query shows at a glance.</summary>
/// <param name="HasSmallLetters">It is not in capitals throughout, so that capitals mean something.</param>
/// <param name="HasMarks">It has letters beyond ASCII: an input method was on, at least for a time.</param>
internal readonly record struct QueryTraits(bool HasSmallLetters, bool HasMarks)
{
    public static QueryTraits Of(ReadOnlySpan<char> query)
    {
        bool hasSmallLetters = false;
        bool hasMarks = false;
        foreach (char c in query)
        {
            hasSmallLetters |= char.IsLower(c);
            hasMarks |= !char.IsAscii(c) && char.IsLetter(c);
        }

        return new QueryTraits(hasSmallLetters, hasMarks);
    }
}
