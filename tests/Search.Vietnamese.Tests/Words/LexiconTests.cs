using CsCheck;
using Search.Vietnamese.Words;

namespace Search.Vietnamese.Tests.Words;

public sealed class LexiconTests
{
    private static readonly string[] Compounds = ["công đoàn", "nghị quyết", "đối ngoại", "khu vực", "phê duyệt", "kế hoạch"];
    private static readonly string[] Singles = ["và", "của", "ra", "đã", "người", "mua", "nhà", "ở", "đi", "về", "công", "quyết", "ngoại", "khu"];
    private static readonly string[] LongWords = ["liên hợp quốc", "bất động sản"];

    private static readonly string[] Collection = [.. Write(seed: 1, sentences: 3_000)];
    private static readonly Lexicon Learned = Learn(Collection);

    [Fact]
    public void Syllables_that_stay_together_are_words_and_neighbours_by_chance_are_not()
    {
        Assert.All(Compounds, word => Assert.True(Learned.Contains(word), word));
        Assert.All(Singles, word => Assert.True(Learned.Contains(word), word));
        Assert.False(Learned.Contains("của", "người"));
        Assert.False(Learned.Contains("đoàn và"));
        Assert.False(Learned.Contains("vắng mặt"));
    }

    [Fact]
    public void Of_two_pairs_with_the_same_counts_the_one_whose_syllables_never_stand_alone_is_the_word()
    {
        string[] bound = ["công nhân", "công ty", "công an", "công trường", "nạn nhân", "bệnh nhân", "cá nhân"];
        string[] alone = ["mua nhà", "mua", "mua", "mua", "nhà", "nhà", "nhà"];   // mua as often as công, nhà as nhân
        string[] units = [.. Enumerable.Repeat<string[]>([.. bound, .. alone, .. Singles[..6]], 100).SelectMany(unit => unit)];
        new Random(3).Shuffle(units);

        Lexicon lexicon = Learn(units.Chunk(8).Select(sentence => string.Join(' ', sentence)));

        Assert.True(lexicon.Contains("công nhân"));
        Assert.False(lexicon.Contains("mua nhà"));
    }

    [Fact]
    public void Three_syllables_that_stay_together_are_one_word()
    {
        Assert.All(LongWords, word => Assert.Equal([3], Learned.Segment(word.Split(' '))));
    }

    [Fact]
    public void Segments_into_the_most_likely_words()
    {
        string[] syllables = ["người", "công", "đoàn", "mua", "nhà", "ở", "khu", "vực", "đối", "ngoại", "xyz", "ra", "nghị", "quyết"];

        Assert.Equal([1, 2, 1, 1, 1, 2, 2, 1, 1, 2], Learned.Segment(syllables));
        Assert.Empty(Learned.Segment([]));
        Assert.Equal([1, 1], Lexicon.Empty.Segment(["công", "đoàn"]));
    }

    [Fact]
    public void Capitals_play_no_part()
    {
        Assert.Equal(Save(Learned), Save(Learn(Collection.Select(text => text.ToUpperInvariant()))));
    }

    [Fact]
    public void Nothing_crosses_a_sign_a_number_or_a_line_end()
    {
        string[] texts = [.. Enumerable.Repeat("tàu, lửa tàu 5 lửa tàu\nlửa (tàu) lửa", 50), .. Collection];

        Assert.False(Learn(texts).Contains("tàu", "lửa"));
        Assert.True(Learn([.. Enumerable.Repeat("tàu lửa", 50), .. Collection]).Contains("tàu", "lửa"));
    }

    [Fact]
    public void A_pair_in_the_lexicon_weighs_twice_one_that_is_not()
    {
        Assert.Equal(1, Learned.PairWeight("công", "đoàn"));
        Assert.Equal(0.5, Learned.PairWeight("đoàn", "công"));
        Assert.Equal(0.5, Learned.PairWeight(new string('a', 10_000), "công"));
    }

