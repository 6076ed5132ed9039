using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Search.Analysis;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Querying;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Tests.Querying;

/// <summary>Says whether an article matches a query by trying everything on the tokens of its text, as the description of the language has it.</summary>
internal sealed class NaiveEvaluator(Article article)
{
    private static readonly TextFields[] Fields = [TextFields.Title, TextFields.Lead, TextFields.Body];

    private readonly Dictionary<TextFields, List<Token>> _tokens = new()
    {
        [TextFields.Title] = Scan(article.Title),
        [TextFields.Lead] = Scan(ArticleSchema.LeadOf(article)),
        [TextFields.Body] = Scan(article.Body),
    };

    private readonly record struct Token(string Term, int Position);

    private readonly record struct Span(int Start, int End);

    public bool Matches(QueryNode node) => node switch
    {
        QueryNode.And and => and.Operands.All(Matches),
        QueryNode.Or or => or.Operands.Any(Matches),
        QueryNode.Not not => !Matches(not.Operand),
        QueryNode.Boosted boosted => Matches(boosted.Operand),
        QueryNode.Dates dates => article.Date is { } date && IsBetween(DateOnly.FromDateTime(date.Instant.ToOffset(TimeSpan.FromHours(7)).Date), dates),
        QueryNode.Value value => Values(value.Field).Any(each => HasValue(value, each)),
        _ => Fields.Any(field => Spans(node, field).Any()),
    };

    private static List<Token> Scan(string text)
    {
        var tokens = new List<Token>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        int gaps = 0;
        while (scanner.MoveNext())
        {
            gaps += VietnameseTokenizer.GapBefore(scanner.Current.Break);
            tokens.Add(new(scanner.Term.ToString(), scanner.Current.Position + gaps));
        }

        return tokens;
    }

    private static bool IsBetween(DateOnly day, QueryNode.Dates dates) => !(day < dates.From) && !(day > dates.To);

    private IEnumerable<string> Values(string field) => field switch
    {
        "source" => article.Source is { } source ? [source] : [],
        "category" => article.Category is { } category ? [category] : [],
        "author" => article.Authors,
        "tag" => article.Tags,
        _ => [article.Id],
    };

    private static bool HasValue(QueryNode.Value query, string value)
    {
        Func<string, string> form = query.Field == "id" ? text => text : ArticleSchema.CanonicalValue;
        return query.HasWildcards ? Pattern(form(query.Text)).IsMatch(form(value)) : form(query.Text) == form(value);
    }

