using Search.Server.Hosting;
using Search.Server.Observing;

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ServerPaths.ContentRoot });
    builder.WebHost.UseStaticWebAssets();   // in a checkout the style sheet is not beside the program
    builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
    builder.Services.AddSystemd();
    builder.Services.AddSearchEngine();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddApiAndPages();

    await using WebApplication app = builder.Build();
    await app.OpenIndexAsync();
    app.UseApiAndPages();
    app.MapApiAndPages();
    await app.RunAsync();   // until told to stop; then accepted writes are finished and the index is closed
    return 0;
}
catch (Exception exception) when (StartFailure.Of(exception) is { } failure)
{
    await Console.Error.WriteLineAsync(failure.Sentence);
    return failure.ExitCode;
}
