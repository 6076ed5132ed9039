using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Snapshots;
using Search.Server.Access;
using Search.Server.Jobs;
using Search.Server.Limits;
using Search.Server.Saved;
using Search.Server.Saved.Webhooks;
using Search.Server.Searching;
using Search.Server.Snapshots;
using Search.Server.Status;

namespace Search.Server.Hosting;

/// <summary>Brings the search engine into the service.</summary>
internal static partial class SearchEngineHosting
{
    /// <summary>Adds the options, the engine and what keeps it: keys, jobs, the first ingestion.</summary>
    public static void AddSearchEngine(this IServiceCollection services)
    {
        services.AddOptions<SearchOptions>().Configure<IConfiguration>(Bind).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => Open(
            provider.GetRequiredService<IOptions<SearchOptions>>().Value, provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => Snapshots(provider.GetRequiredService<IOptions<SearchOptions>>().Value, provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<IndexReadiness>().AddSingleton<JobList>().AddSingleton<ApiKeys>().AddSingleton<AdminSessions>().AddSingleton<TimedSearch>().AddSingleton<PurgeJob>().AddSingleton<ReindexJob>().AddSingleton<SnapshotJob>().AddSingleton<WorkLimits>();
        services.AddSingleton<SavedFolder>().AddSingleton<SavedSearches>().AddSingleton<WebhookClient>().AddSingleton<CourierTools>().AddSingleton<Couriers>();
        services.AddHostedService(static provider => provider.GetRequiredService<Couriers>());   // stopped after those below
        services.AddHostedService<FirstIngestion>().AddHostedService<SnapshotSchedule>().AddHostedService<Scrubbing>();
    }

    /// <summary>Opens the index before the service listens, so that a wrong configuration or index stops it with a sentence.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong.</exception>
    /// <exception cref="IndexException">The index cannot be opened.</exception>
    /// <exception cref="SavedFileException">A file of the saved searches cannot be read.</exception>
    public static async Task OpenIndexAsync(this WebApplication app)
    {
        foreach (IConfigurationSection setting in app.Configuration.GetSection(SearchOptions.Section).GetChildren())
        {
            if (!typeof(SearchOptions).GetProperties().Any(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)))
            {
                LogUnknown(app.Logger, setting.Path);
            }
        }

        SearchOptions options = app.Services.GetRequiredService<IOptions<SearchOptions>>().Value;
        IndexStatus status = await app.Services.GetRequiredService<SearchEngine>().GetStatusAsync();
        app.Services.GetRequiredService<Couriers>();   // reads what is saved
        string articles = ServerPaths.Resolve(options.ArticlesPath, app.Environment.ContentRootPath);
        if (status.Documents == 0 && options.ArticlesPath is not ("" or SearchOptions.SampleArticles) && !Path.Exists(articles))
        {
            throw new OptionsValidationException(SearchOptions.Section, typeof(SearchOptions),
                [$"Search:ArticlesPath names {articles}, which does not exist; expected a file or folder of articles, or nothing at all."]);
        }
    }

    private static void Bind(SearchOptions options, IConfiguration configuration)
    {
        try
        {
            configuration.GetSection(SearchOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)   // its message names the setting, its value and the type expected
        {
            throw new OptionsValidationException(SearchOptions.Section, typeof(SearchOptions), [unreadable.Message]);
        }
    }

    private static SearchEngine Open(SearchOptions options, IHostEnvironment environment, TimeProvider time) =>
        SearchEngine.Open(new ArticleIndexOptions
        {
            Path = ServerPaths.Resolve(options.IndexPath, environment.ContentRootPath),
            RamBufferMebibytes = options.RamBufferMebibytes,
            ReadOnly = options.ReadOnly,
            SynonymsPath = options.SynonymsPath.Length == 0 ? null : ServerPaths.Resolve(options.SynonymsPath, environment.ContentRootPath),
            Time = time,
        });

    private static SnapshotFolder Snapshots(SearchOptions options, IHostEnvironment environment) => new(ServerPaths.Resolve(
        options.Snapshots.Path.Length > 0 ? options.Snapshots.Path : Path.TrimEndingDirectorySeparator(options.IndexPath) + "-snapshots", environment.ContentRootPath));

    [LoggerMessage(LogLevel.Warning, "The setting {Setting} is unknown and has no effect.")]
    private static partial void LogUnknown(ILogger logger, string setting);
}
