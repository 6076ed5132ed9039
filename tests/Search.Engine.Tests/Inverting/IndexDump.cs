using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Tests.Inverting;

/// <summary>Everything that an index says of its live articles, by their ids, whatever its segments.</summary>
internal static class IndexDump
{
    /// <summary>The lines, sorted.</summary>
    public static List<string> Of(Lucene.Net.Store.Directory directory)
    {
        Assert.True(new CheckIndex(directory).DoCheckIndex().Clean);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            string[] ids = Ids(leaf.AtomicReader);
            AddTerms(leaf.AtomicReader, ids, lines);
            AddValues(leaf.AtomicReader, ids, lines);
        }

        return [.. lines];
    }

    private static string[] Ids(AtomicReader reader)
    {
        BinaryDocValues values = reader.GetBinaryDocValues(ArticleSchema.Id);
        return [.. Enumerable.Range(0, reader.MaxDoc).Select(document => Bytes(values, document, text: true))];
    }

    private static void AddTerms(AtomicReader reader, string[] ids, SortedSet<string> lines)
    {
        foreach (string field in reader.Fields)
        {
            FieldInfo info = reader.FieldInfos.FieldInfo(field);
            TermsEnum? terms = reader.GetTerms(field)?.GetEnumerator();
            while (terms?.MoveNext() == true)
            {
                bool hasPositions = info.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
                DocsEnum documents = hasPositions ? terms.DocsAndPositions(reader.LiveDocs, null, DocsAndPositionsFlags.NONE) : terms.Docs(reader.LiveDocs, null);
                while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
                {
                    string positions = hasPositions ? string.Join(',', Enumerable.Range(0, documents.Freq).Select(_ => ((DocsAndPositionsEnum)documents).NextPosition())) : "";
                    Assert.True(lines.Add($"{field} {info.IndexOptions} {Convert.ToHexString(terms.Term.Bytes, terms.Term.Offset, terms.Term.Length)} {ids[document]} {documents.Freq} {positions}"));
                }
            }
        }
    }

    private static void AddValues(AtomicReader reader, string[] ids, SortedSet<string> lines)
    {
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            if (reader.LiveDocs?.Get(document) == false)
            {
                continue;
            }

            var line = new List<string>();
            line.AddRange(ArticleSchema.TokenFields.Select(field => $"{reader.GetNormValues(field)?.Get(document) ?? 0}"));
            line.AddRange(new[] { ArticleSchema.ContentHash, ArticleSchema.Signature }.Select(field => Bytes(reader.GetBinaryDocValues(field), document, text: false)));
            bool isDated = reader.GetDocsWithField(ArticleSchema.Date)?.Get(document) == true;
            line.Add(isDated ? reader.GetNumericDocValues(ArticleSchema.Date).Get(document).ToString(CultureInfo.InvariantCulture) : "undated");
            line.AddRange(ArticleSchema.CountedFields.Select(field => Values(reader.GetSortedSetDocValues(field), document)));
            line.Add(Convert.ToHexString(reader.Document(document).GetBinaryValue(ArticleSchema.Json).Bytes));
            Assert.True(lines.Add($"values {ids[document]} {string.Join(' ', line)}"));
        }
    }

    private static string Bytes(BinaryDocValues values, int document, bool text)
    {
        var bytes = new BytesRef();
        values.Get(document, bytes);
        return text ? bytes.Utf8ToString() : Convert.ToHexString(bytes.Bytes, bytes.Offset, bytes.Length);
    }

    private static string Values(SortedSetDocValues? values, int document)
    {
        var found = new List<string>();
        values?.SetDocument(document);
        while (values is not null && values.NextOrd() is var ordinal and >= 0)
        {
            var value = new BytesRef();
            values.LookupOrd(ordinal, value);
            found.Add(Convert.ToHexString(value.Bytes, value.Offset, value.Length));
        }

        return $"[{string.Join(',', found)}]";
    }
}
