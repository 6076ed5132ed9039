using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Search.Server.Jobs;
using Search.Server.Observing;

namespace Search.Server.Tests.Pages.Admin;

public sealed partial class AdminPageTests
{
    [Fact]
    public async Task It_tells_of_the_index_and_its_jobs()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["kho"]);
        await File.WriteAllTextAsync(Path.Combine(folder["kho"], "a.jsonl"), "{\"id\":\"a\",\"title\":\"Một\"}\n{\"id\":\"b\",\"title\":\"Hai\"}\n");
        await using TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ArticlesPath"] = folder["kho"] });
        await server.Client.DeleteAsync("/api/articles/b");
        JsonElement status = await server.GetJsonAsync("/api/status");

        string index = await SectionAsync(server, "index");
        string jobs = await SectionAsync(server, "jobs");

        Assert.Contains("Bài viết 1 ", index, StringComparison.Ordinal);
        Assert.Contains($"Đã xóa hoặc thay {status.GetProperty("deleted_documents")} ", index, StringComparison.Ordinal);
        foreach (string name in (string[])["generation", "analyzer", "schema"])
        {
            Assert.Contains($" {status.GetProperty(name)} ", index, StringComparison.Ordinal);
        }

        Assert.Contains("Lập chỉ mục lần đầu xong", jobs, StringComparison.Ordinal);
        Assert.Contains("2 bài", jobs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_at_work_has_a_bar_and_the_page_looks_again()
    {
        await using TestServer server = await TestServer.StartAsync();
        Job job = server.Services.GetRequiredService<JobList>().Start("purge");
        job.Advance(7);
        string busy = await server.Client.GetStringAsync("/admin");
        string progress = await server.Client.GetStringAsync("/admin/progress");
        job.End(JobState.Failed, "The disk is full.");
        string idle = await server.Client.GetStringAsync("/admin");

        Assert.Contains("<progress", busy, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", busy, StringComparison.Ordinal);
        Assert.Contains("7 bài", busy, StringComparison.Ordinal);
        Assert.StartsWith("<section id=\"index\"", progress.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("<progress", progress, StringComparison.Ordinal);
        Assert.DoesNotContain("<section id=\"queries\"", progress, StringComparison.Ordinal);
        Assert.DoesNotContain("<progress", idle, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", idle, StringComparison.Ordinal);
        Assert.Contains("thất bại", idle, StringComparison.Ordinal);
        Assert.Contains("The disk is full.", idle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_button_purges()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"a"}""");
        await server.Client.DeleteAsync("/api/articles/a");
        using var browser = new AdminBrowser(server);

        HttpResponseMessage answer = await browser.PostAsync("/admin/purge");

        Assert.Equal((HttpStatusCode.SeeOther, "/admin#jobs"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        while ((await server.GetJsonAsync("/api/admin/jobs/purge-1")).GetProperty("state").GetString() == "running")
        {
            await Task.Delay(20);
        }

        Assert.Contains("Xóa hẳn văn bản đã xóa xong", await SectionAsync(server, "jobs"), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetJsonAsync("/api/status")).GetProperty("deleted_documents").GetInt32());
    }

    [Fact]
    public async Task A_service_that_only_reads_offers_no_purge()
    {
        using var folder = new TemporaryFolder();
        await using (TestServer writer = await TestServer.StartAsync(folder))
        {
            await writer.PutAsync("a", """{"title":"a"}""");
        }

        await using TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ReadOnly"] = "true" });
        Assert.DoesNotContain("admin/purge", await server.Client.GetStringAsync("/admin"), StringComparison.Ordinal);
        using var browser = new AdminBrowser(server);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/admin/purge")).StatusCode);
    }

    [Fact]
    public async Task Acronyms_come_with_their_evidence_and_can_be_filtered()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync(
            """{"id":"a","title":"Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh","source":"A"}""", """{"id":"b","title":"Liên đoàn Lao động (LĐLĐ) trao nhà","source":"B"}""",
            """{"id":"c","title":"Hội đồng (HĐ) chấm thi"}""", """{"id":"d","title":"LĐLĐ tỉnh"}""");

        string all = await SectionAsync(server, "acronyms");
        string filtered = await SectionAsync(server, "acronyms", "?acronym=lao+dong");

        Assert.Contains("LĐLĐ liên đoàn lao động 2 100 % có", all, StringComparison.Ordinal);
        Assert.Contains("HĐ hội đồng 1 100 % không", all, StringComparison.Ordinal);
        Assert.Contains("LĐLĐ", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("hội đồng", filtered, StringComparison.Ordinal);
        string page = await server.Client.GetStringAsync("/admin?acronym=lao+dong");
        string evidence = WebUtility.HtmlDecode(Evidence().Match(page).Groups["address"].Value);
        string found = await server.Client.GetStringAsync(new Uri(server.Client.BaseAddress!, evidence));
        Assert.Contains("article/a", found, StringComparison.Ordinal);
        Assert.Contains("article/b", found, StringComparison.Ordinal);
        Assert.DoesNotContain("article/d", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synonyms_are_shown_with_what_is_wrong_with_their_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["synonyms.txt"], "sài gòn, <b>thành phố</b> # ghi chú\n");
        await using TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["SynonymsPath"] = folder["synonyms.txt"] });

        string section = await SectionAsync(server, "synonyms");
        Assert.Contains("1 quy tắc", section, StringComparison.Ordinal);
        Assert.Contains("sài gòn, <b>thành phố</b>", section, StringComparison.Ordinal);
        Assert.DoesNotContain("ghi chú", section, StringComparison.Ordinal);

        await File.WriteAllTextAsync(folder["synonyms.txt"], "một mình\n");
        File.SetLastWriteTimeUtc(folder["synonyms.txt"], DateTime.UtcNow.AddHours(1));
        string changed = section;
        while (!changed.Contains("line 1", StringComparison.Ordinal))   // the file is looked at once a second
        {
            await Task.Delay(100);
            changed = await SectionAsync(server, "synonyms");
        }

        Assert.Contains("sài gòn", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_come_from_the_log_and_lead_to_their_search()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["queries"]);
        DateTimeOffset time = DateTimeOffset.UtcNow.AddDays(-3);
        await File.WriteAllLinesAsync(Path.Combine(folder["queries"], $"queries-{time:yyyy-MM-dd}.jsonl"),
        [
            JsonSerializer.Serialize(new LoggedQuery(time, "giá vàng", null, 0, 3, false), QueryLog.Json),
            JsonSerializer.Serialize(new LoggedQuery(time, "giá vàng", null, 0, 4, false), QueryLog.Json),
            JsonSerializer.Serialize(new LoggedQuery(time, "<b>lúa</b> & \"ngô\"", null, 12, 1300, true), QueryLog.Json),
            "hỏng",
        ]);
        await using TestServer server = await TestServer.StartAsync(folder);

        string week = await SectionAsync(server, "queries");
        Assert.Contains("3 lượt tìm, 2 lượt không có kết quả. Bỏ qua 1 dòng hỏng", week, StringComparison.Ordinal);
        Assert.Contains("Không có kết quả giá vàng 2 lần", week, StringComparison.Ordinal);
        Assert.Contains("Chậm nhất <b>lúa</b> & \"ngô\" 1,3 giây, bị cắt", week, StringComparison.Ordinal);
        Assert.Contains("0 lượt tìm", await SectionAsync(server, "queries", "?days=1"), StringComparison.Ordinal);
        Assert.Contains("3 lượt tìm", await SectionAsync(server, "queries", "?days=30"), StringComparison.Ordinal);
        Assert.Contains("3 lượt tìm", await SectionAsync(server, "queries", "?days=tám"), StringComparison.Ordinal);
        string page = await server.Client.GetStringAsync("/admin");
        Assert.Contains($"href=\"./?q={Uri.EscapeDataString("giá vàng")}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>lúa", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_log_it_says_so()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["QueryLogPath"] = "" });
        Assert.Contains("Câu tìm không được ghi lại", await SectionAsync(server, "queries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhooks_are_listed_without_the_path_of_their_address()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.Client.PutAsync("/api/saved/tin-lua", TestServer.Json("""{"q":"lúa","webhook":{"url":"https://vidu.example/bi-mat/123"}}"""));
        await server.Client.PutAsync("/api/saved/khong-ai-nghe", TestServer.Json("""{"q":"ngô"}"""));

        string section = await SectionAsync(server, "webhooks");

        Assert.Contains("tin-lua vidu.example 0 0 –", section, StringComparison.Ordinal);
        Assert.DoesNotContain("bi-mat", section, StringComparison.Ordinal);
        Assert.DoesNotContain("khong-ai-nghe", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_english_where_the_reader_has_chosen_it()
    {
        await using TestServer server = await TestServer.StartAsync();
        using var browser = new AdminBrowser(server) { Cookie = "language=en" };
        string page = await (await browser.GetAsync()).Content.ReadAsStringAsync();
        Assert.Contains("Administration", page, StringComparison.Ordinal);
        Assert.Contains("Without hits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quản trị", page, StringComparison.Ordinal);
    }

    /// <summary>The text of a section, white space as one space.</summary>
    private static async Task<string> SectionAsync(TestServer server, string id, string query = "")
    {
        string page = await server.Client.GetStringAsync("/admin" + query);
        int start = page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        string section = page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
        return WebUtility.HtmlDecode(Space().Replace(Tag().Replace(section, " "), " "));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("""<td><a href="(?<address>[^"]*)" rel="nofollow">2</a>""")]
    private static partial Regex Evidence();
}
