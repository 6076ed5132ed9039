using System.Globalization;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Makes tokens with canonical terms of what the scanner finds in a text: of single runs, numbers, and composites with their parts.</summary>
/// <remarks>Offsets that come in are indices into the normalized text, those of tokens lie in the original.</remarks>
internal sealed class TokenBuilder(NormalizedText normalized)
{
    /// <summary>The decimal value of the largest Roman numeral that is read has two digits.</summary>
    private const int RomanDigits = 2;

    private readonly TokenList _tokens = new();
    private readonly List<TextRun> _runs = [];
    private int _position;
    private TextBreak _break;

    /// <summary>The number of tokens made since <see cref="Begin"/>.</summary>
    public int Count => _tokens.Count;

    /// <summary>The run of the last token; of a composite the last part, but with the end of the whole.</summary>
    public TextRun LastRun { get; private set; }

    private ReadOnlySpan<char> Text => normalized.Chars;

    public VietnameseToken this[int index] => _tokens[index];

    public ReadOnlySpan<char> Term(int index) => _tokens.Term(index);

    /// <summary>Begins a text.</summary>
    public void Reset()
    {
        _tokens.Clear();
        _position = 0;
        LastRun = default;
    }

    /// <summary>Begins the next tokens, forgetting those before.</summary>
    /// <param name="textBreak">What lies before the first of them.</param>
    public void Begin(TextBreak textBreak)
    {
        _tokens.Clear();
        _break = textBreak;
    }

    public void AddIdeograph(int start, int length)
    {
        int end = start + length;
        _tokens.Write(Text[start..end]);
        Add(TokenType.Han, start, end);
        LastRun = new(start, end, end, RunKind.Letters);
    }

    public void AddTag(int sign)
    {
        int end = TagPattern.Match(Text, sign);
        ReadOnlySpan<char> tag = Text[sign..end];
        foreach (Range part in tag.Split('_'))
        {
            _tokens.WriteLower(tag[part]);
        }

        AddComposite(TokenType.Tag, sign, end);
    }

    public bool TryAddAddress(int start)
    {
        ReadOnlySpan<char> text = Text;
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
        _tokens.WriteLower(type == TokenType.Url && address.EndsWith('/') ? address[..^1] : address);
        AddComposite(type, start, end);
        return true;
    }

    public bool TryAddDocumentNumber(int start)
    {
        ReadOnlySpan<char> text = Text;
        int end = DocumentNumberPattern.Match(text, start);
        if (end < 0)
        {
            return false;
        }

        bool hasLeadingZero = text[start] == '0' && char.IsAsciiDigit(text[start + 1]) && !char.IsAsciiDigit(text[start + 2]);
        _tokens.WriteLower(text[(hasLeadingZero ? start + 1 : start)..end]);
        AddComposite(TokenType.DocumentNumber, start, end);
        return true;
    }

    public bool TryAddDate(int start)
    {
        int end = NumberPattern.MatchDate(Text, start, out NumberPattern.Date date);
        if (end < 0)
        {
            return false;
        }

        _tokens.Advance(date.Write(_tokens.Reserve(NumberPattern.Date.LongestForm)));
        AddComposite(TokenType.Date, start, end);
        return true;
    }

    /// <summary>Adds digits with groups; plain digits are left to the run that they begin.</summary>
    public bool TryAddNumber(int start)
    {
        int end = NumberPattern.MatchGroups(Text, start);
        ReadOnlySpan<char> number = Text[start..end];
        if (!number.ContainsAny('.', ','))
        {
            return false;
        }

        int length = NumberPattern.Canonicalize(number, _tokens.Reserve(number.Length));
        if (length < 0)
        {
            _tokens.WriteLower(number);
            AddComposite(TokenType.Version, start, end);
            return true;
        }

        _tokens.Advance(length);
        Add(TokenType.Number, start, end);
        LastRun = new(start, end, end, RunKind.Digits);
        return true;
    }

