using System.Runtime.InteropServices;
using System.Text;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Unicode;

/// <summary>Text in the library's canonical form, each character with its span in the original.</summary>
/// <remarks>
/// <para>The form is NFC with one more guarantee: on a vowel, letter marks come before tone marks, so <c>á</c> + U+0302 is <c>ấ</c>.
/// Invisible characters are gone, kinds of space, quote and dash are one each, Ð is Đ. Case is kept. Normalizing twice changes nothing.</para>
/// <para>An instance is a buffer to be reused: <see cref="Set"/> allocates only when a text is longer than all before it. Not thread-safe.
/// Source: Unicode Standard, chapter 3; UAX #15; TCVN 6909:2001.</para>
/// </remarks>
public sealed class NormalizedText
{
    private const char Horn = '\u031B';
    private const char Replacement = '\uFFFD';

    /// <summary>A syllable has seven letters at most; a longer run beside a zero-width space is none.</summary>
    private const int LongestSyllable = 7;

    private static readonly char[] LowerLetters = [.. Enumerable.Range(0, 0x1F00).Select(c => c == 'İ' ? 'i' : char.ToLowerInvariant((char)c))];

    private readonly List<char> _cluster = [];
    private readonly List<char> _decomposed = [];
    private char[] _chars = new char[256];
    private int[] _starts = new int[256];
    private int[] _ends = new int[256];
    private int _clusterStart;
    private int _clusterEnd;

    /// <summary>The number of UTF-16 code units.</summary>
    public int Length { get; private set; }

    /// <summary>The normalized characters; valid until the next <see cref="Set"/>.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Where the character at an index begins in the original: a 0-based offset in UTF-16 code units.</summary>
    public int StartOf(int index) => _starts[index];

