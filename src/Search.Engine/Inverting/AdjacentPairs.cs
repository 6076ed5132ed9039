namespace Search.Engine.Inverting;

/// <summary>The pairs that the tokens of a field form with their neighbours, document by document: two adjacent positions, composites left to their parts.</summary>
/// <param name="field">The tokens.</param>
/// <param name="documents">The documents to read, in order.</param>
internal ref struct AdjacentPairs(FieldTerms field, ReadOnlySpan<int> documents)
{
    private readonly ReadOnlySpan<int> _documents = documents;
    private int _next;
    private int _end;
    private int _firstPosition;

    /// <summary>The place of the document among those to read.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>The number of the first term.</summary>
    public int First { get; private set; }

    /// <summary>The number of the second term.</summary>
    public int Second { get; private set; } = -1;

    /// <summary>Advances to the next pair.</summary>
    /// <returns><see langword="false"/> after the last.</returns>
    public bool MoveNext()
    {
        while (true)
        {
            while (_next < _end)
            {
                FieldTerm term = field[_next++];
                if (term.FormsPairs)
                {
                    bool isPair = Second >= 0 && term.Position == _firstPosition + 1;
                    (First, Second, _firstPosition) = (Second, term.Term, term.Position);
                    if (isPair)
                    {
                        return true;
                    }
                }
            }

            if (++Document >= _documents.Length)
            {
                return false;
            }

            (_next, _end, Second) = (field.Start(_documents[Document]), field.End(_documents[Document]), -1);
        }
    }
}
