using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Server.Tests.Description;

namespace Search.Server.Tests;

/// <summary>The real host on a port of its own, over an index in a temporary folder.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>A file of settings in the server's folder, for tests that change them.</summary>
    public const string SettingsFile = "settings.json";

    private readonly Factory _factory;

    private TestServer(Factory factory)
    {
        _factory = factory;
        Client = factory.CreateDefaultClient(new ContractHandler());
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="folder">Where the index is; a new folder by default.</param>
    /// <param name="environment">Development, where writes need no key, by default.</param>
    /// <param name="settings">Settings of the section <c>Search</c>.</param>
    /// <param name="configure">Changes of the services; with some the server never gets ready, so that is not waited for.</param>
    public static async Task<TestServer> StartAsync(
        TemporaryFolder? folder = null, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? configure = null)
    {
        var factory = new Factory(folder ?? new TemporaryFolder(), folder is null, environment, settings ?? new Dictionary<string, string>(), configure);
        factory.UseKestrel(0);
        factory.StartServer();
        var server = new TestServer(factory);
        while (configure is null && !(await server.Client.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        return server;
    }

    public async Task<JsonElement> GetJsonAsync(string address) => (await Client.GetFromJsonAsync<JsonElement>(address)).Clone();

    /// <summary>Begins a job and waits until it has ended.</summary>
    public async Task<JsonElement> RunJobAsync(string route)
    {
        HttpResponseMessage begun = await Client.PostAsync($"/api/admin/{route}", content: null);
        while (true)
        {
            JsonElement job = await GetJsonAsync(begun.EnsureSuccessStatusCode().Headers.Location!.OriginalString);
            if (job.GetProperty("state").GetString() != "running")
            {
                return job;
            }

            await Task.Delay(10);
        }
    }

    public Task<HttpResponseMessage> PutAsync(string id, string json) => Client.PutAsync($"/api/articles/{id}", Json(json));

    public Task<HttpResponseMessage> PostLinesAsync(params string[] lines) =>
        Client.PostAsync("/api/articles", new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"));

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
    }

    private sealed class Factory(
        TemporaryFolder folder, bool ownsFolder, string environment, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? configure)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("Search:IndexPath", folder["index"]);
            builder.UseSetting("Search:ArticlesPath", "");
            builder.UseSetting("Search:QueryLogPath", folder["queries"]);
            builder.UseSetting("Search:QueryTimeout", "00:01:00");   // the first searches compile the program, on a busy machine
            foreach ((string name, string value) in settings)
            {
                builder.UseSetting("Search:" + name, value);
            }

            builder.ConfigureAppConfiguration((_, configuration) => configuration.AddJsonFile(folder[SettingsFile], optional: true, reloadOnChange: false));
            builder.ConfigureLogging(static logging => logging.ClearProviders());
            if (configure is not null)
            {
                builder.ConfigureTestServices(configure);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            while (!settings.ContainsKey("ReadOnly") && IsInUse(Path.Combine(folder["index"], "write.lock")))
            {
                await Task.Delay(10);   // the program closes the index by itself, and the next server may want it
            }

            if (ownsFolder)
            {
                folder.Dispose();
            }
        }

        private static bool IsInUse(string path)
        {
            try
            {
                using FileStream? file = File.Exists(path) ? new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }
}
