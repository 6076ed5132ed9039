using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Search.Answers;
using Search.Server.Access;
using Search.Server.Analysts;
using Search.Server.Analyzing;
using Search.Server.Articles;
using Search.Server.Description;
using Search.Server.Feeds;
using Search.Server.Jobs;
using Search.Server.Languages;
using Search.Server.Limits;
using Search.Server.Observing;
using Search.Server.Pages;
using Search.Server.Pages.Admin;
using Search.Server.Pages.Analysts;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Saved;
using Search.Server.Searching;
using Search.Server.Status;
using Search.Server.Suggesting;

namespace Search.Server.Hosting;

/// <summary>Brings the API and the pages into the service.</summary>
internal static class WebHosting
{
    /// <summary>Adds how JSON and HTML are written, how failures are answered, and the description of the API.</summary>
    public static void AddApiAndPages(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options =>
        {
            AnswerJson.Configure(options.SerializerOptions);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();   // components bring it; no page has a secret, so no key is written to disk
        services.AddExceptionHandler<ProblemDetailsExceptionHandler>();
        services.AddDescription();
        services.AddTrustedProxies();
        services.AddCrossOrigin();
        services.AddCallerLimits();
        services.AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;   // no answer mixes a secret with what a stranger chose
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.Ndjson, "application/problem+json", "application/rss+xml", "text/csv", "image/svg+xml"];
        });
    }

    /// <summary>Adds what every request passes through.</summary>
    public static void UseApiAndPages(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(StatusAnswers.AnswerBareStatusAsync);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static file => CrossOrigin.LetOtherSitesLoad(file.Context.Response) });
        app.UseRouting();   // behind the path base
        app.UseCors();
        app.UseRateLimiter();
        app.UseMiddleware<ScopeGuard>();
    }

    /// <summary>Adds all routes.</summary>
    public static void MapApiAndPages(this WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, UnknownParameterFilter>().Problems(ProblemType.InvalidParameters);
        api.MapSearch();
        api.MapSuggest();
        api.MapArticles();
        api.MapAnalysts();
        api.MapExport();
        api.MapAnalyze();
        api.MapSaved();
        api.MapStatus();
        api.MapJobs();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        app.MapDocs();
        app.MapSearchPage();
        app.MapFeed();
        app.MapOpenSearch();
        app.MapLanguage();
        app.MapArticlePage();
        app.MapWidgetDemo();
        app.MapAnalystPage();
        app.MapAdminPage();
        app.MapProblemPages();
    }
}
