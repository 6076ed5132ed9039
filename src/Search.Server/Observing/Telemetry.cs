using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Search.Engine.Indexing;
using Search.Server.Access;

namespace Search.Server.Observing;

/// <summary>Metrics and traces by OpenTelemetry, for Prometheus at <c>/metrics</c> and for the collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names, if any.</summary>
internal static class Telemetry
{
    private const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds what is measured, and the logs of requests and queries.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        bool hasCollector = !string.IsNullOrEmpty(configuration[CollectorSetting]);
        services.AddSingleton<SearchMetrics>().AddSingleton<QueryLog>().AddSingleton<QueryLogReader>();
        services.AddHostedService(static provider => provider.GetRequiredService<QueryLog>());
        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("search"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(SearchMetrics.MeterName, IndexMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting")
                    .AddRuntimeInstrumentation().AddPrometheusExporter();
                if (hasCollector)
                {
                    metrics.AddOtlpExporter();
                }
            })
            .WithTracing(traces =>
            {
                if (hasCollector)
                {
                    traces.AddAspNetCoreInstrumentation().AddSource(SearchMetrics.MeterName).AddOtlpExporter();
                }
            });
    }

    /// <summary>Adds <c>/metrics</c>.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint("/metrics").RequireScope(Scope.Search).DisableRateLimiting();
}
