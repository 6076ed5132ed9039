using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Search.Articles;

namespace Search.Ingest.Tests.Warc;

/// <summary>Web archives as an independent archiver writes them.</summary>
public sealed class WgetTests : IDisposable
{
    private const int Pages = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [WgetTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_archive_of_wget_is_read_back_whole(bool isCompressed)
    {
        using HttpListener server = Listen(out string root);
        using var stop = new CancellationTokenSource();
        Task serving = ServeAsync(server);
        List<string> arguments = ["-q", "--recursive", "--level=2", "--warc-file", _folder.At("crawl"), "-P", _folder.At("mirror"), "--tries=1", root];
        arguments.InsertRange(0, isCompressed ? [] : ["--no-warc-compression"]);
        using Process wget = Process.Start(new ProcessStartInfo("wget", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;   // it exists, the attribute saw it
        await wget.StandardError.ReadToEndAsync();
        await wget.WaitForExitAsync();
        server.Stop();
        await serving;

        string archive = Assert.Single(Directory.GetFiles(_folder.Path, "crawl.warc*"));
        IngestedInput[] inputs = [.. _folder.Inputs(new IngestOptions(), Path.GetFileName(archive))];

        Article[] articles = [.. inputs.OfType<IngestedInput.Accepted>().Select(static input => input.Article)];
        Assert.All(inputs.OfType<IngestedInput.Rejected>(), input => Assert.EndsWith($"#{root}", input.Name, StringComparison.Ordinal));   // nothing but links
        Assert.Equal(
            Enumerable.Range(0, Pages).Select(i => $"{root}{i}.html"),
            articles.Select(static article => article.Url).Where(static url => url is not null && url.EndsWith(".html", StringComparison.Ordinal)).OrderBy(static url => url!.Length).ThenBy(static url => url, StringComparer.Ordinal));
        Assert.All(articles.Where(static article => article.Url!.EndsWith(".html", StringComparison.Ordinal)),
            article => Assert.Equal($"Bài số {Path.GetFileNameWithoutExtension(article.Url)}", article.Title));
        Assert.Contains(inputs.OfType<IngestedInput.PassedOver>(), static input => input.Reason == "The HTTP status is 404.");   // robots.txt
    }

    private static HttpListener Listen(out string root)
    {
        for (int port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            var server = new HttpListener();
            root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
            server.Prefixes.Add(root);
            try
            {
                server.Start();
                return server;
            }
            catch (HttpListenerException)
            {
                server.Close();
            }
        }
    }

    /// <summary>A first page with links to the others; every other one goes out in chunks.</summary>
    private static async Task ServeAsync(HttpListener server)
    {
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            string path = context.Request.Url?.AbsolutePath ?? "";
            bool isPage = int.TryParse(Path.GetFileNameWithoutExtension(path), out int number);
            string page = path == "/" ? $"<html><body>{string.Concat(Enumerable.Range(0, Pages).Select(static i => $"<p><a href=\"/{i}.html\">Bài {i}</a></p>"))}</body></html>"
                : isPage ? WarcWriter.Page($"Bài số {number}")
                : "";
            context.Response.StatusCode = page.Length > 0 ? 200 : 404;
            context.Response.ContentType = "text/html; charset=utf-8";
            byte[] body = Encoding.UTF8.GetBytes(page);
            context.Response.SendChunked = number % 2 == 0;
            if (!context.Response.SendChunked)
            {
                context.Response.ContentLength64 = body.Length;
            }

            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }

    private sealed class WgetTheoryAttribute : TheoryAttribute
    {
        public WgetTheoryAttribute() =>
            Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "wget")))
                ? null : "wget is not installed.";
    }
}
