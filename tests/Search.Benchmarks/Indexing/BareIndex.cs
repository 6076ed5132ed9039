using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Benchmarks.Indexing;

/// <summary>The least that one would do: the fields of articles through Lucene's <see cref="StandardAnalyzer"/> into an index, the lines stored as they are.</summary>
/// <remarks>No ids that are looked up, no content hashes, nothing that survives a kill: one commit at the end.</remarks>
internal static class BareIndex
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly string[] TextFields = ["title", "lead", "body"];
    private static readonly string[] ValueFields = ["category", "source", "author", "date", "url"];

    /// <summary>Indexes files of JSON lines.</summary>
    /// <param name="files">Compressed files (<c>.jsonl.gz</c>).</param>
    /// <param name="path">The folder of the index.</param>
    /// <param name="threads">How many threads read, parse and analyze.</param>
    public static void Write(IEnumerable<string> files, string path, int threads)
    {
        using var directory = FSDirectory.Open(path);
        using var analyzer = new StandardAnalyzer(Version);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { RAMBufferSizeMB = 256, OpenMode = OpenMode.CREATE });
        Parallel.ForEach(files.SelectMany(Lines), new ParallelOptions { MaxDegreeOfParallelism = threads }, line => writer.AddDocument(ToDocument(line)));
        writer.Commit();
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Document ToDocument(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement article = json.RootElement;
        var document = new Document
        {
            new StringField("id", article.GetProperty("id").GetString(), Field.Store.NO),
            new StoredField("json", Encoding.UTF8.GetBytes(line)),
        };
        foreach (string field in TextFields)
        {
            if (article.TryGetProperty(field, out JsonElement text))
            {
                document.Add(new TextField(field, text.GetString(), Field.Store.NO));
            }
        }

        foreach (string field in ValueFields)
        {
            if (article.TryGetProperty(field, out JsonElement value))
            {
                document.Add(new StringField(field, value.GetString(), Field.Store.NO));
            }
        }

        return document;
    }
}
