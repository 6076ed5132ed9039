using System.Collections.Frozen;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Cuts Vietnamese text into tokens: syllables, words, numbers, and composites such as document numbers and dates.</summary>
/// <remarks>
/// <para>Tokens are spans of the original text, whatever mixture of Unicode forms it holds; only their terms are normalized and have their tone
/// mark in the canonical place. They come in the order of their starts, a composite before its parts. The original text between
/// <c>Start</c> and <c>End</c> scans to the same term; exceptions are Roman numerals, dates, versions and the parts of composites,
/// whose reading depends on what stands around them.</para>
/// <para>An instance is a reusable buffer: scanning allocates only while a text is longer than all before it. Not thread-safe.</para>
/// <code>
/// var scanner = new VietnameseTokenScanner();
/// scanner.Reset("Nghị quyết 15/NQ-BCH".AsMemory());
/// while (scanner.MoveNext())
/// {
///     Console.WriteLine($"{scanner.Term} {scanner.Current.Type.Name()} {scanner.Current.Start}-{scanner.Current.End}");
/// }
/// </code>
/// </remarks>
public sealed class VietnameseTokenScanner
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        new[] { "TP", "Tp", "TS", "GS", "PGS", "ThS", "BS", "KS", "LS", "Q", "P", "Tr", "tr", "st" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly NormalizedText _text = new();
    private readonly TokenBuilder _tokens;
    private ReadOnlyMemory<char> _original;

    /// <summary>The index in the normalized text where scanning goes on.</summary>
    private int _next;
    private int _current;

    /// <summary>Makes a scanner of no text; <see cref="Reset"/> gives it one.</summary>
    public VietnameseTokenScanner() => _tokens = new TokenBuilder(_text);

    /// <summary>The token that <see cref="MoveNext"/> reached.</summary>
    public VietnameseToken Current => _tokens[_current];

    /// <summary>The canonical form of the current token; valid until the next <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<char> Term => _tokens.Term(_current);

    /// <summary>Begins a new text, which must not change while it is scanned.</summary>
    public void Reset(ReadOnlyMemory<char> text)
    {
        _original = text;
        _text.Set(text.Span);
        _tokens.Reset();
        _next = 0;
        _current = -1;
    }

    /// <summary>Advances to the next token.</summary>
    /// <returns><see langword="false"/> at the end of the text.</returns>
    public bool MoveNext()
    {
        if (++_current < _tokens.Count)
        {
            return true;
        }

        _current = 0;
        return ScanNext();
    }

    /// <summary>Makes the next token, with its parts if it has some.</summary>
    private bool ScanNext()
    {
        ReadOnlySpan<char> text = _text.Chars;
        bool isFound = SkipToToken(text, out TextBreak textBreak);
        _tokens.Begin(textBreak);
        if (!isFound)
        {
            return false;
        }

        int start = _next;
        CharClass first = CharClasses.At(text, start, out int length);
        if (text[start] == '#')
        {
            _tokens.AddTag(start);
        }
        else if (first == CharClass.Han)
        {
            _tokens.AddIdeograph(start, length);
        }
        else if (TextRun.Read(text, start) is var run && IsAlone(text, run.End))
        {
            _tokens.AddRun(run);
        }
        else if (!(_tokens.TryAddAddress(start)
            || (first == CharClass.Digit && (_tokens.TryAddDocumentNumber(start) || _tokens.TryAddDate(start) || _tokens.TryAddNumber(start)))))
        {
            _tokens.AddJoined(run);
        }

        _next = _tokens.LastRun.End;
        return true;
    }

    /// <summary>Moves to the next character that begins a token and notes the sentence or paragraph end on the way.</summary>
    private bool SkipToToken(ReadOnlySpan<char> text, out TextBreak textBreak)
    {
        textBreak = TextBreak.None;
        bool isTerminated = false;
        bool isSentenceEnd = false;
        ReadOnlySpan<char> original = default;
        for (; _next < text.Length; _next++)
        {
            char c = text[_next];
            CharClass found = CharClasses.At(text, _next, out int length);
            switch (found)
            {
                case CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Han:
                    if (isSentenceEnd && textBreak == TextBreak.None && found is CharClass.UpperLetter or CharClass.Digit)
                    {
                        textBreak = TextBreak.Sentence;
                    }

                    return true;
                case CharClass.Space:
                    isSentenceEnd |= isTerminated;
                    if (original.IsEmpty)
                    {
                        original = _original.Span;
                    }

                    if (original[_text.StartOf(_next)] is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085')
                    {
                        textBreak = TextBreak.Paragraph;
                    }

                    break;
                default:
                    if (TagPattern.IsStart(text, _next))
                    {
                        return true;
                    }

                    if (c is '!' or '?' || (c == '.' && !IsAbbreviation(text)))
                    {
                        isTerminated = true;
                    }
                    else if (!isSentenceEnd && c is not ('"' or '\'' or ')' or ']' or '.'))
                    {
                        isTerminated = false;
                    }

                    break;
            }

            _next += length - 1;
        }

        return false;
    }

    /// <summary>Whether the full stop at the current index belongs to the run before it: an abbreviation, an initial, a number.</summary>
    private bool IsAbbreviation(ReadOnlySpan<char> text)
    {
        TextRun run = _tokens.LastRun;
        if (run.End != _next || _next == 0)
        {
            return false;
        }

        ReadOnlySpan<char> letters = text[run.Start..run.TermEnd];
        return run.Kind == RunKind.Digits || (letters.Length == 1 && run.IsUpper) || Abbreviations.Contains(letters);
    }

    /// <summary>Whether nothing after a run could make it part of an address, a number or a joined word.</summary>
    private static bool IsAlone(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        return text[end] switch
        {
            ' ' => true,
            ':' => !text[end..].StartsWith("://", StringComparison.Ordinal),
            '.' or ',' or '-' or '&' or '@' or '/' or '_' or '%' or '+' => end + 1 >= text.Length || !TextRun.IsStart(text, end + 1),
            _ => true,
        };
    }
}
