using System.Buffers;
using System.Globalization;
using System.Text;

namespace Search.Articles;

/// <summary>The strings of JSON, in both directions, without loss.</summary>
/// <remarks>JSON may escape half of a surrogate pair (<c>\ud800</c>; RFC 8259, section 8.2). The platform's reader throws on it and its
/// writer replaces it; here it is one UTF-16 code unit like any other.</remarks>
internal static class JsonString
{
    /// <summary>The text that a JSON string stands for.</summary>
    /// <param name="escaped">What stands between the quotation marks: valid UTF-8, its escapes valid as well.</param>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        char[] text = ArrayPool<char>.Shared.Rent(escaped.Length);   // no escape, no UTF-8 character is shorter than what it stands for
        int length = 0;
        while (escaped.IndexOf((byte)'\\') is var plain and >= 0)
        {
            length += Encoding.UTF8.GetChars(escaped[..plain], text.AsSpan(length));
            ReadOnlySpan<byte> escape = escaped[(plain + 1)..];
            text[length++] = escape[0] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)ushort.Parse(escape[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                byte itself => (char)itself,
            };
            escaped = escape[0] == 'u' ? escape[5..] : escape[1..];
        }

        length += Encoding.UTF8.GetChars(escaped, text.AsSpan(length));
        string unescaped = new(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
        return unescaped;
    }

    /// <summary>The JSON string, with its quotation marks, that stands for a text.</summary>
    /// <returns>Valid UTF-16: lone surrogates are escaped, as are control characters; all letters stand for themselves.</returns>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\ud800' and <= '\udfff') => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