    private static Regex Pattern(string pattern)
    {
        string[] pieces = [.. Regex.Matches(pattern, @"\\.|.", RegexOptions.Singleline).Select(piece => piece.Value)];
        return new(
            "^" + string.Concat(pieces.Select(piece => piece == "*" ? ".*" : piece == "?" ? "." : Regex.Escape(piece[^1..]))) + "$",
            RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private IEnumerable<Span> Spans(QueryNode node, TextFields field)
    {
        switch (node)
        {
            case QueryNode.Or or:
                return or.Operands.SelectMany(each => Spans(each, field));
            case QueryNode.Boosted boosted:
                return Spans(boosted.Operand, field);
            case QueryNode.Near near:
                return
                    from first in Spans(near.First, field)
                    from second in Spans(near.Second, field)
                    where IsNear(first, second, near.Distance) || (!near.IsOrdered && IsNear(second, first, near.Distance))
                    select new Span(Math.Min(first.Start, second.Start), Math.Max(first.End, second.End));
            case QueryNode.Word word:
                return word.Fields.HasFlag(field) ? WordSpans(word, field) : [];
            case QueryNode.Sequence sequence:
                return sequence.Words[0].Fields.HasFlag(field)
                    ? Adjacent([.. sequence.Words.SelectMany(word => Side(word.Tokens)).Select(token => Standing(token.Term, isExact: false))], field) : [];
            case QueryNode.Phrase { Gap: 0 } phrase:
                return phrase.Fields.HasFlag(field) ? Adjacent([.. Side(phrase.Tokens).Select(token => Standing(token.Term, isExact: true))], field) : [];
            case QueryNode.Phrase phrase:
                return phrase.Fields.HasFlag(field) ? Scattered([.. Side(phrase.Tokens)], phrase.Gap, field) : [];
            case QueryNode.Wildcard wildcard:
                return wildcard.Fields.HasFlag(field) ? Adjacent([ByMarks(wildcard.Token.Term, wildcard.IsExact)], field) : [];
            case QueryNode.Fuzzy fuzzy:
                return fuzzy.Typed.Fields.HasFlag(field)
                    ? Adjacent([term => SpellingDistance.Between(fuzzy.Typed.Tokens[0].Term, term) <= FuzzyWord.Farthest], field) : [];
            default:
                throw new ArgumentException(node.GetType().Name, nameof(node));
        }
    }

    private static bool IsNear(Span before, Span behind, int distance) => behind.Start >= before.End && behind.Start - before.End <= distance;

    private IEnumerable<Span> WordSpans(QueryNode.Word word, TextFields field)
    {
        List<QueryToken> side = [.. Side(word.Tokens)];
        IEnumerable<Span> spans = side.Count > 1 ? Adjacent([.. side.Select(token => Standing(token.Term, word.IsExact))], field) : [];
        if (word.Tokens[0].PositionCount == side.Count)   // one token with its parts and readings
        {
            IEnumerable<QueryToken> wholes = word.Tokens.Where((token, i) => i == 0 || (side.Count == 1 && token.Type == TokenType.Roman));
            spans = spans.Concat(wholes.SelectMany(token => Adjacent([Standing(token.Term, word.IsExact)], field)));
        }

        return spans;
    }

    private static IEnumerable<QueryToken> Side(IEnumerable<QueryToken> tokens) =>
        tokens.Where(token => token.PositionCount == 1 && token.Type is not (TokenType.Roman or TokenType.Tag or TokenType.Url));

    private static Predicate<string> Standing(string typed, bool isExact) =>
        term => isExact ? term == typed : MarkRelations.Between(typed, term) != MarkRelation.None;

    private IEnumerable<Span> Adjacent(IReadOnlyList<Predicate<string>> words, TextFields field)
    {
        List<Token> tokens = _tokens[field];
        return tokens.Select(token => token.Position).Distinct()
            .Where(start => words.Select((word, step) => tokens.Exists(token => token.Position == start + step && word(token.Term))).All(stands => stands))
            .Select(start => new Span(start, start + words.Count));
    }

    private IEnumerable<Span> Scattered(List<QueryToken> words, int gap, TextFields field)
    {
        return Choose([]);

        IEnumerable<Span> Choose(List<int> chosen)
        {
            if (chosen.Count == words.Count)
            {
                var hull = new Span(chosen.Min(), chosen.Max() + 1);
                return hull.End - hull.Start - words.Count <= gap ? [hull] : [];
            }

            return _tokens[field].Where(token => token.Term == words[chosen.Count].Term && !chosen.Contains(token.Position))
                .SelectMany(token => Choose([.. chosen, token.Position]));
        }
    }

    /// <summary>With a tone mark all marks count, wherever the tone stands; without, those that were typed.</summary>
    private static Predicate<string> ByMarks(string pattern, bool isExact)
    {
        (string typed, string tone) = ToneApart(pattern);
        if (isExact || tone.Length > 0)
        {
            Regex exact = Pattern(typed);
            return term => ToneApart(term) is var (letters, termTone) && termTone == tone && exact.IsMatch(letters);
        }

        // Each letter of the pattern in brackets of those it stands for.
        const string Letters = "aăâdđeêioôơuư";
        string pieces = string.Concat(Regex.Matches(typed, @"\\.|.").Select(piece => piece.Value switch
        {
            "*" => ".*",
            "?" => ".",
            var letter => $"[{Regex.Escape(letter[^1..])}{string.Concat(Letters.Where(each => DiacriticFolding.Fold(each.ToString()) == letter[^1..]))}]",
        }));
        var compatible = new Regex($"^{pieces}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
        return term => compatible.IsMatch(ToneApart(term).Letters);
    }

    private static (string Letters, string Tone) ToneApart(string word)
    {
        const string Vowels = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ";
        string tone = "";
        var letters = new StringBuilder();
        foreach (char c in word)
        {
            int place = Vowels.IndexOf(c, StringComparison.Ordinal);
            tone = place % 6 > 0 ? (place % 6).ToString(CultureInfo.InvariantCulture) : tone;
            letters.Append(place < 0 ? c : Vowels[place / 6 * 6]);
        }

        return (letters.ToString(), tone);
    }
}
