using Search.Answers;
using Search.Server.Problems;

namespace Search.Server.Status;

/// <summary>Whether the index can be searched and written; until then a first ingestion has it to itself.</summary>
internal sealed class IndexReadiness
{
    private volatile bool _isReady;
    private volatile string? _failure;

    /// <summary>Opens the doors.</summary>
    public void MakeReady() => _isReady = true;

    /// <summary>Says why they stay shut.</summary>
    public void Fail(string reason) => _failure = reason;

    /// <summary>Whether searches and writes are served.</summary>
    public bool IsReady => _isReady;

    /// <summary>Why they are not.</summary>
    public Wording Reason => _failure is { } failure
        ? Wording.EnglishOnly(failure)
        : new("The index is being filled for the first time; /api/status shows how far it is.", "Chỉ mục đang được lập lần đầu; xem tiến độ tại /api/status.");

    /// <exception cref="IndexNotReadyException">Not yet.</exception>
    public void Check()
    {
        if (!_isReady)
        {
            throw new IndexNotReadyException(Reason);
        }
    }
}

/// <summary>The index cannot be searched or written yet.</summary>
internal sealed class IndexNotReadyException(Wording detail) : Exception(detail.English)
{
    /// <summary>Why, for the caller.</summary>
    public Wording Detail => detail;
}

/// <summary>Marks routes that need the index.</summary>
internal static class ReadyIndex
{
    /// <summary>Answers 503 until the index is ready.</summary>
    public static TBuilder RequireReadyIndex<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.Problems(ProblemType.IndexNotReady).AddEndpointFilter(static (context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<IndexReadiness>().Check();
            return next(context);
        });
}
