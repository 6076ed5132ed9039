namespace Search.Ingest.Warc;

/// <summary>Named fields as WARC and HTTP have them: <c>Name: value</c>, up to an empty line.</summary>
internal static class HeaderFields
{
    private const int MostFields = 1000;

    /// <summary>Reads them; the first of a name counts, a line that begins with a blank goes on with the value before.</summary>
    /// <param name="nextLine">Gives the lines, without their ends.</param>
    /// <exception cref="InvalidDataException">There are too many.</exception>
    public static Dictionary<string, string> Read(Func<string> nextLine)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string last = "";
        int lines = 0;
        for (string line = nextLine(); line.Length > 0; line = nextLine())
        {
            if (++lines > MostFields)
            {
                throw new InvalidDataException("The header has too many fields.");
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                fields[last] += line.TrimEnd();
            }
            else if (colon > 0)
            {
                last = fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()) ? line[..colon].Trim() : "";
            }
        }

        return fields;
    }
}
