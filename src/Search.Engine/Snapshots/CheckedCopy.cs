using System.Security.Cryptography;
using Lucene.Net.Store;
using Search.Engine.Checking;

namespace Search.Engine.Snapshots;

/// <summary>Copies a file of an index out of it.</summary>
internal static class CheckedCopy
{
    /// <summary>Copies a file, durable when this returns.</summary>
    /// <returns>Its SHA-256 in hexadecimal digits.</returns>
    /// <exception cref="SnapshotException">It is damaged: the copy would say of the damage that it belongs there.</exception>
    public static string Make(Lucene.Net.Store.Directory directory, string name, string path)
    {
        using IndexInput file = directory.OpenInput(name, IOContext.READ_ONCE);
        try
        {
            FileChecksum.Verify(directory, name);
        }
        catch (IOException damage) when (damage is not FileNotFoundException)
        {
            throw new SnapshotException($"No snapshot was made: the file {name} of the index is damaged ({damage.Message}). See which articles are affected with: search check.", damage);
        }

        using var copy = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 18];
        for (long left = file.Length; left > 0;)
        {
            int length = (int)Math.Min(left, chunk.Length);
            file.ReadBytes(chunk, 0, length);
            hash.AppendData(chunk, 0, length);
            copy.Write(chunk, 0, length);
            left -= length;
        }

        copy.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
