using System.Numerics;
using System.Runtime.InteropServices;
using Search.Engine.Articles;

namespace Search.Engine.Suggesting;

/// <summary>A phrase of an article.</summary>
/// <param name="Start">The first of its tokens, where it is written with fewest capitals.</param>
/// <param name="Length">Their number.</param>
/// <param name="IsInTitle">Whether the title has it, too.</param>
internal readonly record struct MinedPhrase(int Start, int Length, bool IsInTitle);

/// <summary>Finds the phrases that an article is about: those that it repeats, and that stand alone in it.</summary>
/// <remarks>
/// <para>What an article repeats is what it is about; phrases that every article uses once are no topics. A phrase stands alone if it
/// occurs more often than any phrase that continues it by a word on either side: <i>đoàn Việt</i> does not beside <i>đoàn Việt Nam</i>. A single word must
/// also stand between borders (the end of a clause, stop words, numbers, a change to capitals) in half of its occurrences, for most Vietnamese syllables
/// are parts of words.</para>
/// <para>Phrases of n words are counted from those of n − 1 that are repeated, so the work is little more than one pass. Not thread-safe.</para>
/// </remarks>
internal sealed class PhraseMiner
{
    /// <summary>Words of a phrase, at most.</summary>
    public const int LongestPhrase = 8;

    private const int ShortestWord = 2;

    private readonly Dictionary<long, int> _byKey = [];
    private List<Gram> _shorter = [];
    private List<Gram> _grams = [];
    private int[] _shorterAt = [];
    private int[] _gramAt = [];
    private bool[] _isBorder = [];

    /// <summary>How many capitals stand before each token.</summary>
    private int[] _capitalsBefore = [];

    private struct Gram
    {
        public int Count;
        public int LongerCount;
        public int BorderedCount;
        public int Position;
        public int CapitalCount;
        public bool IsInTitle;
    }

    /// <summary>Finds the phrases of an article.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="found">Takes each, best where it is written with fewest capitals.</param>
    public void Mine(ArticleTokens tokens, Action<MinedPhrase> found)
    {
        Reserve(tokens.Count);
        MarkBorders(tokens);
        CountCapitals(tokens);
        bool isRepeated = true;
        for (int length = 1; isRepeated && length <= LongestPhrase + 1; length++)
        {
            (_shorter, _grams) = (_grams, _shorter);
            (_shorterAt, _gramAt) = (_gramAt, _shorterAt);
            Count(tokens, length);
            isRepeated = KeepRepeated(tokens.Count, length);
            Emit(tokens, length - 1, found);
        }
    }

    private void Count(ArticleTokens tokens, int length)
    {
        _byKey.Clear();
        _grams.Clear();
        for (int i = 0; i + length <= tokens.Count; i++)
        {
            _gramAt[i] = -1;
            if (length > 1 && (_shorterAt[i] < 0 || _shorterAt[i + 1] < 0 || tokens[i + 1].Joint == ArticleTokens.Apart))
            {
                continue;
            }

            long key = length == 1 ? tokens[i].Term : ((long)_shorterAt[i] << 32) | (uint)_shorterAt[i + 1];
            int capitals = _capitalsBefore[i + length] - _capitalsBefore[i];
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out bool isKnown);
            if (!isKnown)
            {
                number = _grams.Count;
                _grams.Add(new() { Position = i, CapitalCount = capitals });
            }

            ref Gram gram = ref CollectionsMarshal.AsSpan(_grams)[number];
            gram.Count++;
            gram.IsInTitle |= i < tokens.TitleCount;
            gram.BorderedCount += _isBorder[i] && _isBorder[i + length] ? 1 : 0;
            if (capitals < gram.CapitalCount)
            {
                (gram.CapitalCount, gram.Position) = (capitals, i);
            }

            _gramAt[i] = number;
        }
    }

    /// <summary>Forgets what occurs once, and tells the shorter phrases how often they are continued.</summary>
    private bool KeepRepeated(int count, int length)
    {
        bool isRepeated = false;
        for (int i = 0; i < count; i++)
        {
            if (i + length > count || (_gramAt[i] >= 0 && _grams[_gramAt[i]].Count < 2))
            {
                _gramAt[i] = -1;
            }

            if (_gramAt[i] >= 0)
            {
                isRepeated = true;
                if (length > 1)
                {
                    Continue(_shorterAt[i], _grams[_gramAt[i]].Count);
                    Continue(_shorterAt[i + 1], _grams[_gramAt[i]].Count);
                }
            }
        }

        return isRepeated;
    }

    private void Continue(int shorter, int count)
    {
        ref Gram gram = ref CollectionsMarshal.AsSpan(_shorter)[shorter];
        gram.LongerCount = Math.Max(gram.LongerCount, count);
    }

    private void Emit(ArticleTokens tokens, int length, Action<MinedPhrase> found)
    {
        if (length == 0)
        {
            return;
        }

        foreach (Gram gram in _shorter)
        {
            if (gram.Count > Math.Max(1, gram.LongerCount) && IsPhrase(tokens, gram, length))
            {
                found(new(gram.Position, length, gram.IsInTitle));
            }
        }
    }

    private static bool IsPhrase(ArticleTokens tokens, Gram gram, int length)
    {
        ArticleToken first = tokens[gram.Position];
        if (length == 1)
        {
            return !tokens.SaysLittle(first) && tokens.TermOf(first).Length >= ShortestWord && 2 * gram.BorderedCount >= gram.Count;
        }

        return !(tokens.SaysLittle(first) && tokens.SaysLittle(tokens[gram.Position + length - 1]));
    }

    private void MarkBorders(ArticleTokens tokens)
    {
        for (int i = 0; i <= tokens.Count; i++)
        {
            _isBorder[i] = i == 0 || i == tokens.Count || tokens[i].Joint == ArticleTokens.Apart
                || tokens.SaysLittle(tokens[i]) || tokens.SaysLittle(tokens[i - 1])
                || (tokens[i - 1].Joint != ArticleTokens.Apart && (tokens[i].Capitals & 1) != (tokens[i - 1].Capitals & 1));
        }
    }

    private void CountCapitals(ArticleTokens tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            _capitalsBefore[i + 1] = _capitalsBefore[i] + BitOperations.PopCount(tokens[i].Capitals);
        }
    }

    private void Reserve(int count)
    {
        if (_isBorder.Length <= count)
        {
            int size = Math.Max(1024, 2 * count);
            _shorterAt = new int[size];
            _gramAt = new int[size];
            _isBorder = new bool[size];
            _capitalsBefore = new int[size];
        }
    }
}