    /// <summary>Adds a run and those that single signs join to it, and before them the composite they make.</summary>
    public void AddJoined(TextRun first)
    {
        _runs.Clear();
        _runs.Add(first);
        bool hasHyphen = JoinPattern.Match(Text, _runs);
        if (_runs.Count == 1)
        {
            AddRun(first);
            return;
        }

        if (!hasHyphen || !SeparatesNames())
        {
            bool isLetters = true;
            foreach (TextRun run in _runs)
            {
                isLetters &= run.Kind == RunKind.Letters;
                RunTerm.Write(run, Text, _tokens);
            }

            AddWhole(isLetters ? TokenType.Join : TokenType.Code, first.Start, _runs[^1].End, _runs.Count);
        }

        foreach (TextRun run in _runs)
        {
            AddPart(run);
        }
    }

    /// <summary>Adds a run that stands alone; letters with digits may be a composite.</summary>
    public void AddRun(in TextRun run)
    {
        int border = run.Kind == RunKind.Mixed ? run.FindBorder(Text) : -1;
        if (border < 0)
        {
            AddPart(run);
            return;
        }

        AddWhole(RunTerm.Write(run, Text, _tokens), run.Start, run.End, 2);
        AddPart(TextRun.Read(Text[..border], run.Start));
        AddPart(TextRun.Read(Text[..run.End], border));
        LastRun = run;
    }

    /// <summary>Adds the composite whose term was just written, and the runs inside it as its parts.</summary>
    private void AddComposite(TokenType type, int start, int end)
    {
        ReadOnlySpan<char> text = Text[..end];
        _runs.Clear();
        int i = start;
        while (i < end)
        {
            if (!TextRun.IsStart(text, i))
            {
                i++;
                continue;
            }

            TextRun run = type == TokenType.Tag ? TagPattern.ReadPart(text, i) : TextRun.Read(text, i);
            _runs.Add(run);
            i = run.End;
        }

        AddWhole(type, start, end, _runs.Count);
        foreach (TextRun run in _runs)
        {
            AddPart(run);
        }

        LastRun = LastRun with { End = end };
    }

    /// <summary>Adds a run that is not taken apart, and after it the value of a Roman numeral.</summary>
    private void AddPart(in TextRun run)
    {
        Add(RunTerm.Write(run, Text, _tokens), run.Start, run.End);
        if (run is { Kind: RunKind.Letters, IsUpper: true } && RomanValue(run) is var value and > 0)
        {
            value.TryFormat(_tokens.Reserve(RomanDigits), out int length, default, CultureInfo.InvariantCulture);
            _tokens.Advance(length);
            _position--;
            Add(TokenType.Roman, run.Start, run.End);
        }

        LastRun = run;
    }

    private int RomanValue(TextRun run)
    {
        ReadOnlySpan<char> capitals = Text[run.Start..run.End];
        int value = NumberPattern.RomanValue(capitals);
        return value > 0 && (capitals.Length >= 2 || IsIntroduced()) ? value : 0;
    }

    /// <summary>Whether the last run is a word such as <i>khóa</i> that is followed by a number.</summary>
    private bool IsIntroduced()
    {
        if (LastRun.Kind != RunKind.Letters || LastRun.End == 0)
        {
            return false;
        }

        RunTerm.Write(LastRun, Text, _tokens);
        bool isIntroduced = NumberPattern.IntroducesRoman(_tokens.Written);
        _tokens.DropWritten();
        return isIntroduced;
    }

    /// <summary>Syllables of which a later one is capitalized: the hyphen of Bắc-Nam parts two names.</summary>
    private bool SeparatesNames()
    {
        bool isLaterCapitalized = false;
        bool areSyllables = true;
        foreach (TextRun run in _runs)
        {
            areSyllables &= RunTerm.Write(run, Text, _tokens) == TokenType.Syllable;
            isLaterCapitalized |= run.Start != _runs[0].Start && CharClasses.Of(Text[run.Start]) == CharClass.UpperLetter;
        }

        _tokens.DropWritten();
        return areSyllables && isLaterCapitalized;
    }

    /// <summary>Adds a token for the term just written.</summary>
    private void Add(TokenType type, int start, int end)
    {
        AddWhole(type, start, end, 1);
        _position++;
    }

    /// <summary>Adds a composite for the term just written; its parts, which follow, have the positions.</summary>
    private void AddWhole(TokenType type, int start, int end, int positionCount) =>
        _tokens.Add(new(
            type, normalized.StartOf(start), normalized.EndOf(end - 1), _position, positionCount, _tokens.Count == 0 ? _break : TextBreak.None));
}
