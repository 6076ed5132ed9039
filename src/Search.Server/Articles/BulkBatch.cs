using Search.Answers;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Limits;
using Search.Server.Problems;

namespace Search.Server.Articles;

/// <summary>Lines of a bulk request that share a commit, the good with the bad.</summary>
internal sealed partial class BulkBatch(SearchEngine engine, WorkLimits limits, Language language, ILogger logger)
{
    private const int MostLines = 1000;

    private readonly WriteBatch _writes = new(engine, limits);
    private readonly List<BulkLine> _lines = [];

    /// <summary>Whether there is no line.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether it is time to write.</summary>
    public bool IsFull => _lines.Count >= MostLines || _writes.IsFull;

    /// <summary>Adds a line.</summary>
    public void Add(NdjsonLine line)
    {
        BulkLine read = BulkLine.Read(line);
        _lines.Add(read);
        if (read.Write is { } write)
        {
            _writes.Add(write, line.Content.Length);
        }
    }

    /// <summary>Writes the good lines in one commit and empties the batch.</summary>
    /// <returns>What became of each line, in order, when all are durable.</returns>
    public async Task<IReadOnlyList<BulkLineResponse>> WriteAsync()
    {
        IReadOnlyList<WriteStatus> statuses = [];
        ApiProblem? failure = null;
        try
        {
            statuses = await _writes.WriteAsync();
        }
        catch (Exception exception)   // the other batches may still succeed: each line hears of its own
        {
            failure = ProblemDetailsExceptionHandler.Problem(exception);
            LogFailure(exception, _lines.Count);
        }

        var answers = new List<BulkLineResponse>(_lines.Count);
        int written = 0;
        foreach (BulkLine line in _lines)
        {
            answers.Add(line.Write is not { } write ? Rejected(line, line.Problem)
                : failure is not null ? Rejected(line, failure)
                : statuses[written++] is var status && status == WriteStatus.NotFound ? Rejected(line, ArticleAnswers.NotFound(write.Id))
                : new(line.Number, write.Id, ArticleAnswers.Word(status)));
        }

        _lines.Clear();
        return answers;
    }

    private BulkLineResponse Rejected(BulkLine line, ApiProblem? problem) => new(line.Number, line.Id, ArticleAnswers.Rejected, problem?.In(language));

    [LoggerMessage(LogLevel.Error, "A batch of {Lines} lines could not be written.")]
    private partial void LogFailure(Exception failure, int lines);
}
