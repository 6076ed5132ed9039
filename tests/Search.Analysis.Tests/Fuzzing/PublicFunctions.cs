using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Vietnamese.Collation;
using Search.Vietnamese.Encodings;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;
using Search.Vietnamese.Words;

namespace Search.Analysis.Tests.Fuzzing;

/// <summary>A call that puts an input through one or several public functions.</summary>
/// <param name="Names">The functions, as <c>Type.Function</c>.</param>
/// <param name="Call">The call; it may throw only what the functions document, and catches that itself.</param>
internal sealed record PublicFunction(string Names, Action<FuzzInput> Call);

/// <summary>All public functions of Search.Vietnamese and Search.Analysis. A new one is one more line.</summary>
internal static class PublicFunctions
{
    private static readonly TypingDecoder Decoder = new();
    private static readonly VietnameseAnalyzer Analyzer = new();
    private static readonly VietnameseAnalyzer FoldingAnalyzer = new() { FoldedForms = true };

    private static readonly SpellingVocabulary Vocabulary = new(
        [.. "công đoàn đối ngoại đường trường nghành ngành giê".Split(' ').Select(term => new TermFrequency(term, 10))]);

    private static readonly SpellingCandidates Candidates = new(Vocabulary.Alike);

    public static readonly PublicFunction[] All =
    [
        new("NormalizedText.Normalize", input => NormalizedText.Normalize(input.Text)),
        new("NormalizedText.Lower", input => NormalizedText.Lower(input.Text.ToCharArray())),
        new("NormalizedText.Set NormalizedText.StartOf NormalizedText.EndOf", ReadSpans),
        new("Syllable.TryParse", input => _ = Syllable.TryParse(input.Word, out Syllable syllable) ? syllable.ToString() : ""),
        new("Syllable.IsSyllable", input => Syllable.IsSyllable(input.Word)),
        new("Syllable.IsShape", input => Syllable.IsShape(input.Word)),
        new("TonePlacement.Canonical", input => TonePlacement.Canonical(input.Word)),
        new("TonePlacement.CanonicalKeepingCase", input => TonePlacement.CanonicalKeepingCase(input.Word, ToneStyle.New)),
        new("TonePlacement.Place", input => TonePlacement.Place(input.Word.ToCharArray())),
        new("IyVariant.Of", input => IyVariant.Of(TonePlacement.Canonical(input.Word))),
        new("IyVariant.AreEquivalent", input => IyVariant.AreEquivalent(input.Word, input.Text)),
        new("DiacriticFolding.Fold", input => DiacriticFolding.Fold(input.Text)),
        new("DiacriticFolding.HasDiacritics", input => DiacriticFolding.HasDiacritics(input.Text)),
        new("MarkRelations.Between", input => MarkRelations.Between(input.Word, input.Text)),
        new("VietnameseTokenScanner.Reset VietnameseTokenScanner.MoveNext TokenTypes.Name", Scan),
        new("Telex.Decode", input => Telex.Decode(input.Word)),
        new("Telex.Encode", input => Telex.Encode(input.Text, (TypingHabit)(input.Text.Length % 3))),
        new("Vni.Encode", input => Vni.Encode(input.Text, (TypingHabit)(input.Text.Length % 3))),
        new("Vni.Decode", input => Vni.Decode(input.Word)),
        new("Viqr.Decode", input => Viqr.Decode(input.Word)),
        new("TypingDecoder.DecodeQuery", input => Decoder.DecodeQuery(input.Text)),
        new("TextEncoding.Decode", input => TextEncoding.All[input.Text.Length % TextEncoding.All.Count].Decode(input.Bytes)),
        new("TextEncoding.TryFind", input => TextEncoding.TryFind(input.Word, out _)),
        new("EncodingDetector.Detect", input => EncodingDetector.Detect(input.Bytes)),
        new("TextRepair.Repair", input => TextRepair.Repair(input.Text)),
        new("LegacyFont.TryFind", input => LegacyFont.TryFind(input.Word, out _)),
        new("LegacyFont.Decode", input => new LegacyFont(TextEncoding.All[input.Text.Length % TextEncoding.All.Count], input.Word.Length % 2 == 0).Decode(input.Text)),
        new("StopWords.Contains StopWords.IsQuestion", input => _ = StopWords.Contains(input.Word) || StopWords.IsQuestion(input.Word)),
        new("StopWords.WeightOf", input => StopWords.WeightOf(input.Word)),
        new("AcronymMiner.Mine", input => new AcronymMiner().Mine(input.Text)),
        new("AcronymEvidence.Add AcronymEvidence.Merge AcronymEvidence.Save AcronymEvidence.Load AcronymEvidence.ToDictionary", CollectAcronyms),
        new("AcronymDictionary.SensesOf AcronymDictionary.ExpansionOf AcronymDictionary.AbbreviationsOf", LookAcronymsUp),
        new("LexiconBuilder.Add LexiconBuilder.Build Lexicon.Save Lexicon.Load", LearnWords),
        new("Lexicon.Contains Lexicon.LogProbability Lexicon.PairWeight Lexicon.Segment", input => _ = Lexicon.Empty.Contains(input.Word) || Lexicon.Empty.Contains(input.Word, input.Text)
            || Lexicon.Empty.LogProbability(input.Text) > 0 || Lexicon.Empty.PairWeight(input.Word, input.Text) > 1 || Lexicon.Empty.Segment(input.Text.Split(' ')).Count < 0),
        new("VietnameseComparer.Compare", input => VietnameseComparer.Text.Compare(input.Text, input.Word)),
        new("VietnameseComparer.Key CollationKey.CompareTo CollationKey.Equals", input => _ = VietnameseComparer.PersonalName.Key(input.Text).Equals(VietnameseComparer.PersonalName.Key(input.Word))
            || VietnameseComparer.Text.Key(input.Text).CompareTo(VietnameseComparer.Text.Key(input.Word)) == 0),
        new("IyVariant.Weight", input => IyVariant.Weight(input.Text.Length % 2 == 0, input.Word.Length % 2 == 0, input.Bytes.Length % 2 == 0)),
        new("SpellingDistance.Between", input => SpellingDistance.Between(input.Word, input.Text)),
        new("TypingSlip.Apply", input => TypingSlip.Apply(input.Text, (uint)input.Text.Length)),
        new("SpellingVocabulary.Alike", input => Vocabulary.Alike(input.Word)),
        new("SpellingCandidates.For", input => Candidates.For(input.Word, 5)),
        new("QuerySpelling.BestOther PairModel.LogProbability", input => new QuerySpelling(Candidates, new PairModel((first, second) => first.Length + second.Length, 1000))
            .BestOther([.. input.Text.Split(' ').Take(4).Select((word, i) => new QueryWord(word, i == 3))])),
        new("VietnameseTokenizer.Reset VietnameseTokenizer.IncrementToken VietnameseTokenizer.End", input => Consume(Analyzer.GetTokenStream("text", input.Text))),
        new("VietnameseTokenizer.IndexedPart", input => VietnameseTokenizer.IndexedPart(input.Text)),
        new("VietnameseTokenizer.GapBefore", input => VietnameseTokenizer.GapBefore((TextBreak)input.Text.Length)),
        new("FoldedFormFilter.Reset FoldedFormFilter.IncrementToken", input => Consume(FoldingAnalyzer.GetTokenStream("text", input.Text))),
        new("FoldedOrderFilter.IncrementToken SyllablePairFilter.Reset SyllablePairFilter.IncrementToken", RecordPairs),
        new("SyllablePairFilter.FormsPairs", input => SyllablePairFilter.FormsPairs((TokenType)(input.Text.Length % 15), input.Word.Length)),
        new("FoldedOrder.LongestForm FoldedOrder.Of FoldedOrder.Write", input => FoldedOrder.Of(input.Text)),
        new("FoldedOrder.Read", ReadForm),
    ];

