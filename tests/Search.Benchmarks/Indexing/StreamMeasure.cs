using System.Globalization;
using System.Text;

namespace Search.Benchmarks.Indexing;

/// <summary>How much memory <c>search index -</c> takes for a stream of JSON lines that is made while it is read.</summary>
internal static class StreamMeasure
{
    private const int ParagraphsOfArticle = 40;

    private static readonly string[] Syllables = ["đối", "ngoại", "công", "đoàn", "thông", "tin", "người", "lao", "động", "thành", "phố", "nghị", "quyết", "giá", "vàng", "bóng", "đá", "học", "sinh", "mưa"];

    /// <summary>Prints the figures.</summary>
    /// <param name="gibibytes">How long the stream is.</param>
    /// <param name="output">Where they go.</param>
    public static void Run(double gibibytes, TextWriter output)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("search-measure-");
        try
        {
            long bytes = (long)(gibibytes * (1L << 30));
            MeasuredProcess process = MeasuredProcess.RunSearch(input => Write(input, bytes), "index", "-", "--index", folder.FullName, "--threads", "2");
            string[] report = process.Output.TrimEnd().Split('\n');
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gibibytes} GiB in {process.Time.TotalSeconds:F0} s, peak memory {process.PeakBytes >> 20} MiB; {report[^1]}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Articles of some 30 KiB, each of paragraphs of its own.</summary>
    private static void Write(Stream stream, long bytes)
    {
        var random = new Random(7);
        var line = new StringBuilder();
        long written = 0;
        for (int number = 0; written < bytes; number++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"{{\"id\":\"a{number}\",\"title\":\"Bài số {number}\",\"body\":\"");
            for (int paragraph = 0; paragraph < ParagraphsOfArticle; paragraph++)
            {
                for (int word = 0; word < 120; word++)
                {
                    line.Append(Syllables[random.Next(Syllables.Length)]).Append(' ');
                }

                line.Append(random.Next()).Append(".\\n");
            }

            byte[] json = Encoding.UTF8.GetBytes(line.Append("\"}\n").ToString());
            stream.Write(json);
            written += json.Length;
        }
    }
}
