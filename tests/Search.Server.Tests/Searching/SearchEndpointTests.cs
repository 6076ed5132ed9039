using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Answers;
using Search.Engine.Querying;
using Search.Server.Problems;

namespace Search.Server.Tests.Searching;

public sealed class SearchEndpointTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private TestServer Server => sample.Server;

    [Fact]
    public async Task The_answer_has_the_agreed_shape()
    {
        JsonElement answer = await Server.GetJsonAsync("/api/search?q=doi%20ngoai%20cong%20doan");

        Assert.Equal(
            ["query", "total", "total_relation", "total_relaxed", "matched", "partial", "took_ms", "index", "hits", "next"],
            answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("doi ngoai cong doan", answer.GetProperty("query").GetProperty("text").GetString());
        Assert.Equal("đối ngoại công đoàn", answer.GetProperty("query").GetProperty("read_as").GetString());
        Assert.Equal(
            """[{"kind":"marks_restored","text":"đối ngoại công đoàn","start":0,"end":19,"used":"added"}]""",
            answer.GetProperty("query").GetProperty("readings").GetRawText());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("query").GetProperty("suggestion").ValueKind);
        Assert.Equal("eq", answer.GetProperty("total_relation").GetString());
        Assert.Equal("all", answer.GetProperty("matched").GetString());
        Assert.False(answer.GetProperty("partial").GetBoolean());
        Assert.Equal("vi-1", answer.GetProperty("index").GetProperty("analyzer").GetString());
        Assert.NotEmpty(answer.GetProperty("index").GetProperty("generation").GetString()!);   // a string, as the line would throw otherwise
        JsonElement hit = answer.GetProperty("hits")[0];
        Assert.Equal(
            ["rank", "id", "score", "matches", "title", "title_html", "snippets", "url", "date", "category", "authors", "source", "tags"],
            hit.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(1, hit.GetProperty("rank").GetInt32());
        Assert.Equal("doi-ngoai", hit.GetProperty("id").GetString());
        Assert.Equal("all", hit.GetProperty("matches").GetString());
        Assert.Equal("Đẩy mạnh <mark>công</mark> tác <mark>đối ngoại công đoàn</mark>", hit.GetProperty("title_html").GetString());
        Assert.Equal("2023-11-30", hit.GetProperty("date").GetString());
        Assert.Equal("Hoàng Phúc", hit.GetProperty("authors")[0].GetString());
    }

    [Fact]
    public async Task Letters_are_sent_as_letters()
    {
        string json = await Server.Client.GetStringAsync("/api/search?q=doi%20ngoai");

        Assert.Contains("Đẩy mạnh công tác <mark>đối ngoại</mark> công đoàn", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_json_gives_the_same_hits()
    {
        JsonElement byAddress = await Server.GetJsonAsync("/api/search?q=cong%20doan&size=1&offset=1&match=any&sort=oldest&tag=T%E1%BA%BFt&tag=ngh%E1%BB%8B%20quy%E1%BA%BFt");
        HttpResponseMessage answer = await Server.Client.PostAsync("/api/search", TestServer.Json(
            """{"q":"cong doan","size":1,"offset":1,"match":"any","sort":"oldest","tag":["Tết","nghị quyết"],"from":null}"""));
        JsonElement byJson = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("cong-nhan", byAddress.GetProperty("hits")[0].GetProperty("id").GetString());
        Assert.Equal(byAddress.GetProperty("hits").GetRawText(), byJson.GetProperty("hits").GetRawText());
        Assert.Equal("relaxed", byJson.GetProperty("matched").GetString());
    }

    [Fact]
    public async Task Without_a_query_all_articles_are_listed_newest_first_and_undated_last()
    {
        JsonElement answer = await Server.GetJsonAsync("/api/search");

        Assert.Equal(4, answer.GetProperty("total").GetInt32());
        Assert.Equal(["cong-nhan", "doi-ngoai", "xau", "khong-ngay"], Ids(answer));
    }

    [Theory]
    [InlineData("from=2023-11-30&to=2023-11-30", "doi-ngoai")]
    [InlineData("from=2024-01-01", "cong-nhan")]
    [InlineData("to=2022-12-31", "xau")]
    [InlineData("category=C%C3%94NG%20%C4%90O%C3%80N", "doi-ngoai")]
    [InlineData("source=tin%20m%E1%BA%ABu", "cong-nhan")]
    [InlineData("author=Ho%C3%A0ng%20Ph%C3%BAc", "doi-ngoai")]
    [InlineData("tag=T%E1%BA%BFt&tag=kh%C3%B4ng%20c%C3%B3", "cong-nhan")]
    public async Task Filters_narrow_the_hits(string filter, string expected) =>
        Assert.Equal([expected], Ids(await Server.GetJsonAsync("/api/search?" + filter)));

    [Fact]
    public async Task Matching_all_words_leaves_out_articles_that_lack_one()
    {
        Assert.Equal(["doi-ngoai"], Ids(await Server.GetJsonAsync("/api/search?q=doi%20ngoai%20cong%20doan&match=all")));
        JsonElement any = await Server.GetJsonAsync("/api/search?q=doi%20ngoai%20cong%20doan&match=any");
        Assert.Contains("cong-nhan", Ids(any));
        Assert.Equal("some", any.GetProperty("hits").EnumerateArray().Single(static hit => hit.GetProperty("id").GetString() == "cong-nhan").GetProperty("matches").GetString());
    }

    [Fact]
    public async Task Highlighting_comes_as_html_as_ranges_or_not_at_all()
    {
        JsonElement ranges = (await Server.GetJsonAsync("/api/search?q=doi%20ngoai&highlight=ranges")).GetProperty("hits")[0];
        JsonElement none = (await Server.GetJsonAsync("/api/search?q=doi%20ngoai&highlight=none")).GetProperty("hits")[0];

        Assert.False(ranges.TryGetProperty("title_html", out _));
        JsonElement range = ranges.GetProperty("title_ranges")[0];
        Assert.Equal("đối ngoại", ranges.GetProperty("title").GetString()![range[0].GetInt32()..range[1].GetInt32()]);   // the title is there: it has ranges
        JsonElement snippet = ranges.GetProperty("snippets")[0];
        Assert.False(snippet.TryGetProperty("html", out _));
        Assert.Equal(2, snippet.GetProperty("ranges")[0].GetArrayLength());
        Assert.False(none.TryGetProperty("title_html", out _));
        Assert.False(none.TryGetProperty("title_ranges", out _));
        Assert.Equal(0, none.GetProperty("snippets").GetArrayLength());
    }

    [Fact]
    public async Task Html_of_hits_has_no_markup_but_marks()
    {
        JsonElement hit = (await Server.GetJsonAsync("/api/search?q=gi%C3%A1%20v%C3%A0ng")).GetProperty("hits")[0];

        Assert.Equal("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;<mark>Giá</mark>&quot; <mark>vàng</mark>", hit.GetProperty("title_html").GetString());
        Assert.Equal("<mark>Giá</mark> &lt;b&gt;<mark>vàng</mark>&lt;/b&gt; tăng.", hit.GetProperty("snippets")[0].GetProperty("html").GetString());
    }

    [Theory]
    [InlineData("en", "There is nothing to search for")]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "Không có gì để tìm")]
    [InlineData("fr", "There is nothing to search for")]
    public async Task A_query_of_signs_finds_nothing_and_says_so(string language, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=!!");
        request.Headers.AcceptLanguage.ParseAdd(language);
        JsonElement answer = await (await Server.Client.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        JsonElement problem = answer.GetProperty("query").GetProperty("problems")[0];
        Assert.Equal("no_terms", problem.GetProperty("kind").GetString());
        Assert.Equal(0, problem.GetProperty("start").GetInt32());
        Assert.Equal(2, problem.GetProperty("end").GetInt32());
        Assert.StartsWith(message, problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unclosed_quotation_mark_is_reported_at_its_place()
    {
        JsonElement problem = (await Server.GetJsonAsync("/api/search?q=c%C3%B4ng%20%22%C4%91o%C3%A0n")).GetProperty("query").GetProperty("problems")[0];

        Assert.Equal("unclosed_quote", problem.GetProperty("kind").GetString());
        Assert.Equal(5, problem.GetProperty("start").GetInt32());
        Assert.Equal(6, problem.GetProperty("end").GetInt32());
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=101", "size")]
    [InlineData("size=ten", "size")]
    [InlineData("size=", "size")]
    [InlineData("size=1&size=2", "size")]
    [InlineData("size=99999999999999999999", "size")]
    [InlineData("offset=10001", "offset")]
    [InlineData("offset=-1", "offset")]
    [InlineData("from=2023-13-01", "from")]
    [InlineData("to=30/11/2023", "to")]
    [InlineData("from=2024-01-02&to=2024-01-01", "from")]
    [InlineData("match=foo", "match")]
    [InlineData("match=ALL", "match")]
    [InlineData("marks=some", "marks")]
    [InlineData("sort=date", "sort")]
    [InlineData("syntax=lucene", "syntax")]
    [InlineData("highlight=pdf", "highlight")]
    [InlineData("tag=", "tag")]
    [InlineData("siez=5", "siez")]
    [InlineData("Size=5", "Size")]
    [InlineData("facet=source", "facet")]
    [InlineData("size=0&offset=-1&from=x&nix=1", "from", "nix", "offset", "size")]
    public async Task Bad_parameters_are_all_reported_at_once(string parameters, params string[] names) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync("/api/search?q=a&" + parameters), names);

    [Fact]
    public async Task The_bounds_of_parameters_are_allowed()
    {
        string longest = new('a', 512);
        Assert.Equal(HttpStatusCode.OK, (await Server.Client.GetAsync($"/api/search?q={longest}&size=100&offset=10000&from=2024-01-01&to=2024-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Server.Client.GetAsync("/api/search?size=1&offset=0")).StatusCode);
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync($"/api/search?q={longest}a"), "q");
        string longer = new('ế', 16_384);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(longer)).StatusCode);
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await PostAsync(longer + "a"), "q");

        Task<HttpResponseMessage> PostAsync(string query) =>
            Server.Client.PostAsync("/api/search", TestServer.Json($$"""{"q":"{{query}}","syntax":"advanced"}"""));
    }

    [Theory]
    [InlineData("title:doi* AND (\"chấp hành\" OR =không) date:[2023-11 TO 2023-11]", "title:doi* AND (\"chấp hành\" OR =không) AND date:[2023-11-01 TO 2023-11-30]", "doi-ngoai")]
    [InlineData("NOT date:*", "NOT date:[* TO *]", "khong-ngay")]
    [InlineData("tác-giả:(Hoàng Phúc OR Lan)", "author:\"Hoàng Phúc\" OR author:\"Lan\"", "doi-ngoai")]
    [InlineData("(tết OR mưa) -sông", "(tết OR mưa) AND NOT sông", "cong-nhan")]
    public async Task The_analysts_language_says_exactly_which_articles_match(string query, string readAs, string expected)
    {
        JsonElement answer = await Server.GetJsonAsync("/api/search?syntax=advanced&match=any&q=" + Uri.EscapeDataString(query));

        Assert.Equal([expected], Ids(answer));
        Assert.Equal((1, 1, "all"), (answer.GetProperty("total").GetInt32(), answer.GetProperty("total_relaxed").GetInt32(), answer.GetProperty("matched").GetString()));
        Assert.Equal("all", answer.GetProperty("hits")[0].GetProperty("matches").GetString());
        Assert.Equal(readAs, answer.GetProperty("query").GetProperty("read_as").GetString());
    }

    [Fact]
    public async Task Words_read_as_a_phrase_are_reported()
    {
        JsonElement answer = await Server.GetJsonAsync("/api/search?syntax=advanced&q=" + Uri.EscapeDataString("công tác NEAR/3 \"công đoàn\""));

        Assert.Equal(["doi-ngoai"], Ids(answer));
        Assert.Equal("Đẩy mạnh <mark>công tác</mark> đối ngoại <mark>công đoàn</mark>", answer.GetProperty("hits")[0].GetProperty("title_html").GetString());
        JsonElement problem = answer.GetProperty("query").GetProperty("problems")[0];
        Assert.Equal(("words_read_as_phrase", 0, 8), (problem.GetProperty("kind").GetString(), problem.GetProperty("start").GetInt32(), problem.GetProperty("end").GetInt32()));
    }

    [Theory]
    [InlineData("en", "The query is wrong at offset 9: “OR” cannot stand there. Expected a word, ")]
    [InlineData("vi", "Câu tìm sai ở vị trí 9: “OR” không thể đứng ở đó. Cần một từ, ")]
    public async Task What_is_wrong_with_a_query_is_told_with_its_place(string language, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?syntax=advanced&q=" + Uri.EscapeDataString("giá AND  OR vàng"));
        request.Headers.AcceptLanguage.ParseAdd(language);

        JsonElement problem = await AssertProblem.IsAsync(ProblemType.InvalidQuery, await Server.Client.SendAsync(request), "q");

        Assert.StartsWith(message, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("errors").GetProperty("q")[0].GetString());
        Assert.Equal(("operand_expected", 9, 2, "OR"), (
            problem.GetProperty("kind").GetString(), problem.GetProperty("start").GetInt32(), problem.GetProperty("length").GetInt32(), problem.GetProperty("found").GetString()));
        Assert.Single(problem.GetProperty("expected").EnumerateArray());
    }

    [Fact]
    public async Task Every_error_of_a_query_has_words_in_both_languages()
    {
        foreach (QueryErrorKind kind in Enum.GetValues<QueryErrorKind>())
        {
            foreach (QueryExpectation expected in Enum.GetValues<QueryExpectation>())
            {
                foreach (string found in (string[])["", "x"])
                {
                    Wording words = QueryErrorWording.Of(new(kind, 7, found.Length, found, [expected]));
                    Assert.Matches("^The query is wrong at offset 7: .+[.] Expected .+[.]$", words.English);
                    Assert.Matches("^Câu tìm sai ở vị trí 7: .+[.] Cần .+[.]$", words.Vietnamese);
                }
            }
        }

        await AssertProblem.IsAsync(ProblemType.InvalidQuery, await Server.Client.GetAsync("/api/search?syntax=advanced&q=("), "q");
    }

    [Fact]
    public async Task The_search_box_knows_exclusion_and_fields_and_never_fails()
    {
        Assert.Equal(["doi-ngoai"], Ids(await Server.GetJsonAsync("/api/search?q=" + Uri.EscapeDataString("công -tết source:\"báo mẫu\""))));
        Assert.Equal(["cong-nhan", "xau", "khong-ngay"], Ids(await Server.GetJsonAsync("/api/search?q=-ngoai")));
        Assert.Equal(HttpStatusCode.OK, (await Server.Client.GetAsync("/api/search?q=" + Uri.EscapeDataString("(a AND ~ title:"))).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_what_is_wrong_with_a_query_and_keeps_the_language()
    {
        HttpResponseMessage answer = await Server.Client.GetAsync("/?syntax=advanced&q=" + Uri.EscapeDataString("(vàng"));
        string page = await answer.Content.ReadAsStringAsync();
        string found = await Server.Client.GetStringAsync("/?syntax=advanced&q=" + Uri.EscapeDataString("title:vàng"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Câu tìm sai ở vị trí 0: dấu ngoặc này không được đóng. Cần dấu đóng ngoặc.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"syntax\" value=\"advanced\"", page, StringComparison.Ordinal);
        Assert.Contains("article/xau?q=title%3Av%C3%A0ng&amp;syntax=advanced", found, StringComparison.Ordinal);
        Assert.Contains("href=\"./?q=title%3Av%C3%A0ng&amp;syntax=advanced\"", await Server.Client.GetStringAsync("/article/xau?q=title%3Av%C3%A0ng&syntax=advanced"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_of_language_is_described()
    {
        JsonElement description = await Server.GetJsonAsync("/openapi/v1.json");
        JsonElement operation = description.GetProperty("paths").GetProperty("/api/search").GetProperty("get");
        JsonElement syntax = operation.GetProperty("parameters").EnumerateArray().Single(static parameter => parameter.GetProperty("name").GetString() == "syntax");

        Assert.Equal(["simple", "advanced"], syntax.GetProperty("schema").GetProperty("enum").EnumerateArray().Select(static word => word.GetString()));
        Assert.Contains("/problems/invalid-query", operation.GetProperty("responses").GetProperty("400").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"q":"a","size":"10"}""", "size")]
    [InlineData("""{"q":"a","size":1.5}""", "size")]
    [InlineData("""{"q":5}""", "q")]
    [InlineData("""{"q":"a","q":"b"}""", "q")]
    [InlineData("""{"q":["a"]}""", "q")]
    [InlineData("""{"q":"\ud800"}""", "q")]
    [InlineData("""{"tag":["a",1]}""", "tag")]
    [InlineData("""{"tag":{"a":1}}""", "tag")]
    [InlineData("""{"qq":"a","size":0}""", "qq", "size")]
    [InlineData("""{"\ud800":"a"}""", "\uFFFD")]
    [InlineData("[]", "$")]
    public async Task Bad_members_are_all_reported_at_once(string json, params string[] names) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.PostAsync("/api/search", TestServer.Json(json)), names);

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"q":"a"}}""")]
    [InlineData("q=a")]
    public async Task Malformed_json_is_refused_with_its_place(string json)
    {
        JsonElement problem = await AssertProblem.IsAsync(ProblemType.MalformedRequest, await Server.Client.PostAsync("/api/search", TestServer.Json(json)));
        Assert.Contains("line 1, byte ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_that_nests_too_deep_is_refused() => await AssertProblem.IsAsync(
        ProblemType.MalformedRequest, await Server.Client.PostAsync("/api/search", TestServer.Json(new string('[', 10_000))));

    [Fact]
    public async Task A_long_body_is_refused() => await AssertProblem.IsAsync(
        ProblemType.TooLarge, await Server.Client.PostAsync("/api/search", TestServer.Json($$"""{"q":"{{new string('a', 140_000)}}"}""")));

    [Fact]
    public async Task Parameters_in_the_address_of_a_post_are_refused() => await AssertProblem.IsAsync(
        ProblemType.InvalidParameters, await Server.Client.PostAsync("/api/search?q=a", TestServer.Json("{}")), "q");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Other_content_types_are_refused(string type)
    {
        using StringContent body = TestServer.Json("""{"q":"a"}""");
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        await AssertProblem.IsAsync(ProblemType.UnsupportedMediaType, await Server.Client.PostAsync("/api/search", body));
    }

    private static IEnumerable<string?> Ids(JsonElement answer) =>
        answer.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString());
}
