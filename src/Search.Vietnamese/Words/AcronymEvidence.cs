using Search.Vietnamese.Tokens;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Words;

/// <summary>Collects from the documents of a collection what their acronyms stand for.</summary>
/// <remarks>
/// <para>A document counts once for each long form that it gives an acronym, however often it is added; so parts of a collection may be mined apart and
/// merged in any order, overlapping or not. A long form is accepted for the whole collection if</para>
/// <list type="bullet">
/// <item>two documents from different sources define it, or three documents do; or one does, of an acronym with at least three units, all of
/// whose letters stand for just the words of the long form (no word skipped, no D for đ);</item>
/// <item>and it has at least 60 % of the definitions of its acronym.</item>
/// </list>
/// <para>Memory: some 40 bytes a definition, and the long forms once. Not thread-safe: give every thread its own and merge them.</para>
/// <code>
/// var evidence = new AcronymEvidence();
/// evidence.Add("a-1", "Lao Động", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh khai mạc.");
/// AcronymSense? sense = evidence.ToDictionary().ExpansionOf("lđlđ");   // liên đoàn lao động
/// </code>
/// </remarks>
public sealed class AcronymEvidence
{
    /// <summary>Definitions of one document that count, so that no document can fill the memory. Articles have a handful, codes of law some dozens.</summary>
    public const int MostDefinitions = 256;

    private const int LongestPhrase = 256;
    private const double LeastShare = 0.6;
    private const int EnoughDocuments = 3;
    private const int EnoughUnits = 3;
    private const string Format = "acronym evidence";
    private const byte FormatVersion = 1;

    private readonly AcronymMiner _miner = new();
    private readonly VietnameseTokenScanner _scanner = new();
    private readonly SortedDictionary<(string Acronym, string Phrase), Dictionary<ulong, Attestation>> _senses = new(
        Comparer<(string Acronym, string Phrase)>.Create((a, b) =>
            string.CompareOrdinal(a.Acronym, b.Acronym) is var order and not 0 ? order : string.CompareOrdinal(a.Phrase, b.Phrase)));

    /// <summary>One document's word for a sense.</summary>
    /// <param name="Source">A hash of where the document is from; 0 if that is not known.</param>
    /// <param name="IsPlain">It alone suffices: at least three units, nothing skipped, nothing loose.</param>
    private readonly record struct Attestation(ulong Source, bool IsPlain)
    {
        /// <summary>The same from either side, where one document was added twice and differently.</summary>
        public Attestation Or(Attestation other) => new(Math.Max(Source, other.Source), IsPlain || other.IsPlain);
    }

    /// <summary>Mines a document.</summary>
    /// <param name="id">Its name, unique in the collection. What an earlier version of the document defined stays.</param>
    /// <param name="source">Where it is from, a newspaper for instance; <see langword="null"/> or empty if not known: such documents do not count as from
    /// different sources.</param>
    /// <param name="text">Its text. Title and body may be added one after the other under the same id.</param>
    public void Add(string id, string? source, ReadOnlySpan<char> text)
    {
        foreach (AcronymDefinition definition in _miner.Mine(text).Take(MostDefinitions))
        {
            Add(id, source, definition);
        }
    }

    /// <summary>Takes note of a definition that was mined before.</summary>
    /// <param name="id">The name of the document that has it.</param>
    /// <param name="source">Where the document is from; <see langword="null"/> or empty if not known.</param>
    /// <param name="definition">What the <see cref="AcronymMiner"/> found.</param>
    public void Add(string id, string? source, AcronymDefinition definition)
    {
        string phrase = CanonicalPhrase(definition.LongForm);
        if (phrase.Length <= LongestPhrase)
        {
            bool isPlain = definition is { Skipped: 0, Loose: 0 } && ShortForm.TryParse(definition.Acronym, out ShortForm form) && form.Units.Count >= EnoughUnits;
            Attest(KeyOf(definition.Acronym), phrase, Hash(id), new(string.IsNullOrEmpty(source) ? 0 : Hash(source), isPlain));
        }
    }