    [Fact]
    public void Probabilities_are_logarithms_and_unknown_words_have_none()
    {
        Assert.InRange(Learned.LogProbability("công đoàn"), -10, -1);
        Assert.Equal(double.NegativeInfinity, Learned.LogProbability("đoàn công"));
    }

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        Learned.Contains("công", "đoàn");
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool found = Learned.Contains("công", "đoàn") && Learned.Contains("công đoàn") && Learned.PairWeight("của", "người") < 1;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found);
    }

    [Fact]
    public void The_same_texts_give_the_same_lexicon_in_any_order()
    {
        string[] shuffled = [.. Collection];
        new Random(7).Shuffle(shuffled);

        Assert.Equal(Save(Learned), Save(Learn(Collection)));
        Assert.Equal(Save(Learned), Save(Learn(shuffled)));
    }

    [Fact]
    public void More_may_be_added_after_building()
    {
        var builder = new LexiconBuilder();
        builder.Add(Collection[0]);
        builder.Build();
        foreach (string text in Collection.Skip(1))
        {
            builder.Add(text);
        }

        Assert.Equal(Save(Learned), Save(builder.Build()));
    }

    [Fact]
    public void Pruning_keeps_the_words_that_explain_most()
    {
        Lexicon pruned = Learn(Collection, new LexiconOptions { MostWords = 3 });

        Assert.Equal(3, pruned.Words.Count(word => word.Contains(' ', StringComparison.Ordinal)));
        Assert.All(pruned.Words, word => Assert.True(Learned.Contains(word)));
    }

    [Fact]
    public void A_sample_of_the_text_still_gives_its_frequent_words()
    {
        Lexicon sampled = Learn(Write(seed: 2, sentences: 150_000), new LexiconOptions { MostTextBytes = 1 << 20 });

        Assert.All(Compounds, word => Assert.True(sampled.Contains(word), word));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        LexiconOptions[] wrong =
        [
            new() { MinCount = 0 }, new() { MinCohesion = 0 }, new() { MinCohesionOfLongWords = 0 }, new() { MinBranchingEntropy = -0.1 }, new() { MostWords = -1 },
            new() { MostTextBytes = (1 << 20) - 1 },
        ];

        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => new LexiconBuilder(options)));
    }

    [Fact]
    public void A_saved_lexicon_is_read_back()
    {
        byte[] saved = Save(Learned);

        Lexicon loaded = Lexicon.Load(new MemoryStream(saved));

        Assert.Equal(saved, Save(loaded));
        Assert.Equal(Learned.Words.Order(StringComparer.Ordinal), loaded.Words.Order(StringComparer.Ordinal));
        Assert.All(Learned.Words, word => Assert.Equal(Learned.LogProbability(word), loaded.LogProbability(word)));
        Assert.Equal(Save(Lexicon.Empty), Save(Lexicon.Load(new MemoryStream(Save(Lexicon.Empty)))));
    }

    [Fact]
    public void Any_damaged_byte_and_any_missing_end_is_noticed()
    {
        byte[] saved = Save(Learned);
        for (int i = 0; i < saved.Length; i++)
        {
            byte[] damaged = [.. saved];
            damaged[i] ^= 0x40;
            Assert.Throws<InvalidDataException>(() => Lexicon.Load(new MemoryStream(damaged)));
            Assert.Throws<InvalidDataException>(() => Lexicon.Load(new MemoryStream(saved[..i])));
        }
    }

    [Fact]
    public void No_text_makes_learning_throw_and_every_segmentation_covers_its_syllables() =>
        Gen.Select(Gen.String.Array[0, 5], Gen.OneOf(Gen.String[Gen.Char["công đoàn a\uD83D\uDE00\uD800"], 0, 30], Gen.String)).Sample((texts, text) =>
        {
            Lexicon lexicon = Learn([.. texts, .. Enumerable.Repeat(text, 6)], new LexiconOptions { MinCohesion = 0.01 });
            string[] syllables = text.Split(' ');
            Assert.Equal(syllables.Length, lexicon.Segment(syllables).Sum());
            Assert.Equal(Save(lexicon), Save(Lexicon.Load(new MemoryStream(Save(lexicon)))));
        }, iter: 2_000);

    /// <summary>Sentences of words drawn by chance: a language whose words are known.</summary>
    private static IEnumerable<string> Write(int seed, int sentences)
    {
        var random = new Random(seed);
        for (int i = 0; i < sentences; i++)
        {
            yield return string.Join(' ', Enumerable.Range(0, random.Next(4, 10)).Select(_ => random.Next(10) switch
            {
                0 => LongWords[random.Next(LongWords.Length)],
                < 4 => Compounds[random.Next(Compounds.Length)],
                _ => Singles[random.Next(Singles.Length)],
            })) + ".";
        }
    }

    private static Lexicon Learn(IEnumerable<string> texts, LexiconOptions? options = null)
    {
        var builder = new LexiconBuilder(options ?? new LexiconOptions());
        foreach (string text in texts)
        {
            builder.Add(text);
        }

        return builder.Build();
    }

    private static byte[] Save(Lexicon lexicon)
    {
        using var stream = new MemoryStream();
        lexicon.Save(stream);
        return stream.ToArray();
    }
}
