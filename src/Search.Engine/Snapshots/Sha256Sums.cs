using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Engine.Indexing;

namespace Search.Engine.Snapshots;

/// <summary>The checksums of the files of a folder, in the file <c>SHA256SUMS</c>: the form that <c>sha256sum -c</c> reads.</summary>
internal static class Sha256Sums
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "SHA256SUMS";

    private const int Digits = 2 * SHA256.HashSizeInBytes;

    /// <summary>Writes the file, durable when this returns.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sums">The checksum of each file in hexadecimal digits, by name.</param>
    public static void Write(string folder, IReadOnlyDictionary<string, string> sums)
    {
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.Create);
        foreach ((string name, string sum) in sums.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sum}  {name}\n")));
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(folder, FileName), Encoding.Latin1))
        {
            string name = line.Length > Digits + 2 ? line[(Digits + 2)..] : "";
            bool isEntry = name.Length > 0 && line[Digits] == ' ' && line[Digits + 1] == ' ' && line[..Digits].All(char.IsAsciiHexDigitLower)
                && name == Path.GetFileName(name) && sums.TryAdd(name, line[..Digits]);
            if (!isEntry)
            {
                throw new InvalidDataException($"{Path.Combine(folder, FileName)} is damaged.");
            }
        }

        return sums;
    }

    /// <summary>Compares the files with their checksums.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="advance">Is told how many bytes were read, again and again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong, a sentence each: files that are missing, changed or not among them.</returns>
    public static IEnumerable<string> FindDamage(string folder, Action<int>? advance = null, CancellationToken cancellation = default)
    {
        IReadOnlyDictionary<string, string> sums = Read(folder);
        foreach ((string name, string sum) in sums)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                yield return $"{name} is missing.";
            }
            else if (Of(path, advance, cancellation) != sum)
            {
                yield return $"{name} is not as it was written: its SHA-256 differs.";
            }
        }

        foreach (string name in Directory.EnumerateFiles(folder).Select(static path => Path.GetFileName(path)).Where(name => name is not (FileName or WriterLock.FileName) && !sums.ContainsKey(name)))
        {
            yield return $"{name} is no file of the snapshot.";
        }
    }

    private static string Of(string path, Action<int>? advance, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 18];
        while (file.Read(chunk) is var length and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(chunk, 0, length);
            advance?.Invoke(length);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
