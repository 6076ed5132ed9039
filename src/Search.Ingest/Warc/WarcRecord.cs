using System.Globalization;
using System.Security.Cryptography;

namespace Search.Ingest.Warc;

/// <summary>One record of a web archive (ISO 28500, WARC 1.0 and 1.1).</summary>
/// <param name="Fields">Its named fields; names in any case, the first of a name counts.</param>
/// <param name="Block">Its content, or the beginning of one that is too long.</param>
/// <param name="IsTooLong">Whether the content was not taken into memory as a whole.</param>
internal sealed record WarcRecord(IReadOnlyDictionary<string, string> Fields, ReadOnlyMemory<byte> Block, bool IsTooLong)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary><c>response</c>, <c>resource</c>, <c>request</c> and so on; empty if it is not stated.</summary>
    public string Type => Field("WARC-Type");

    /// <summary>The address of what was archived; empty if there is none.</summary>
    public string TargetUri => Field("WARC-Target-URI").Trim('<', '>');

    /// <summary>Whether the archiver broke the content off.</summary>
    public bool IsTruncated => Field("WARC-Truncated").Length > 0;

    /// <summary>A field, or empty.</summary>
    public string Field(string name) => Fields.TryGetValue(name, out string? value) ? value : "";

    /// <summary>Whether the content is what it was when it was archived, as far as a digest in SHA-1, SHA-256 or MD5 tells.</summary>
    public bool IsIntact()
    {
        string[] digest = Field("WARC-Block-Digest").Split(':', 2);
        byte[]? hash = digest[0].ToUpperInvariant() switch
        {
            _ when digest.Length < 2 || IsTooLong => null,
#pragma warning disable CA5350, CA5351 // what the archive was written with; it guards against damage, not against people
            "SHA1" => SHA1.HashData(Block.Span),
            "MD5" => MD5.HashData(Block.Span),
#pragma warning restore CA5350, CA5351
            "SHA256" => SHA256.HashData(Block.Span),
            _ => null,
        };
        return hash is null || digest[1].TrimEnd('=').Equals(ToBase32(hash), StringComparison.OrdinalIgnoreCase)
            || digest[1].Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The length of the content that the fields state.</summary>
    /// <exception cref="InvalidDataException">They state none.</exception>
    public static long LengthOf(Dictionary<string, string> fields) =>
        fields.TryGetValue("Content-Length", out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : throw new InvalidDataException("The record states no length.");

    private static string ToBase32(byte[] bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (int i = 0; i < text.Length; i++)
        {
            int at = i * 5;
            int two = (bytes[at / 8] << 8) | (at / 8 + 1 < bytes.Length ? bytes[at / 8 + 1] : 0);
            text[i] = Base32[(two >> (11 - (at % 8))) & 31];
        }

        return new string(text);
    }
}
