using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Search.Engine.Checking;

/// <summary>Looks for damage in the files of an index. Each ends with the checksum (CRC-32) of all that stands before it, so that one bit anywhere shows.</summary>
internal static class FileChecksum
{
    private const int ChunkBytes = 1 << 18;

    /// <summary>Reads a file whole.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="advance">Is told how many bytes were read, again and again.</param>
    /// <exception cref="IOException">It is damaged, or cannot be read.</exception>
    public static void Verify(Lucene.Net.Store.Directory directory, string name, Action<int>? advance = null)
    {
        using IndexInput file = directory.OpenInput(name, IOContext.READ_ONCE);
        Expect(file.Length >= CodecUtil.FooterLength(), name, "too short");
        using var input = new BufferedChecksumIndexInput(file);
        var chunk = new byte[ChunkBytes];
        for (long left = file.Length - CodecUtil.FooterLength(); left > 0;)
        {
            int length = (int)Math.Min(left, ChunkBytes);
            input.ReadBytes(chunk, 0, length);
            left -= length;
            advance?.Invoke(length);
        }

        CodecUtil.CheckFooter(input);
        advance?.Invoke(CodecUtil.FooterLength());
    }

    /// <summary>Reads the beginning and the end of a file: finds one that is cut off, empty or foreign.</summary>
    /// <exception cref="IOException">It is damaged, or cannot be read.</exception>
    public static void VerifyEnds(Lucene.Net.Store.Directory directory, string name)
    {
        using IndexInput file = directory.OpenInput(name, IOContext.READ_ONCE);
        Expect(file.Length >= CodecUtil.FooterLength(), name, "too short");
        Expect(file.ReadInt32() == CodecUtil.CODEC_MAGIC || IsDeletions(name), name, "without its header");
        CodecUtil.RetrieveChecksum(file);
    }

    /// <summary>The checksum that a file says it has.</summary>
    public static long Stated(IndexInput file) => CodecUtil.RetrieveChecksum(file);

    /// <summary>Deletions begin with a number instead; their checksum is compared when they are opened.</summary>
    private static bool IsDeletions(string name) => name.EndsWith(".del", StringComparison.Ordinal);

    private static void Expect(bool isSo, string name, string problem)
    {
        if (!isSo)
        {
            throw new CorruptIndexException($"{name} is {problem}.");
        }
    }
}