    /// <summary>Takes over all that another part of the collection says.</summary>
    public void Merge(AcronymEvidence other)
    {
        foreach (((string acronym, string phrase), Dictionary<ulong, Attestation> documents) in other._senses)
        {
            foreach ((ulong document, Attestation attestation) in documents)
            {
                Attest(acronym, phrase, document, attestation);
            }
        }
    }

    /// <summary>Weighs the evidence.</summary>
    public AcronymDictionary ToDictionary()
    {
        Dictionary<string, int> definitions = _senses.GroupBy(sense => sense.Key.Acronym, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(sense => sense.Value.Count), StringComparer.Ordinal);
        return new(_senses.Select(sense =>
        {
            double share = (double)sense.Value.Count / definitions[sense.Key.Acronym];
            return new AcronymSense(sense.Key.Acronym, sense.Key.Phrase, sense.Value.Count, share, share >= LeastShare && IsAttested(sense.Value.Values));
        }));
    }

    /// <summary>Writes all evidence, about 17 bytes a definition. The same evidence gives the same bytes, in whatever order it came.</summary>
    /// <param name="stream">Written from its position on, and left open.</param>
    public void Save(Stream stream) => SealedForm.Write(stream, Format, FormatVersion, writer =>
    {
        writer.Write7BitEncodedInt(_senses.Count);
        foreach (((string acronym, string phrase), Dictionary<ulong, Attestation> documents) in _senses)
        {
            writer.Write(acronym);
            writer.Write(phrase);
            writer.Write7BitEncodedInt(documents.Count);
            foreach ((ulong document, Attestation attestation) in documents.OrderBy(pair => pair.Key))
            {
                writer.Write(document);
                writer.Write(attestation.Source);
                writer.Write(attestation.IsPlain);
            }
        }
    });

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Read from its position to the end of the saved form, and left open.</param>
    /// <exception cref="InvalidDataException">The stream holds something else, a version that this program does not know, or is damaged.</exception>
    public static AcronymEvidence Load(Stream stream) => SealedForm.Read(stream, Format, FormatVersion, reader =>
    {
        var evidence = new AcronymEvidence();
        for (int senses = reader.Read7BitEncodedInt(); senses > 0; senses--)
        {
            string acronym = reader.ReadString();
            string phrase = reader.ReadString();
            for (int documents = reader.Read7BitEncodedInt(); documents > 0; documents--)
            {
                evidence.Attest(acronym, phrase, reader.ReadUInt64(), new(reader.ReadUInt64(), reader.ReadBoolean()));
            }
        }

        return evidence;
    });

    private void Attest(string acronym, string phrase, ulong document, Attestation attestation)
    {
        if (!_senses.TryGetValue((acronym, phrase), out Dictionary<ulong, Attestation>? documents))
        {
            _senses.Add((acronym, phrase), documents = []);
        }

        documents[document] = documents.TryGetValue(document, out Attestation before) ? before.Or(attestation) : attestation;
    }

    private static bool IsAttested(IReadOnlyCollection<Attestation> documents) =>
        documents.Count >= EnoughDocuments
        || documents.Any(document => document.IsPlain)
        || documents.Select(document => document.Source).Where(source => source != 0).Distinct().Count() >= 2;

    private static string KeyOf(string acronym)
    {
        Span<char> key = acronym.Where(c => c is not ('.' or '-' or '&')).ToArray();
        NormalizedText.Lower(key);
        return key.ToString();
    }

    /// <summary>The terms of the words as the index has them.</summary>
    private string CanonicalPhrase(string longForm)
    {
        var terms = new List<string>();
        _scanner.Reset(longForm.AsMemory());
        while (_scanner.MoveNext())
        {
            if (_scanner.Current is { PositionCount: 1, Type: not TokenType.Roman })
            {
                terms.Add(_scanner.Term.ToString());
            }
        }

        return string.Join(' ', terms);
    }

    /// <summary>FNV-1a with 64 bits over the UTF-16 code units: the same on every machine, and rarely the same for two names of a collection.</summary>
    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
