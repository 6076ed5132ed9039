namespace Search.Engine.Inverting;

/// <summary>Brings the terms of a field from the order of the documents into that of the terms: a counting sort.</summary>
internal static class TermInverter
{
    /// <summary>Writes a field.</summary>
    /// <param name="field">Its terms.</param>
    /// <param name="terms">The order of the terms.</param>
    /// <param name="documents">The documents to write, in order: that at place n is document n of the segment.</param>
    /// <param name="writer">Takes the terms.</param>
    public static void Write(FieldTerms field, SortedTerms terms, int[] documents, FieldWriter writer)
    {
        ReadOnlySpan<int> ranks = terms.Ranks;
        var ends = new int[terms.Forms.Length];
        int withTerms = 0;
        foreach (int document in documents)
        {
            int end = field.End(document);
            withTerms += end > field.Start(document) ? 1 : 0;
            for (int i = field.Start(document); i < end; i++)
            {
                ends[ranks[field[i].Term]]++;
            }
        }

        var occurrences = new Occurrence[CountingSort.StartsOf(ends)];
        for (int number = 0; number < documents.Length; number++)
        {
            int end = field.End(documents[number]);
            for (int i = field.Start(documents[number]); i < end; i++)
            {
                FieldTerm term = field[i];
                occurrences[ends[ranks[term.Term]]++] = new(number, term.Position);
            }
        }

        int start = 0;
        for (int rank = 0; rank < ends.Length; rank++)
        {
            if (ends[rank] > start)
            {
                writer.Write(terms.Forms[rank], occurrences.AsSpan(start, ends[rank] - start));
                start = ends[rank];
            }
        }

        writer.Finish(withTerms);
    }
}

/// <summary>Sorting by small numbers.</summary>
internal static class CountingSort
{
    /// <summary>Turns how often each number occurs into where the first of each belongs.</summary>
    /// <returns>How many there are.</returns>
    public static int StartsOf(Span<int> counts)
    {
        int start = 0;
        foreach (ref int count in counts)
        {
            (start, count) = (start + count, start);
        }

        return start;
    }
}
