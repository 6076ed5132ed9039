using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Ingest;
using Search.Server.Articles;
using Search.Server.Hosting;
using Search.Server.Limits;
using Search.Server.Saved.Webhooks;
using Search.Server.Status;
using Search.Vietnamese.Folding;

namespace Search.Server.Jobs;

/// <summary>Fills an empty index from <see cref="SearchOptions.ArticlesPath"/> when the service starts, then makes it ready.</summary>
/// <remarks>A mark in the folder of the index stays until all is read, so that the next start goes on where this one was stopped.</remarks>
internal sealed partial class FirstIngestion(
    SearchEngine engine, IOptions<SearchOptions> options, IHostEnvironment environment, IndexReadiness readiness, WorkLimits limits, JobList jobs, Couriers couriers,
    ILogger<FirstIngestion> logger) : BackgroundService
{
    /// <summary>Rejected inputs that the log names; the job counts all.</summary>
    private const int MostNamed = 100;

    private string Mark => Path.Combine(Resolve(options.Value.IndexPath), "first-ingestion-unfinished");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await IsWantedAsync(stoppingToken)
                || await Task.Run(() => IngestAsync(Resolve(options.Value.ArticlesPath), stoppingToken), stoppingToken))
            {
                await WarmUpAsync(stoppingToken);
                couriers.Begin();
                readiness.MakeReady();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The mark stays.
        }
    }

    /// <summary>Searches for the newest article by its own title, so that the first caller need not wait until the program is compiled.</summary>
    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        if ((await engine.SearchAsync(new SearchRequest { Page = new(0, 1) }, cancellation)).Hits is [var newest])
        {
            string title = newest.Article.Title;
            await engine.SearchAsync(new SearchRequest { Query = title, Page = new(0, 10) }, cancellation);
            await engine.SearchAsync(new SearchRequest { Query = DiacriticFolding.Fold(title), Page = new(0, 10) }, cancellation);
            await engine.SuggestAsync(title[..Math.Min(title.Length, 5)], 8, cancellation);
        }
    }

    private async Task<bool> IsWantedAsync(CancellationToken cancellation)
    {
        if (engine.IsReadOnly || string.IsNullOrWhiteSpace(options.Value.ArticlesPath))
        {
            return false;
        }

        if ((await engine.GetStatusAsync(cancellation)).Documents > 0 && !File.Exists(Mark))
        {
            return false;
        }

        string path = Resolve(options.Value.ArticlesPath);
        if (!Path.Exists(path))
        {
            LogNoArticles(path);
            return false;
        }

        return true;
    }

    /// <returns>Whether it came to its end; a part of an archive is not served as if it were the whole.</returns>
    private async Task<bool> IngestAsync(string path, CancellationToken cancellation)
    {
        Job job = jobs.Start("ingest");
        try
        {
            await File.WriteAllTextAsync(Mark, "", cancellation);
            (int read, int rejected) = await ReadAllAsync(path, job, cancellation);
            File.Delete(Mark);
            job.End(JobState.Done, $"{read} articles were read from {options.Value.ArticlesPath}, {rejected} inputs were rejected.");
            LogDone(read, path, rejected);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            string message = $"Filling the index from {path} failed: {failure.Message}";
            job.End(JobState.Failed, message);
            readiness.Fail(message);
            LogFailed(failure, path);
            return false;
        }
    }

    private async Task<(int Read, int Rejected)> ReadAllAsync(string path, Job job, CancellationToken cancellation)
    {
        var batch = new WriteBatch(engine, limits);
        int read = 0;
        int rejected = 0;
        foreach (IngestedInput input in ArticleSource.Read([path], new IngestOptions(), cancellation))
        {
            if (input is IngestedInput.Accepted { Article: var article })
            {
                read++;
                batch.Add(new ArticleWrite.Put(article), article.Json.Length);
            }
            else if (input is IngestedInput.Rejected { Name: var name, Reason: var reason } && ++rejected <= MostNamed)
            {
                LogRejected(name, reason);
            }

            if (batch.IsFull)
            {
                job.Advance((await batch.WriteAsync()).Count);
            }
        }

        job.Advance((await batch.WriteAsync()).Count);
        return (read, rejected);
    }

    private string Resolve(string path) => ServerPaths.Resolve(path, environment.ContentRootPath);

    [LoggerMessage(LogLevel.Warning, "The index is empty, and {Path} does not exist: there is nothing to fill it from.")]
    private partial void LogNoArticles(string path);

    [LoggerMessage(LogLevel.Warning, "{Input} was rejected: {Reason}")]
    private partial void LogRejected(string input, string reason);

    [LoggerMessage(LogLevel.Information, "The index is filled: {Read} articles were read from {Path}, {Rejected} inputs were rejected.")]
    private partial void LogDone(int read, string path, int rejected);

    [LoggerMessage(LogLevel.Error, "Filling the index from {Path} failed.")]
    private partial void LogFailed(Exception failure, string path);
}
