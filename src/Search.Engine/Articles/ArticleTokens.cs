using System.Runtime.InteropServices;
using Search.Analysis;
using Search.Articles;
using Search.Engine.Inverting;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Words;

namespace Search.Engine.Articles;

/// <summary>One token of an article.</summary>
/// <param name="Term">The number of its canonical term among those of <see cref="ArticleTokens"/>.</param>
/// <param name="Joint">What joins it to the token before it: a space, or the sign between them; <see cref="ArticleTokens.Apart"/> where a phrase ends.</param>
/// <param name="Capitals">Which of its letters are capitals, the first in the lowest bit.</param>
internal readonly record struct ArticleToken(int Term, char Joint, uint Capitals);

/// <summary>The tokens of an article from one scan of its texts: all that stand in the index, field by field, and those of title, lead and body with composites left to
/// their parts, which its phrases and its signature are made of.</summary>
/// <remarks>A buffer to be reused from article to article: the terms it knows grow with the articles that it has read. Not thread-safe.</remarks>
internal sealed class ArticleTokens
{
    /// <summary>The joint of a token that begins a sentence, or follows a comma, a bracket or the like.</summary>
    public const char Apart = '\0';

    /// <summary>The joint of tokens with nothing between them: the parts of 10kg.</summary>
    public const char Glued = '+';

    /// <summary>The joint of tokens with a dash and spaces between them.</summary>
    public const char Dash = '=';

    /// <summary>Beyond this the terms are forgotten between two articles.</summary>
    private const int MostTerms = 1 << 16;

    private readonly VietnameseTokenScanner _scanner = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly List<(string Term, bool SaysLittle, ulong Hash)> _terms = [];
    private readonly List<ArticleToken> _tokens = [];
    private readonly List<FieldTerm>[] _fields = [.. ArticleSchema.TokenFields.Select(static _ => new List<FieldTerm>())];

    /// <summary>The numbers of the terms in <see cref="_numbered"/>; -1 for those it was not asked for.</summary>
    private readonly List<int> _numbersThere = [];
    private TermNumbers? _numbered;

    public ArticleTokens() => _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _tokens.Count;

    /// <summary>How many of them are the title's.</summary>
    public int TitleCount { get; private set; }

    public ArticleToken this[int index] => _tokens[index];

    /// <summary>The canonical term of a token.</summary>
    public string TermOf(in ArticleToken token) => _terms[token.Term].Term;

    /// <summary>Whether a token is a stop word or a number.</summary>
    public bool SaysLittle(in ArticleToken token) => _terms[token.Term].SaysLittle;

    /// <summary>A hash of the term of a token, the same on every machine.</summary>
    public ulong HashOf(in ArticleToken token) => _terms[token.Term].Hash;

    /// <summary>The tokens of a text field, composites among them, by the numbers of their terms here.</summary>
    public ReadOnlySpan<FieldTerm> Field(TextField field) => CollectionsMarshal.AsSpan(_fields[(int)field]);

    /// <summary>The numbers of the terms of the last article among others, by their numbers here.</summary>
    /// <param name="others">Mostly those that were asked before.</param>
    public ReadOnlySpan<int> NumbersIn(TermNumbers others)
    {
        if (_numbered != others)
        {
            _numbered = others;
            _numbersThere.Clear();
        }

        int known = _numbersThere.Count;
        CollectionsMarshal.SetCount(_numbersThere, _terms.Count);
        Span<int> numbers = CollectionsMarshal.AsSpan(_numbersThere);
        numbers[known..].Fill(-1);
        foreach (List<FieldTerm> field in _fields)
        {
            foreach (FieldTerm term in CollectionsMarshal.AsSpan(field))
            {
                ref int number = ref numbers[term.Term];
                number = number >= 0 ? number : others.Of(_terms[term.Term].Term);
            }
        }

        return numbers;
    }

