using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Inverting;

/// <summary>Writes the terms of one field, in their order, through a codec.</summary>
internal sealed class FieldWriter
{
    private readonly TermsConsumer _terms;
    private readonly bool _hasFrequencies;
    private readonly bool _hasPositions;
    private readonly BytesRef _term = new();
    private long _occurrences;
    private long _postings;

    public FieldWriter(FieldsConsumer fields, FieldInfo field)
    {
        _terms = fields.AddField(field);
        _hasFrequencies = field.IndexOptions != IndexOptions.DOCS_ONLY;
        _hasPositions = field.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
    }

    /// <summary>Writes a term and where it occurs.</summary>
    /// <param name="form">Its form in the index, above that of the term before; not kept.</param>
    /// <param name="occurrences">By document and, where the field has positions, by position.</param>
    public void Write(ArraySegment<byte> form, ReadOnlySpan<Occurrence> occurrences)
    {
        (_term.Bytes, _term.Offset, _term.Length) = (form.Array, form.Offset, form.Count);
        PostingsConsumer postings = _terms.StartTerm(_term);
        int documents = 0;
        for (int start = 0; start < occurrences.Length; documents++)
        {
            int document = occurrences[start].Document;
            int end = start + 1;
            while (end < occurrences.Length && occurrences[end].Document == document)
            {
                end++;
            }

            postings.StartDoc(document, _hasFrequencies ? end - start : -1);
            if (_hasPositions)
            {
                foreach (Occurrence occurrence in occurrences[start..end])
                {
                    postings.AddPosition(occurrence.Detail, null, -1, -1);
                }
            }

            postings.FinishDoc();
            start = end;
        }

        _terms.FinishTerm(_term, new TermStats(documents, _hasFrequencies ? occurrences.Length : -1));
        _postings += documents;
        _occurrences += occurrences.Length;
    }

    /// <summary>Ends the field.</summary>
    /// <param name="documents">How many documents have a term in it.</param>
    public void Finish(int documents) => _terms.Finish(_hasFrequencies ? _occurrences : -1, _postings, documents);
}

/// <summary>Where a term occurs.</summary>
/// <param name="Document">The number of the document in the segment.</param>
/// <param name="Detail">The position of a token; of a pair, the rank of its second term.</param>
internal readonly record struct Occurrence(int Document, int Detail);
