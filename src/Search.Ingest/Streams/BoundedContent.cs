namespace Search.Ingest.Streams;

/// <summary>Whole contents in memory, up to a size.</summary>
internal static class BoundedContent
{
    private const int FirstBytes = 1 << 16;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The rest of it is read.</param>
    /// <param name="most">The longest content that is accepted, in bytes.</param>
    /// <returns>The content in memory of its own; <see langword="null"/> if it is longer, of which no more than one byte too many is read.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[]? Read(Stream stream, int most)
    {
        byte[] buffer = new byte[Math.Min(most + 1, FirstBytes)];
        int length = 0;
        while (true)
        {
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            if (length < buffer.Length)
            {
                return buffer.AsSpan(0, length).ToArray();
            }

            if (length > most)
            {
                return null;
            }

            Array.Resize(ref buffer, (int)Math.Min(most + 1L, 2L * buffer.Length));
        }
    }
}
