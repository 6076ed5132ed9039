using CsCheck;
using Search.Vietnamese.Words;

namespace Search.Vietnamese.Tests.Words;

public sealed class AcronymEvidenceTests
{
    private static readonly string[] Texts =
    [
        "Liên đoàn Lao động (LĐLĐ) tỉnh", "liên đoàn lao động ( LĐLĐ )", "Ủy ban nhân dân (UBND)", "Uỷ ban Nhân dân (UBND)", "Cao đẳng (CĐ)", "Công đoàn (CĐ)",
        "hội đồng nhân dân (HDND)", "thành phố Hồ Chí Minh (TP.HCM)", "không có gì",
    ];

    private static readonly Gen<(string Id, string Source, string Text)[]> Documents =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, Texts.Length - 1], (id, source, text) => ($"d{id}", source == 0 ? "" : $"s{source}", Texts[text])).Array[0, 40];

    [Fact]
    public void Example_of_the_documentation()
    {
        var evidence = new AcronymEvidence();
        evidence.Add("a-1", "Lao Động", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh khai mạc.");

        AcronymSense? sense = evidence.ToDictionary().ExpansionOf("lđlđ");

        Assert.Equal(new AcronymSense("lđlđ", "liên đoàn lao động", 1, 1, true), sense);
        Assert.Equal((0.7, 0.5), (sense!.ExpansionWeight, sense.AbbreviationWeight));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 1, true)]
    public void Two_letters_need_two_sources_or_three_documents(int documents, int sources, bool isAccepted)
    {
        var evidence = new AcronymEvidence();
        for (int i = 0; i < documents; i++)
        {
            evidence.Add($"d{i}", $"s{i % sources}", "Công đoàn (CĐ) và lại Công đoàn (CĐ)");
        }

        Assert.Equal(isAccepted, evidence.ToDictionary().ExpansionOf("cđ") is not null);
        Assert.Equal(documents, Assert.Single(evidence.ToDictionary().SensesOf("cđ")).DocumentCount);
    }

    [Fact]
    public void Documents_of_unknown_source_are_not_from_different_sources()
    {
        var evidence = new AcronymEvidence();
        evidence.Add("d1", null, "Công đoàn (CĐ)");
        evidence.Add("d2", "Lao Động", "Công đoàn (CĐ)");

        Assert.Null(evidence.ToDictionary().ExpansionOf("cđ"));
    }

    [Theory]
    [InlineData("hội đồng nhân dân (HDND)")]                              // a D for đ
    [InlineData("công nhân, viên chức và người lao động (CNVCLĐ)")]       // a word skipped
    public void One_document_does_not_suffice_for_a_loose_definition(string text)
    {
        var evidence = new AcronymEvidence();
        evidence.Add("d1", "s1", text);

        AcronymSense sense = Assert.Single(evidence.ToDictionary().Senses);
        Assert.False(sense.IsAccepted);
        Assert.Equal(0, sense.ExpansionWeight);
    }

    [Theory]
    [InlineData(3, 2, true)]    // 60 %
    [InlineData(4, 3, false)]   // 57 %
    public void A_sense_needs_three_fifths_of_the_definitions(int unions, int colleges, bool isAccepted)
    {
        var evidence = new AcronymEvidence();
        for (int i = 0; i < unions + colleges; i++)
        {
            evidence.Add($"d{i}", "s", i < unions ? "Công đoàn (CĐ)" : "Cao đẳng (CĐ)");
        }

        AcronymDictionary dictionary = evidence.ToDictionary();
        Assert.Equal(isAccepted ? "công đoàn" : null, dictionary.ExpansionOf("cđ")?.Phrase);
        Assert.Equal(["công đoàn", "cao đẳng"], dictionary.SensesOf("cđ").Select(sense => sense.Phrase));
        Assert.Equal(isAccepted ? 1 : 0, dictionary.AbbreviationsOf("công đoàn").Count);
        Assert.Empty(dictionary.AbbreviationsOf("cao đẳng"));
    }

    [Fact]
    public void Spellings_of_a_phrase_are_one_and_spellings_of_an_acronym_are_one()
    {
        var evidence = new AcronymEvidence();
        evidence.Add("d1", "s", "Uỷ ban nhân dân (UBND), thành phố Hồ Chí Minh (TP.HCM)");
        evidence.Add("d2", "s", "Ủy ban Nhân dân (UBND), Thành phố Hồ Chí Minh (TPHCM)");

        AcronymDictionary dictionary = evidence.ToDictionary();

        Assert.Equal(["tphcm", "ubnd"], dictionary.Senses.Select(sense => sense.Acronym));
        Assert.All(dictionary.Senses, sense => Assert.Equal(2, sense.DocumentCount));
        Assert.Equal("ubnd", Assert.Single(dictionary.AbbreviationsOf("ủy ban nhân dân")).Acronym);
        Assert.Equal(5, dictionary.LongestPhrase);
    }

    [Fact]
    public void Evidence_is_the_same_in_any_order_and_however_it_is_divided() =>
        Gen.Select(Documents, Gen.Int[0, 40], Gen.Int[0, 1000]).Sample((documents, cut, seed) =>
        {
            AcronymEvidence whole = Mine(documents);
            (string Id, string Source, string Text)[] shuffled = [.. documents];
            new Random(seed).Shuffle(shuffled);
            int at = Math.Min(cut, shuffled.Length);
            AcronymEvidence left = Mine(shuffled[..at]);
            AcronymEvidence right = Mine(shuffled[(at / 2)..]);   // overlapping

            right.Merge(left);

            Assert.Equal(Save(whole), Save(right));
        }, iter: 500);

    [Fact]
    public void Saved_evidence_is_read_back_and_goes_on() =>
        Documents.Sample(documents =>
        {
            AcronymEvidence evidence = Mine(documents);
            byte[] saved = Save(evidence);

            AcronymEvidence loaded = AcronymEvidence.Load(new MemoryStream(saved));

            Assert.Equal(saved, Save(loaded));
            Assert.Equal(evidence.ToDictionary().Senses, loaded.ToDictionary().Senses);
        }, iter: 200);

    [Fact]
    public void Any_damaged_byte_and_any_missing_end_is_noticed()
    {
        byte[] saved = Save(Mine([("d1", "s1", Texts[0]), ("d2", "s2", Texts[5])]));
        for (int i = 0; i < saved.Length; i++)
        {
            byte[] damaged = [.. saved];
            damaged[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => AcronymEvidence.Load(new MemoryStream(damaged)));
            Assert.Throws<InvalidDataException>(() => AcronymEvidence.Load(new MemoryStream(saved[..i])));
        }
    }

    [Fact]
    public void A_saved_form_says_what_is_wrong_with_it()
    {
        byte[] saved = Save(new AcronymEvidence());
        byte[] newer = [.. saved];
        newer["acronym evidence".Length + 1] = 9;

        Assert.Equal("This is no acronym evidence: it does not begin with that name.",
            Assert.Throws<InvalidDataException>(() => AcronymEvidence.Load(new MemoryStream(new byte[64]))).Message);
        Assert.Equal("The acronym evidence has version 9; this program reads version 1.",
            Assert.Throws<InvalidDataException>(() => AcronymEvidence.Load(new MemoryStream(newer))).Message);
        Assert.Equal("The acronym evidence is damaged: its checksum does not fit its content, or its end is missing.",
            Assert.Throws<InvalidDataException>(() => AcronymEvidence.Load(new MemoryStream(saved[..^1]))).Message);
    }

    [Fact]
    public void Forms_may_follow_one_another_in_a_stream()
    {
        using var stream = new MemoryStream();
        Mine([("d1", "s1", Texts[0])]).Save(stream);
        Mine([("d2", "s1", Texts[2])]).Save(stream);
        stream.Position = 0;

        Assert.Equal("lđlđ", Assert.Single(AcronymEvidence.Load(stream).ToDictionary().Senses).Acronym);
        Assert.Equal("ubnd", Assert.Single(AcronymEvidence.Load(stream).ToDictionary().Senses).Acronym);
    }

    private static AcronymEvidence Mine(IEnumerable<(string Id, string Source, string Text)> documents)
    {
        var evidence = new AcronymEvidence();
        foreach ((string id, string source, string text) in documents)
        {
            evidence.Add(id, source, text);
        }

        return evidence;
    }

    private static byte[] Save(AcronymEvidence evidence)
    {
        using var stream = new MemoryStream();
        evidence.Save(stream);
        return stream.ToArray();
    }
}
