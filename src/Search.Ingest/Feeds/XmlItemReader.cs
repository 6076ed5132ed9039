using Search.Ingest.Records;

namespace Search.Ingest.Feeds;

/// <summary>Cuts an XML document into what stands before its first item, its items, and what stands between and after them.</summary>
/// <remarks>So no more than one item is in memory, and an item that is malformed leaves the others alone. Nothing is checked.</remarks>
/// <param name="stream">The document in UTF-8.</param>
/// <param name="elements">The names of the elements that are items, without prefixes.</param>
internal sealed class XmlItemReader(Stream stream, params string[] elements) : RecordReader(stream)
{
    /// <summary>Of the longest tag that is looked for, <c>&lt;![CDATA[</c> or <c>&lt;/sitemap&gt;</c>, and one more.</summary>
    private const int LongestMark = 12;

    private int _position;
    private bool _isInData;

    /// <summary>Whether a record is an item.</summary>
    public bool IsItem(ReadOnlySpan<byte> record) => StartsWithTag(record, "<"u8);

    protected override int FindEnd(ReadOnlySpan<byte> record, int seen)
    {
        if (seen == 0)
        {
            (_position, _isInData) = (0, false);
        }

        while (true)
        {
            int mark = _isInData ? record[_position..].IndexOf("]]>"u8) : record[_position..].IndexOf((byte)'<');
            if (mark < 0)
            {
                _position = Math.Max(_position, record.Length - (_isInData ? "]]".Length : 0));
                return -1;
            }

            _position += mark;
            ReadOnlySpan<byte> rest = record[_position..];
            if (rest.Length < LongestMark)
            {
                return -1;   // until more is there
            }

            if (_isInData || rest.StartsWith("<![CDATA["u8))
            {
                _isInData = !_isInData;
            }
            else if (_position > 0 && !IsItem(record) && IsItem(rest))
            {
                return _position;
            }
            else if (IsItem(record) && StartsWithTag(rest, "</"u8))
            {
                int close = rest.IndexOf((byte)'>');
                return close < 0 ? -1 : _position + close + 1;
            }

            _position++;
        }
    }

    private bool StartsWithTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> open)
    {
        if (!text.StartsWith(open))
        {
            return false;
        }

        ReadOnlySpan<byte> name = text[open.Length..];
        foreach (string element in elements)
        {
            if (name.Length > element.Length && name[element.Length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'>' or (byte)'/'
                && System.Text.Ascii.Equals(name[..element.Length], element))
            {
                return true;
            }
        }

        return false;
    }
}