    private static void ReadSpans(FuzzInput input)
    {
        var text = new NormalizedText();
        text.Set(input.Text);
        for (int i = 0; i < text.Length; i++)
        {
            Assert.True(text.StartOf(i) < text.EndOf(i) && text.EndOf(i) <= input.Text.Length);
        }
    }

    private static void Scan(FuzzInput input)
    {
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(input.Text.AsMemory());
        while (scanner.MoveNext())
        {
            Assert.NotEmpty(scanner.Current.Type.Name());
            Assert.False(scanner.Term.IsEmpty);
        }
    }

    private static void CollectAcronyms(FuzzInput input)
    {
        var evidence = new AcronymEvidence();
        evidence.Add("a", input.Word, input.Text);
        evidence.Add("b", input.Text, new AcronymDefinition(input.Word, input.Text, input.Word.Length, input.Text.Length));
        evidence.Merge(evidence);
        using var saved = new MemoryStream();
        evidence.Save(saved);
        saved.Position = 0;
        AcronymEvidence.Load(saved).ToDictionary();
        try
        {
            AcronymEvidence.Load(new MemoryStream(input.Bytes));
        }
        catch (InvalidDataException)
        {
            // documented: most bytes are no saved evidence
        }
    }

    private static void LearnWords(FuzzInput input)
    {
        var builder = new LexiconBuilder();
        builder.Add(input.Text);
        using var saved = new MemoryStream();
        builder.Build().Save(saved);
        saved.Position = 0;
        Lexicon.Load(saved).Segment(input.Text.Split(' '));
        try
        {
            Lexicon.Load(new MemoryStream(input.Bytes));
        }
        catch (InvalidDataException)
        {
            // documented: most bytes are no saved lexicon
        }
    }

    private static void LookAcronymsUp(FuzzInput input)
    {
        var evidence = new AcronymEvidence();
        evidence.Add("a", null, "Liên đoàn Lao động (LĐLĐ) họp.");
        AcronymDictionary acronyms = evidence.ToDictionary();
        acronyms.SensesOf(input.Word);
        acronyms.ExpansionOf(input.Text);
        acronyms.AbbreviationsOf(input.Text);
    }

    private static void RecordPairs(FuzzInput input)
    {
        using var tokenizer = new VietnameseTokenizer(new StringReader(input.Text));
        using var pairs = new SyllablePairFilter(tokenizer);
        using var ordered = new FoldedOrderFilter(pairs);
        Consume(ordered);
        Consume(pairs.Recorded);
    }

    private static void Consume(TokenStream stream)
    {
        using (stream)
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                Assert.NotEqual(0, term.Length);
            }

            stream.End();
        }
    }

    private static void ReadForm(FuzzInput input)
    {
        try
        {
            FoldedOrder.Read(input.Text);
            FoldedOrder.Read(input.Word + FoldedOrder.Separator + input.Text);
        }
        catch (FormatException)
        {
            // documented: most input is no index form
        }
    }
}
