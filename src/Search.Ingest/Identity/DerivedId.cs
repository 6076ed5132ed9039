using System.Security.Cryptography;
using System.Text;

namespace Search.Ingest.Identity;

/// <summary>Ids for articles that come without one: the same input always gets the same.</summary>
/// <remarks><c>u-</c> and the SHA-256 of a text's UTF-8 form in base32 (RFC 4648, small letters, no padding): 54 characters.</remarks>
public static class DerivedId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The id of an article by where it was published.</summary>
    /// <param name="url">An absolute address; spellings of the same address (see <see cref="CanonicalUrl"/>) give the same id.</param>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no absolute address.</exception>
    public static string OfUrl(string url) => Of(CanonicalUrl.Of(url));

    /// <summary>The id of an article by where it lay.</summary>
    /// <param name="relativePath">The path from the folder that was ingested, parted by <c>/</c>.</param>
    public static string OfPath(string relativePath) => Of(relativePath);

    private static string Of(string text)
    {
        var id = new StringBuilder("u-", 54);
        int buffer = 0;
        int bits = 0;
        foreach (byte b in SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        {
            buffer = ((buffer << 8) | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                id.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return id.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();   // 256 bits: one is left
    }
}