    /// <summary>Reads an article in place of the one before.</summary>
    public void Read(Article article)
    {
        _tokens.Clear();
        Array.ForEach(_fields, static field => field.Clear());
        if (_terms.Count > MostTerms)
        {
            _numbers.Clear();
            _terms.Clear();
            _numbersThere.Clear();
        }

        Add(article.Title, _fields[(int)TextField.Title]);
        TitleCount = _tokens.Count;
        Add(article.Lead, _fields[(int)TextField.Lead]);
        Add(article.Body, _fields[(int)TextField.Body]);
        if (article.Lead.Length == 0)
        {
            AddIndexed(ArticleSchema.LeadOf(article), _fields[(int)TextField.Lead]);
        }
    }

    /// <summary>Reads a text in place of what was read before.</summary>
    public void Read(string text)
    {
        _tokens.Clear();
        Add(text, field: null);
        TitleCount = 0;
    }

    /// <summary>Adds the tokens of a text to a field only.</summary>
    private void AddIndexed(string text, List<FieldTerm> field)
    {
        int count = _tokens.Count;
        Add(text, field);
        _tokens.RemoveRange(count, _tokens.Count - count);
    }

    private void Add(string text, List<FieldTerm>? field)
    {
        int gaps = 0;
        _scanner.Reset(text.AsMemory());
        int end = 0;
        bool isFirst = true;
        while (_scanner.MoveNext())
        {
            VietnameseToken token = _scanner.Current;
            bool formsPairs = SyllablePairFilter.FormsPairs(token.Type, token.PositionCount);
            if (!formsPairs && field is null)
            {
                isFirst |= token.Break != TextBreak.None;
                continue;
            }

            ReadOnlySpan<char> term = VietnameseTokenizer.IndexedPart(_scanner.Term);
            int number = NumberOf(term, token.Type);
            if (field is not null)
            {
                gaps += field.Count == 0 ? 0 : VietnameseTokenizer.GapBefore(token.Break);
                field.Add(new(number, token.Position + gaps, formsPairs));
            }

            if (formsPairs)
            {
                bool isApart = isFirst || token.Break != TextBreak.None || token.Start < end;
                _tokens.Add(new(
                    number,
                    isApart ? Apart : JointOf(text.AsSpan(end, token.Start - end)),
                    CapitalsOf(text.AsSpan(token.Start, token.End - token.Start), term.Length)));
                end = token.End;
                isFirst = false;
            }
            else if (token.Break != TextBreak.None)
            {
                isFirst = true;   // a composite bears the break of its first part
            }
        }
    }

    private int NumberOf(ReadOnlySpan<char> term, TokenType type)
    {
        if (!_numbersBySpan.TryGetValue(term, out int number))
        {
            string known = term.ToString();
            number = _terms.Count;
            _numbers.Add(known, number);
            _terms.Add((known, type == TokenType.Number || StopWords.Contains(known), Hash(known)));
        }

        return number;
    }

    /// <summary>FNV-1a over the UTF-16 code units.</summary>
    private static ulong Hash(string term)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in term)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return hash;
    }

    private static char JointOf(ReadOnlySpan<char> between)
    {
        ReadOnlySpan<char> sign = between.Trim();
        bool isTight = between.Length == 1;
        return sign switch
        {
            [] => between.IsEmpty ? Glued : ' ',
            ['-' or '‐' or '‑' or '–' or '—'] => isTight ? '-' : Dash,
            ['.' or '&'] when isTight => sign[0],
            _ => Apart,
        };
    }

    private static uint CapitalsOf(ReadOnlySpan<char> written, int termLength)
    {
        uint capitals = 0;
        int letters = 0;
        foreach (char c in written)
        {
            if (char.IsLetterOrDigit(c))
            {
                capitals |= letters < 32 && char.IsUpper(c) ? 1u << letters : 0;
                letters++;
            }
        }

        return letters == termLength ? capitals : capitals & 1;
    }
}
