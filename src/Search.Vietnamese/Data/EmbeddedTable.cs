using System.Globalization;
using System.Text;

namespace Search.Vietnamese.Data;

/// <summary>Reads the tab-separated tables that are embedded in this assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows below the header line, split into their columns.</summary>
    public static IEnumerable<string[]> Rows(string fileName)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The table {fileName} is not embedded in this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    /// <summary>A code point written in hexadecimal digits.</summary>
    public static int CodePoint(string hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
