using System.Collections.Frozen;
using System.Globalization;
using Search.Vietnamese.Syllables;
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
    /// <summary>The decimal value of the largest Roman numeral that is read has two digits.</summary>
    private const int RomanDigits = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        new[] { "TP", "Tp", "TS", "GS", "PGS", "ThS", "BS", "KS", "LS", "Q", "P", "Tr", "tr", "st" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly NormalizedText _text = new();
    private ReadOnlyMemory<char> _original;

    /// <summary>The index in the normalized text where scanning goes on.</summary>
    private int _next;
    private int _position;
    private TextBreak _break;

    /// <summary>The last run scanned, as indices into the normalized text.</summary>
    private Run _lastRun;

    private readonly List<Run> _runs = [];
    private VietnameseToken[] _tokens = new VietnameseToken[16];
    private int[] _termEnds = new int[16];
    private char[] _terms = new char[256];
    private int _termsLength;
    private int _count;
    private int _current = -1;

    private enum RunKind : byte
    {
        Letters,
        Digits,
        Mixed,
    }

    /// <summary>Adjacent letters, marks and digits: indices into the normalized text.</summary>
    /// <param name="Start">The first character.</param>
    /// <param name="TermEnd">After the last character of the term, which leaves a possessive <c>'s</c> out.</param>
    /// <param name="End">After the last character.</param>
    /// <param name="Kind">Letters, digits or both.</param>
    /// <param name="IsUpper">All letters are capitals, and there is one.</param>
    /// <param name="HasApostrophe">Letters are joined by an apostrophe that the term leaves out.</param>
    private readonly record struct Run(int Start, int TermEnd, int End, RunKind Kind, bool IsUpper, bool HasApostrophe);

    /// <summary>The token that <see cref="MoveNext"/> reached.</summary>
    public VietnameseToken Current => _tokens[_current];

    /// <summary>The canonical form of the current token; valid until the next <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<char> Term
    {
        get
        {
            int start = _current == 0 ? 0 : _termEnds[_current - 1];
            return _terms.AsSpan(start, _termEnds[_current] - start);
        }
    }

    /// <summary>Begins a new text, which must not change while it is scanned.</summary>
    public void Reset(ReadOnlyMemory<char> text)
    {
        _original = text;
        _text.Set(text.Span);
        _next = 0;
        _position = 0;
        _break = TextBreak.None;
        _lastRun = default;
        _count = 0;
        _current = -1;
    }

    /// <summary>Advances to the next token.</summary>
    /// <returns><see langword="false"/> at the end of the text.</returns>
    public bool MoveNext()
    {
        if (++_current < _count)
        {
            return true;
        }

        _count = 0;
        _termsLength = 0;
        _current = 0;
        ScanNext();
        return _count > 0;
    }

    private void ScanNext()
    {
        ReadOnlySpan<char> text = _text.Chars;
        if (!SkipToToken(text))
        {
            return;
        }

        int start = _next;
        CharClass first = CharClasses.At(text, start, out int length);
        if (text[start] == '#')
        {
            AddTag(text, start);
        }
        else if (first == CharClass.Han)
        {
            AddTerm(text.Slice(start, length));
            AddToken(TokenType.Han, start, start + length, 1);
            EndRun(new(start, start + length, start + length, RunKind.Letters, false, false));
        }
        else if (ReadRun(text, start) is var run && IsAlone(text, run.End))
        {
            AddRun(text, run, isPart: false);
            EndRun(run);
        }
        else if (!(AddAddress(text, start) || (first == CharClass.Digit && (AddDocumentNumber(text, start) || AddDate(text, start) || AddNumber(text, start)))))
        {
            AddJoined(text, run);
        }

        _break = TextBreak.None;
    }

    /// <summary>Moves to the next character that begins a token and notes the sentence or paragraph end on the way.</summary>
    private bool SkipToToken(ReadOnlySpan<char> text)
    {
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
                    if (isSentenceEnd && _break == TextBreak.None && found is CharClass.UpperLetter or CharClass.Digit)
                    {
                        _break = TextBreak.Sentence;
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
                        _break = TextBreak.Paragraph;
                    }

                    break;
                default:
                    if (c == '#' && IsTag(text, _next))
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
        if (_lastRun.End != _next || _next == 0)
        {
            return false;
        }

        ReadOnlySpan<char> run = text[_lastRun.Start.._lastRun.TermEnd];
        return _lastRun.Kind == RunKind.Digits || (run.Length == 1 && _lastRun.IsUpper) || Abbreviations.Contains(run);
    }

    private static bool IsTag(ReadOnlySpan<char> text, int sign) =>
        sign + 1 < text.Length && CharClasses.IsLetter(CharClasses.At(text, sign + 1, out _))
        && (sign == 0 || CharClasses.Of(text[sign - 1]) is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark));

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
            '.' or ',' or '-' or '&' or '@' or '/' or '_' or '%' or '+' => end + 1 >= text.Length || !IsRunStart(text, end + 1),
            _ => true,
        };
    }

    private static bool IsRunStart(ReadOnlySpan<char> text, int i) =>
        CharClasses.At(text, i, out _) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit;

    /// <summary>Reads letters, marks and digits from an index that begins with a letter or digit.</summary>
    private static Run ReadRun(ReadOnlySpan<char> text, int start)
    {
        bool hasLower = false;
        bool hasUpper = false;
        bool hasDigits = false;
        bool hasApostrophe = false;
        int i = start;
        while (i < text.Length)
        {
            CharClass found = CharClasses.At(text, i, out int length);
            if (found == CharClass.UpperLetter)
            {
                hasUpper = true;
            }
            else if (found == CharClass.Letter)
            {
                hasLower = true;
            }
            else if (found == CharClass.Digit)
            {
                hasDigits = true;
            }
            else if (text[i] == '\'' && JoinsLetters(text, i))
            {
                if (IsPossessive(text, i))
                {
                    return Finish(i, i + 2);
                }

                hasApostrophe = true;
            }
            else if (found != CharClass.Mark)
            {
                break;
            }

            i += length;
        }

        return Finish(i, i);

        Run Finish(int termEnd, int end) => new(
            start, termEnd, end,
            hasDigits ? (hasLower || hasUpper ? RunKind.Mixed : RunKind.Digits) : RunKind.Letters,
            hasUpper && !hasLower, hasApostrophe);
    }

    private static bool JoinsLetters(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe > 0 && apostrophe + 1 < text.Length
        && CharClasses.Of(text[apostrophe - 1]) is CharClass.Letter or CharClass.UpperLetter or CharClass.Mark
        && CharClasses.IsLetter(CharClasses.Of(text[apostrophe + 1]));

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe) =>
        text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == text.Length || CharClasses.Of(text[apostrophe + 2]) is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark));

    private void EndRun(Run run)
    {
        _lastRun = run;
        _next = run.End;
    }

    private bool AddAddress(ReadOnlySpan<char> text, int start)
    {
        int end = AddressPattern.MatchEmail(text, start);
        TokenType type = TokenType.Email;
        if (end < 0)
        {
            end = AddressPattern.MatchUrl(text, start);
            type = TokenType.Url;
        }

        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<char> address = text[(start + AddressPattern.SchemeLength(text[start..end]))..end];
        AddLower(type == TokenType.Url && address.EndsWith('/') ? address[..^1] : address);
        AddComposite(type, text, start, end);
        return true;
    }

    private bool AddDocumentNumber(ReadOnlySpan<char> text, int start)
    {
        int end = DocumentNumberPattern.Match(text, start);
        if (end < 0)
        {
            return false;
        }

        bool hasLeadingZero = text[start] == '0' && char.IsAsciiDigit(text[start + 1]) && !char.IsAsciiDigit(text[start + 2]);
        AddLower(text[(hasLeadingZero ? start + 1 : start)..end]);
        AddComposite(TokenType.DocumentNumber, text, start, end);
        return true;
    }

    private bool AddDate(ReadOnlySpan<char> text, int start)
    {
        int end = NumberPattern.MatchDate(text, start, out NumberPattern.Date date);
        if (end < 0)
        {
            return false;
        }

        date.TryFormat(ReserveTerm(16), out int length);
        _termsLength += length;
        AddComposite(TokenType.Date, text, start, end);
        return true;
    }

    /// <summary>Adds digits with groups; plain digits are left to the run that they begin.</summary>
    private bool AddNumber(ReadOnlySpan<char> text, int start)
    {
        int end = NumberPattern.MatchGroups(text, start);
        ReadOnlySpan<char> number = text[start..end];
        if (!number.ContainsAny('.', ','))
        {
            return false;
        }

        int length = NumberPattern.Canonicalize(number, ReserveTerm(number.Length));
        if (length < 0)
        {
            AddLower(number);
            AddComposite(TokenType.Version, text, start, end);
            return true;
        }

        _termsLength += length;
        AddToken(TokenType.Number, start, end, 1);
        EndRun(new(start, end, end, RunKind.Digits, false, false));
        return true;
    }

    private void AddTag(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            CharClass found = CharClasses.At(text, end, out int length);
            if (text[end] != '_' && found is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark))
            {
                break;
            }

            end += length;
        }

        int term = _termsLength;
        AddLower(text[start..end]);
        Span<char> written = _terms.AsSpan(term, _termsLength - term);
        int kept = 0;
        foreach (char c in written)
        {
            if (c != '_')
            {
                written[kept++] = c;
            }
        }

        _termsLength = term + kept;
        AddComposite(TokenType.Tag, text, start, end);
    }

    /// <summary>Adds the token whose term was just written, and the runs inside it as its parts.</summary>
    private void AddComposite(TokenType type, ReadOnlySpan<char> text, int start, int end)
    {
        _runs.Clear();
        int i = start;
        while (i < end)
        {
            if (!IsRunStart(text[..end], i))
            {
                i++;
                continue;
            }

            Run run = type == TokenType.Tag ? ReadTagPart(text[..end], i) : ReadRun(text[..end], i);
            _runs.Add(run);
            i = run.End;
        }

        AddToken(type, start, end, _runs.Count);
        foreach (Run run in _runs)
        {
            AddRun(text, run, isPart: true);
        }

        EndRun(_runs[^1] with { End = end });
    }

    /// <summary>A part of a tag ends between letter and digit and before a capital that follows a small letter.</summary>
    private static Run ReadTagPart(ReadOnlySpan<char> text, int start)
    {
        Run whole = ReadRun(text, start);
        CharClass last = CharClasses.At(text, start, out int length);
        bool isDigits = last == CharClass.Digit;
        bool isUpper = last == CharClass.UpperLetter;
        int i = start + length;
        while (i < whole.End)
        {
            CharClass found = CharClasses.At(text, i, out length);
            if (found != CharClass.Mark && ((found == CharClass.Digit) != isDigits || (last == CharClass.Letter && found == CharClass.UpperLetter)))
            {
                break;
            }

            isUpper &= found != CharClass.Letter;
            last = found == CharClass.Mark ? last : found;
            i += length;
        }

        return new(start, i, i, isDigits ? RunKind.Digits : RunKind.Letters, isUpper, false);
    }

    /// <summary>Adds runs joined by single signs, and before them the composite they make.</summary>
    private void AddJoined(ReadOnlySpan<char> text, Run first)
    {
        _runs.Clear();
        _runs.Add(first);
        bool hasHyphen = false;
        while (true)
        {
            Run last = _runs[^1];
            int sign = last.End;
            if (sign + 1 >= text.Length || text[sign] is not ('.' or '&' or '-') || !IsRunStart(text, sign + 1))
            {
                break;
            }

            Run next = ReadRun(text, sign + 1);
            bool isLastCapitals = last is { Kind: RunKind.Letters, IsUpper: true };
            bool isNextCapitals = next is { Kind: RunKind.Letters, IsUpper: true };
            bool joins = text[sign] switch
            {
                '.' => isLastCapitals && (isNextCapitals || next.Kind == RunKind.Digits),
                '&' => isLastCapitals && isNextCapitals,
                _ => last.Kind != RunKind.Digits || next.Kind != RunKind.Digits,
            };
            if (!joins)
            {
                break;
            }

            hasHyphen |= text[sign] == '-';
            _runs.Add(next);
        }

        if (_runs.Count > 1 && !(hasHyphen && SeparatesNames(text)))
        {
            bool isLetters = true;
            foreach (Run run in _runs)
            {
                isLetters &= run.Kind == RunKind.Letters;
                AddRunTerm(text, run, out _);
            }

            AddToken(isLetters ? TokenType.Join : TokenType.Code, first.Start, _runs[^1].End, _runs.Count);
        }

        foreach (Run run in _runs)
        {
            AddRun(text, run, isPart: _runs.Count > 1);
        }

        EndRun(_runs[^1]);
    }

    /// <summary>Syllables of which a later one is capitalized: the hyphen of Bắc-Nam parts two names.</summary>
    private bool SeparatesNames(ReadOnlySpan<char> text)
    {
        int termsLength = _termsLength;
        bool isLaterCapitalized = false;
        bool areSyllables = true;
        foreach (Run run in _runs)
        {
            AddRunTerm(text, run, out TokenType type);
            areSyllables &= type == TokenType.Syllable;
            isLaterCapitalized |= run.Start != _runs[0].Start && CharClasses.Of(text[run.Start]) == CharClass.UpperLetter;
        }

        _termsLength = termsLength;
        return areSyllables && isLaterCapitalized;
    }

    /// <summary>Adds one run as a token; outside a composite, letters with digits may be a composite themselves.</summary>
    private void AddRun(ReadOnlySpan<char> text, Run run, bool isPart)
    {
        AddRunTerm(text, run, out TokenType type);
        int border = !isPart && run.Kind == RunKind.Mixed ? FindBorder(text, run) : -1;
        AddToken(type, run.Start, run.End, border < 0 ? 1 : 2);
        if (border >= 0)
        {
            AddRun(text, ReadRun(text[..border], run.Start), isPart: true);
            AddRun(text, ReadRun(text[..run.End], border), isPart: true);
        }
        else if (run is { Kind: RunKind.Letters, IsUpper: true } && RomanValue(text, run) is var value and > 0)
        {
            value.TryFormat(ReserveTerm(RomanDigits), out int length, default, CultureInfo.InvariantCulture);
            _termsLength += length;
            _position--;
            AddToken(TokenType.Roman, run.Start, run.End, 1);
        }

        _lastRun = run;
    }

    private int RomanValue(ReadOnlySpan<char> text, Run run)
    {
        ReadOnlySpan<char> capitals = text[run.Start..run.End];
        int value = NumberPattern.RomanValue(capitals);
        return value > 0 && (capitals.Length >= 2 || IsIntroduced(text)) ? value : 0;
    }

    /// <summary>Whether the last run is a word such as <i>khóa</i> that is followed by a number.</summary>
    private bool IsIntroduced(ReadOnlySpan<char> text)
    {
        if (_lastRun.Kind != RunKind.Letters || _lastRun.End == 0)
        {
            return false;
        }

        int termsLength = _termsLength;
        AddRunTerm(text, _lastRun, out _);
        bool isIntroduced = NumberPattern.IntroducesRoman(_terms.AsSpan(termsLength, _termsLength - termsLength));
        _termsLength = termsLength;
        return isIntroduced;
    }

    /// <summary>Where a mixed run falls into two parts that say something each: Covid|19, 10|kg, 15|iphone. Otherwise -1.</summary>
    private static int FindBorder(ReadOnlySpan<char> text, Run run)
    {
        bool startsWithDigits = CharClasses.At(text, run.Start, out _) == CharClass.Digit;
        int border = EndOfKind(text, run.Start, run.TermEnd, startsWithDigits);
        if (EndOfKind(text, border, run.TermEnd, !startsWithDigits) != run.TermEnd)
        {
            return -1;
        }

        int headLength = border - run.Start;
        int tailLength = run.TermEnd - border;
        bool splits = !startsWithDigits
            ? headLength >= 3
            : tailLength >= 3 || (tailLength == 2 && CharClasses.Of(text[border]) == CharClass.Letter && CharClasses.Of(text[border + 1]) == CharClass.Letter);
        return splits ? border : -1;
    }

    private static int EndOfKind(ReadOnlySpan<char> text, int start, int end, bool digits)
    {
        int i = start;
        while (i < end)
        {
            CharClass found = CharClasses.At(text, i, out int length);
            if (found != CharClass.Mark && (found == CharClass.Digit) != digits)
            {
                break;
            }

            i += length;
        }

        return i;
    }

    /// <summary>Writes the canonical term of a run.</summary>
    private void AddRunTerm(ReadOnlySpan<char> text, Run run, out TokenType type)
    {
        int term = _termsLength;
        ReadOnlySpan<char> characters = text[run.Start..run.TermEnd];
        if (run.Kind == RunKind.Digits)
        {
            _termsLength += NumberPattern.Canonicalize(characters, ReserveTerm(characters.Length));
            type = TokenType.Number;
            return;
        }

        AddLower(characters);
        if (run.HasApostrophe)
        {
            _termsLength = term + RemoveApostrophes(_terms.AsSpan(term, _termsLength - term));
        }

        Span<char> letters = _terms.AsSpan(term, _termsLength - term);
        type = run.Kind == RunKind.Mixed ? TokenType.Alphanumeric
            : TonePlacement.Place(letters) || Syllable.IsShape(letters) ? TokenType.Syllable
            : run.IsUpper && run.End - run.Start >= 2 ? TokenType.Acronym
            : TokenType.Word;
    }

    private static int RemoveApostrophes(Span<char> term)
    {
        int length = 0;
        foreach (char c in term)
        {
            if (c != '\'')
            {
                term[length++] = c;
            }
        }

        return length;
    }

    private void AddLower(ReadOnlySpan<char> characters)
    {
        Span<char> term = ReserveTerm(characters.Length);
        for (int i = 0; i < characters.Length; i++)
        {
            term[i] = NormalizedText.Lower(characters[i]);
        }

        _termsLength += characters.Length;
    }

    private void AddTerm(ReadOnlySpan<char> term)
    {
        term.CopyTo(ReserveTerm(term.Length));
        _termsLength += term.Length;
    }

    private Span<char> ReserveTerm(int length)
    {
        if (_termsLength + length > _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(2 * _terms.Length, _termsLength + length));
        }

        return _terms.AsSpan(_termsLength);
    }

    /// <summary>Adds a token for the term just written; a composite leaves the position to its parts.</summary>
    private void AddToken(TokenType type, int start, int end, int positionCount)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * _count);
            Array.Resize(ref _termEnds, 2 * _count);
        }

        _tokens[_count] = new(type, _text.StartOf(start), _text.EndOf(end - 1), _position, positionCount, _count == 0 ? _break : TextBreak.None);
        _termEnds[_count++] = _termsLength;
        if (!IsFollowedByParts(type, positionCount))
        {
            _position++;
        }
    }

    private static bool IsFollowedByParts(TokenType type, int positionCount) => type switch
    {
        TokenType.DocumentNumber or TokenType.Date or TokenType.Version or TokenType.Url or TokenType.Email or TokenType.Tag or TokenType.Join or TokenType.Code => true,
        _ => positionCount > 1,
    };
}
