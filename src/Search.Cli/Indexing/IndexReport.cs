using System.Globalization;
using Search.Engine.Indexing;

namespace Search.Cli.Indexing;

/// <summary>What became of all inputs.</summary>
internal sealed class IndexReport
{
    /// <summary>Rejected inputs that are named; more are counted.</summary>
    private const int MostNamed = 100;

    private readonly List<RejectedInput> _named = [];

    /// <summary>Articles and rejected inputs.</summary>
    public int Read { get; private set; }

    /// <summary>New articles.</summary>
    public int Created { get; private set; }

    /// <summary>Articles that took the place of an earlier form.</summary>
    public int Updated { get; private set; }

    /// <summary>Articles that were there already.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Inputs that gave no article.</summary>
    public int Rejected { get; private set; }

    /// <summary>The first of them, and why.</summary>
    public IReadOnlyList<RejectedInput> Rejections => _named;

    /// <summary>One rejected input.</summary>
    public sealed record RejectedInput(string Input, string Reason);

    public void Add(string input, WriteOutcome outcome)
    {
        if (outcome.Rejection is { } reason)
        {
            Reject(input, reason);
            return;
        }

        Read++;
        Created += outcome.Status == WriteStatus.Created ? 1 : 0;
        Updated += outcome.Status == WriteStatus.Updated ? 1 : 0;
        Unchanged += outcome.Status == WriteStatus.Unchanged ? 1 : 0;
    }

    public void Reject(string input, string reason)
    {
        Read++;
        Rejected++;
        if (_named.Count < MostNamed)
        {
            _named.Add(new(input, reason));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"read {Read}: created {Created}, updated {Updated}, unchanged {Unchanged}, rejected {Rejected}");
}
