namespace Search.Cli.Indexing;

/// <summary>An input and what is to be said of it.</summary>
/// <param name="Input">Where it stood.</param>
/// <param name="Reason">The reason in full.</param>
internal sealed record NamedInput(string Input, string Reason);

/// <summary>How many inputs have one kind of reason.</summary>
/// <param name="Reason">The reason; without particulars where they differ.</param>
/// <param name="Format">What the inputs were read as.</param>
/// <param name="Count">How many they are.</param>
/// <param name="First">The first of them.</param>
internal sealed record ReasonCount(string Reason, string Format, int Count, IReadOnlyList<NamedInput> First);

/// <summary>Counts inputs by the kind of their reasons, and keeps the first of each.</summary>
internal sealed class ReasonCounts
{
    private const int MostNamed = 5;

    /// <summary>Kinds that are told apart; hostile input could make any number.</summary>
    private const int MostKinds = 200;

    private const string Others = "Other reasons.";

    private readonly Dictionary<(string Kind, string Format), Reasons> _kinds = [];

    /// <summary>All inputs counted.</summary>
    public int Total { get; private set; }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<ReasonCount> MostFrequentFirst =>
    [
        .. _kinds.OrderByDescending(static kind => kind.Value.Count).Select(static kind => new ReasonCount(
            kind.Value.AreSame ? kind.Value.First[0].Reason : kind.Key.Kind, kind.Key.Format, kind.Value.Count, kind.Value.First)),
    ];

    /// <summary>Counts an input.</summary>
    public void Add(string input, string format, string reason)
    {
        (string, string) kind = (ReasonKind.Of(reason), format);
        if (!_kinds.ContainsKey(kind) && _kinds.Count >= MostKinds)
        {
            kind = (Others, "");
        }

        if (!_kinds.TryGetValue(kind, out Reasons? reasons))
        {
            _kinds.Add(kind, reasons = new Reasons());
        }

        Total++;
        reasons.Count++;
        if (reasons.First.Count < MostNamed)
        {
            reasons.First.Add(new(input, reason));
        }

        reasons.AreSame &= reason == reasons.First[0].Reason;
    }

    private sealed class Reasons
    {
        public int Count { get; set; }

        public bool AreSame { get; set; } = true;

        public List<NamedInput> First { get; } = [];
    }
}
