using System.Globalization;
using System.Text;

namespace Search.Benchmarks.Peers;

/// <summary>An article as every peer gets it: one line of a file, so that none spends time on preparing what another is given.</summary>
/// <param name="Number">Its place in the corpus, from 0: the id that peers answer with.</param>
/// <param name="Day">Its day as a number, 20170131.</param>
/// <param name="Category">Its section.</param>
/// <param name="Syllables">Title, lead and body as canonical terms of our tokenizer, in small letters, parted by single spaces.</param>
/// <param name="Title">The title as published.</param>
/// <param name="Lead">The lead; may be empty.</param>
/// <param name="Body">The text.</param>
internal sealed record PeerArticle(int Number, int Day, string Category, string Syllables, string Title, string Lead, string Body)
{
    /// <summary>Stands for a line end within a field of the file.</summary>
    private const char LineEnd = '\u001F';

    /// <summary>The whole text as published.</summary>
    public string Text => $"{Title}\n{Lead}\n{Body}";

    /// <summary>The articles of a file, lazily.</summary>
    public static IEnumerable<PeerArticle> Read(string path) => File.ReadLines(path).Select(static line =>
    {
        string[] fields = line.Split('\t');
        return new PeerArticle(
            int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], fields[3], fields[4], fields[5],
            fields[6].Replace(LineEnd, '\n'));
    });

    /// <summary>Appends its line.</summary>
    public void Write(TextWriter output) =>
        output.Write(string.Join('\t', Number.ToString(CultureInfo.InvariantCulture), Day.ToString(CultureInfo.InvariantCulture), OneLine(Category), Syllables, OneLine(Title), OneLine(Lead), OneLine(Body)) + "\n");

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            line.Append(c switch { '\n' => LineEnd, '\t' or '\r' or '\0' => ' ', _ => c });
        }

        return line.ToString();
    }
}
