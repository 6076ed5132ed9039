using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Search.Engine.Ranking;

namespace Search.Engine.Searching;

/// <summary>Where a list of articles goes on: a place behind one of them, in one generation of the index, for one request.</summary>
/// <param name="Generation">The state of the index that the list is of.</param>
/// <param name="Rank">How many articles stand before the place.</param>
/// <param name="Last">The article before the place.</param>
internal readonly record struct SearchCursor(string Generation, int Rank, PlaceInRanking Last)
{
    private const int FixedLength = 16;

    /// <summary>The opaque text that clients keep: four numbers of four bytes, the name of the generation, in base64url.</summary>
    /// <param name="request">The request that may use it.</param>
    public string ToText(SearchRequest request)
    {
        byte[] bytes = new byte[FixedLength + Encoding.ASCII.GetByteCount(Generation)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, KeyOf(request));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Rank);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Last.Document);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12), Last.Score);
        Encoding.ASCII.GetBytes(Generation, bytes.AsSpan(FixedLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor of a request.</summary>
    /// <exception cref="CursorException">It is none, or of another request.</exception>
    public static SearchCursor Read(string text, SearchRequest request)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw new CursorException(CursorFault.Malformed);
        }

        if (bytes.Length <= FixedLength)
        {
            throw new CursorException(CursorFault.Malformed);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != KeyOf(request))
        {
            throw new CursorException(CursorFault.OfAnotherRequest);
        }

        return new(
            Encoding.ASCII.GetString(bytes.AsSpan(FixedLength)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)),
            new(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(12))));
    }

    /// <summary>Whether it names a place among so many documents; a forged one need not.</summary>
    public bool IsWithin(int maxDocument) => Rank >= 0 && Last.Document >= 0 && Last.Document < maxDocument;

    /// <summary>Four bytes that tell whether another request lists the same: of everything that decides which articles stand in which order.</summary>
    private static uint KeyOf(SearchRequest request)
    {
        ArticleFilter filter = request.Filter;
        string[][] parts =
        [
            [request.Query, $"{request.Syntax} {request.Match} {request.Order} {request.Marks} {request.Collapse} {request.Recency} {filter.From:O} {filter.To:O}"],
            [.. filter.Categories], [.. filter.Sources], [.. filter.Authors], [.. filter.Tags],
        ];
        string all = string.Join('\0', parts.SelectMany(part => part.Prepend($"{part.Length}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