    /// <summary>Where the character at an index, with its marks, ends in the original (exclusive).</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>The normalized form of a text.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var normalized = new NormalizedText();
        normalized.Set(text);
        return normalized.Chars.ToString();
    }

    /// <summary>The small letter, the same on every machine: İ becomes i, everything else as in the Unicode Character Database.</summary>
    public static char Lower(char c) => c < LowerLetters.Length ? LowerLetters[c] : char.ToLowerInvariant(c);

    /// <summary>Makes the letters small, in place.</summary>
    public static void Lower(Span<char> text)
    {
        foreach (ref char c in text)
        {
            c = Lower(c);
        }
    }

    /// <summary>Normalizes a text into this buffer, replacing what it held. O(n).</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        Length = 0;
        _cluster.Clear();
        Reserve(text.Length);
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            switch (CharMap.Of(c))
            {
                case CharTreatment.Plain:
                    FlushCluster();
                    i = CopyPlain(text, i);
                    break;
                case CharTreatment.Mark:
                    Append(c, i, i + 1);
                    i++;
                    break;
                case CharTreatment.Delete:
                    i++;
                    break;
                case CharTreatment.Replace:
                    foreach (char replacement in CharMap.Replacement(c))
                    {
                        Begin(replacement, i, i + 1);
                    }

                    i++;
                    break;
                case CharTreatment.Superscript:
                    FlushCluster();
                    Begin(Length > 0 && char.IsLetter(_chars[Length - 1]) ? CharMap.SuperscriptDigit(c) : ' ', i, i + 1);
                    i++;
                    break;
                case CharTreatment.ZeroWidthSpace:
                    FlushCluster();
                    if (!JoinsSyllable(text[(i + 1)..]))
                    {
                        Begin(' ', i, i + 1);
                    }

                    i++;
                    break;
                default:
                    i += AppendSurrogate(text[i..], i);
                    break;
            }
        }

        FlushCluster();
    }

    /// <summary>Copies plain characters up to the one before the next that is not; that one begins a cluster, for a mark may follow.</summary>
    private int CopyPlain(ReadOnlySpan<char> text, int i)
    {
        int end = i + 1;
        while (end < text.Length && CharMap.Of(text[end]) == CharTreatment.Plain)
        {
            end++;
        }

        int count = end - 1 - i;
        Reserve(count + 1);
        text.Slice(i, count).CopyTo(_chars.AsSpan(Length));
        Span<int> starts = _starts.AsSpan(Length, count);
        Span<int> ends = _ends.AsSpan(Length, count);
        for (int k = 0; k < count; k++)
        {
            starts[k] = i + k;
            ends[k] = i + k + 1;
        }

        Length += count;
        Begin(text[end - 1], end - 1, end);
        return end;
    }

    private int AppendSurrogate(ReadOnlySpan<char> text, int offset)
    {
        if (Rune.DecodeFromUtf16(text, out Rune rune, out int length) != System.Buffers.OperationStatus.Done)
        {
            Begin(Replacement, offset, offset + 1);
            return 1;
        }

        if (CharMap.IsDeleted(rune.Value))
        {
            return length;
        }

        if (CharMap.MathematicalLetter(rune.Value) is var plain and not '\0')
        {
            Begin(plain, offset, offset + length);
            return length;
        }

        if (!CharClasses.IsMark(Rune.GetUnicodeCategory(rune)))
        {
            FlushCluster();
        }

        Append(text[0], offset, offset + length);
        Append(text[1], offset, offset + length);
        return length;
    }

    private void Begin(char c, int start, int end)
    {
        FlushCluster();
        Append(c, start, end);
    }

    private void Append(char c, int start, int end)
    {
        if (_cluster.Count == 0)
        {
            _clusterStart = start;
        }

        _clusterEnd = end;
        _cluster.Add(c);
    }

    private void FlushCluster()
    {
        if (_cluster.Count > 1)
        {
            ComposeCluster();
        }
        else if (_cluster.Count == 0)
        {
            return;
        }
        else if (CharMap.Of(_cluster[0]) == CharTreatment.Mark)
        {
            ComposeCluster();   // a mark alone may be a deprecated twin of another
        }

        Reserve(_cluster.Count);
        foreach (char c in CollectionsMarshal.AsSpan(_cluster))
        {
            _chars[Length] = c;
            _starts[Length] = _clusterStart;
            _ends[Length++] = _clusterEnd;
        }

        _cluster.Clear();
    }

    /// <summary>Puts the marks of one letter into canonical order and composes them.</summary>
    private void ComposeCluster()
    {
        _decomposed.Clear();
        foreach (char c in CollectionsMarshal.AsSpan(_cluster))
        {
            Composition.Decompose(c, _decomposed);
        }

        Span<char> marks = CollectionsMarshal.AsSpan(_decomposed)[1..];
        char letter = _decomposed[0];
        _cluster.Clear();
        switch (letter)
        {
            case 'd' or 'D' when marks is ['\u0335' or '\u0336', ..]:
                _cluster.Add(letter == 'd' ? 'đ' : 'Đ');
                _cluster.AddRange(marks[1..]);
                break;
            case 'i' or 'j' when marks.IndexOf('\u0307') is var dot and >= 0:
                _cluster.Add(letter);
                _cluster.AddRange(marks[..dot]);
                _cluster.AddRange(marks[(dot + 1)..]);
                break;
            default:
                _cluster.AddRange(CollectionsMarshal.AsSpan(_decomposed));
                break;
        }

        if (letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'A' or 'E' or 'I' or 'O' or 'U' or 'Y')
        {
            OrderVowelMarks(letter);
        }

        Composition.Compose(_cluster);
    }

    /// <summary>Letter marks first, then tone marks, each once, then the rest.</summary>
    private void OrderVowelMarks(char vowel)
    {
        _decomposed.Clear();
        _decomposed.AddRange(CollectionsMarshal.AsSpan(_cluster)[1..]);
        _cluster.RemoveRange(1, _cluster.Count - 1);
        if (vowel is 'o' or 'u' or 'O' or 'U')
        {
            CollectionsMarshal.AsSpan(_decomposed).Replace('\u0315', Horn);   // a comma above right is how some fonts draw the horn
        }

        foreach (bool tones in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (char mark in _decomposed)
            {
                if ((tones ? IsTone(mark) : IsLetterMark(mark)) && !_cluster.Contains(mark))
                {
                    _cluster.Add(mark);
                }
            }
        }

        foreach (char mark in _decomposed)
        {
            if (!IsTone(mark) && !IsLetterMark(mark))
            {
                _cluster.Add(mark);
            }
        }
    }

    private static bool IsTone(char mark) => mark is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static bool IsLetterMark(char mark) => mark is '\u0302' or '\u0306' or Horn;

    /// <summary>Whether a zero-width space only cuts a syllable in two (<c>cô|ng</c>) rather than parting two syllables.</summary>
    private bool JoinsSyllable(ReadOnlySpan<char> after)
    {
        int runStart = Length;
        while (runStart > 0 && Length - runStart <= LongestSyllable && char.IsLetter(_chars[runStart - 1]))
        {
            runStart--;
        }

        int runEnd = 0;   // letters with marks: at most three code units each
        while (runEnd < after.Length && runEnd <= 3 * LongestSyllable && CharMap.Of(after[runEnd]) is CharTreatment.Plain or CharTreatment.Mark
            && (CharClasses.Of(after[runEnd]) is CharClass.Letter or CharClass.UpperLetter or CharClass.Mark))
        {
            runEnd++;
        }

        int left = Length - runStart;
        if (left is 0 or > LongestSyllable || runEnd == 0 || CharMap.Of(after[0]) == CharTreatment.Mark)
        {
            return false;
        }

        string right = Normalize(after[..runEnd]);
        if (left + right.Length > LongestSyllable)
        {
            return false;
        }

        Span<char> joined = stackalloc char[LongestSyllable];
        _chars.AsSpan(runStart, left).CopyTo(joined);
        right.CopyTo(joined[left..]);
        return Syllable.IsSyllable(joined[..(left + right.Length)])
            && !(Syllable.IsSyllable(joined[..left]) && Syllable.IsSyllable(right));
    }

    private void Reserve(int more)
    {
        int needed = Length + more;
        if (needed > _chars.Length)
        {
            int size = Math.Max(needed, 2 * _chars.Length);
            Array.Resize(ref _chars, size);
            Array.Resize(ref _starts, size);
            Array.Resize(ref _ends, size);
        }
    }
}
