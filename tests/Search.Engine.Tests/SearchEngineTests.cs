using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests;

public sealed class SearchEngineTests : IndexTests
{
    [Fact]
    public async Task A_write_is_seen_by_the_next_search_and_says_what_it_did()
    {
        Assert.Equal(WriteStatus.Created, await Engine.PutAsync(Make("a", "Giá đường")));
        Assert.Equal(WriteStatus.Unchanged, await Engine.PutAsync(Make("a", "Giá đường")));
        Assert.Equal(["a"], await FindAsync("đường"));
        Assert.Equal(WriteStatus.Updated, await Engine.PutAsync(Make("a", "Giá vàng")));
        Assert.Empty(await FindAsync("đường"));
        Assert.Equal(WriteStatus.Deleted, await Engine.DeleteAsync("a"));
        Assert.Equal(WriteStatus.NotFound, await Engine.DeleteAsync("a"));
        Assert.Empty(await FindAsync("vàng"));
    }

    [Fact]
    public async Task Writes_to_one_id_take_effect_in_their_order()
    {
        IReadOnlyList<WriteStatus> statuses = await Engine.WriteAsync(
            [new ArticleWrite.Put(Make("a", "một")), new ArticleWrite.Delete("a"), new ArticleWrite.Put(Make("a", "hai")), new ArticleWrite.Put(Make("a", "ba"))]);

        Assert.Equal([WriteStatus.Created, WriteStatus.Deleted, WriteStatus.Created, WriteStatus.Updated], statuses);
        Assert.Equal("ba", (await Engine.FindAsync("a"))!.Title);
    }

    [Fact]
    public async Task Concurrent_writers_leave_one_article_for_each_id()
    {
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => Engine.PutAsync(Make($"id{i % 20}", $"bản {i}")))));

        Assert.Equal(20, (await Engine.GetStatusAsync()).Documents);
        Assert.Equal(20, (await SearchAsync(new() { Query = "bản", Page = new(0, 100) })).Hits.Select(hit => hit.Article.Id).Distinct().Count());
    }

    [Fact]
    public async Task Typed_marks_count_and_missing_ones_may_be_anything()
    {
        await PutAllAsync("đường phố", "đương đại", "dương cầm", "dưỡng sinh");

        Assert.Equal(["đường phố"], await FindTitlesAsync("đường", MatchRule.All));
        Assert.Equal(4, (await FindTitlesAsync("duong", MatchRule.All)).Count);
        Assert.Equal(["dương cầm"], await FindTitlesAsync("dương cầm", MatchRule.All));
    }

    [Theory]
    [InlineData("ĐỐI NGOẠI CÔNG ĐOÀN")]
    [InlineData("đo\u0302\u0301i ngoa\u0323i co\u0302ng đoa\u0300n")]
    [InlineData("đối ngoai công doan")]
    [InlineData("doi ngoai cong doan")]
    public async Task The_same_article_comes_first_however_the_query_is_typed(string query)
    {
        await PutAllAsync("Đội ngoại hạng chi đoạn lớn", "Hoạt động đối ngoại Công đoàn", "Đối đáp ngoài công trường, đoàn khách", "Công đoàn chăm lo đoàn viên");

        Assert.Equal("Hoạt động đối ngoại Công đoàn", (await FindTitlesAsync(query, MatchRule.Auto))[0]);
    }

    [Theory]
    [InlineData("16-KL/TW", "Kết luận 16-KL/TW")]
    [InlineData("NQ-BCH", "Nghị quyết 15/NQ-BCH")]
    [InlineData("30/11", "Họp ngày 30/11/2023")]
    [InlineData("đại hội 13", "Đại hội XIII")]
    [InlineData("HCM", "Giá nhà TP.HCM")]
    [InlineData("\"vàng giá\"", "Bạc vàng giá thấp")]
    public async Task Composites_are_found_whole_and_by_their_parts(string query, string title)
    {
        await PutAllAsync("Kết luận 16-KL/TW", "Nghị quyết 15/NQ-BCH", "Họp ngày 30/11/2023", "Đại hội XIII", "Giá nhà TP.HCM", "Giá vàng", "Bạc vàng giá thấp", "Bán vàng. Giá tăng");

        Assert.Equal([title], await FindTitlesAsync(query, MatchRule.All));
    }

    [Fact]
    public async Task The_match_rule_decides_what_is_counted()
    {
        await PutAllAsync("lúa gạo", "lúa mì", "gạo nếp", "lúa gạo mì");

        Assert.Equal((1, 1), await CountAsync("lúa gạo mì", MatchRule.All));
        Assert.Equal((4, 4), await CountAsync("lúa gạo mì", MatchRule.Any));
        Assert.Equal((1, 3), await CountAsync("lúa gạo mì", MatchRule.Auto));
        SearchPage relaxed = await SearchAsync(new() { Query = "lúa gạo ngô" });
        Assert.Equal((true, 2, 2), (relaxed.IsRelaxed, relaxed.Total, relaxed.TotalRelaxed));
    }

    [Fact]
    public async Task Stop_words_need_not_match_unless_there_is_nothing_else()
    {
        await PutAllAsync("lúa gạo miền Tây", "của là");

        Assert.Equal(["lúa gạo miền Tây"], await FindTitlesAsync("lúa gạo của", MatchRule.All));
        Assert.Equal(["của là"], await FindTitlesAsync("của", MatchRule.All));
    }

    [Fact]
    public async Task Equal_scores_are_ordered_by_id_and_pages_make_up_the_whole()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 30).Reverse().Select(i => new ArticleWrite.Put(Make($"id{i:00}", "cùng một tiêu đề")))]);

        List<string> whole = await FindAsync("tiêu đề", new(0, 30));
        List<string> pages = [.. await FindAsync("tiêu đề", new(0, 10)), .. await FindAsync("tiêu đề", new(10, 10)), .. await FindAsync("tiêu đề", new(20, 10))];

        Assert.Equal(whole.Order(StringComparer.Ordinal), whole);
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Dates_filter_inclusively_in_Vietnam_time_and_order_with_undated_ones_last()
    {
        await Engine.WriteAsync(
        [
            new ArticleWrite.Put(Make("early", "tin", "2023-11-29T16:59:59Z")), new ArticleWrite.Put(Make("first", "tin", "2023-11-30")),
            new ArticleWrite.Put(Make("last", "tin", "2023-11-30T23:59:59+07:00")), new ArticleWrite.Put(Make("undated", "tin")),
        ]);
        var day = new DateOnly(2023, 11, 30);

        SearchPage within = await SearchAsync(new() { Query = "tin", Filter = new() { From = day, To = day }, Order = HitOrder.Oldest });

        Assert.Equal(["first", "last"], within.Hits.Select(hit => hit.Article.Id));
        Assert.Equal(["last", "first", "early", "undated"], await FindAsync(""));
        Assert.Equal(["early", "first", "last", "undated"], (await SearchAsync(new() { Query = "tin", Order = HitOrder.Oldest })).Hits.Select(hit => hit.Article.Id));
    }

    [Fact]
    public async Task Values_are_compared_by_canonical_form()
    {
        await Engine.PutAsync(Make("a", "tin") with { Category = "Hoà  Bình", Tags = ["Lúa", "gạo"] });

        Assert.Single((await SearchAsync(new() { Query = "tin", Filter = new() { Categories = ["x", "HÒA BÌNH"], Tags = ["LÚA"] } })).Hits);
        Assert.Empty((await SearchAsync(new() { Query = "tin", Filter = new() { Categories = ["hoa binh"] } })).Hits);
    }

    [Fact]
    public async Task Highlights_are_exact_on_text_in_any_Unicode_form()
    {
        await Engine.PutAsync(Make("a", "“Đo\u0302\u0301i\u00a0ngoại” 😀 Công\u200b đoàn") with { Body = "Một câu khác. Việc đối ngoa\u0323i của Công đoàn.\r\nHết." });

        Hit hit = (await SearchAsync(new() { Query = "doi ngoai cong doan" })).Hits[0];

        Assert.Equal(["Đo\u0302\u0301i\u00a0ngoại", "Công\u200b đoàn"], hit.TitleRanges.Select(range => hit.Article.Title[range.Start..range.End]));
        Assert.Equal(["đối ngoa\u0323i", "Công đoàn"], hit.Snippets[0].Ranges.Select(range => hit.Snippets[0].Text[range.Start..range.End]));
    }

    [Theory]
    [InlineData("…!?")]
    [InlineData("\ud800")]
    [InlineData("“")]
    public async Task A_query_without_terms_finds_nothing_and_says_so(string query)
    {
        await PutAllAsync("tin");

        SearchPage page = await SearchAsync(new() { Query = query });

        Assert.Empty(page.Hits);
        Assert.Contains(page.Query.Problems, problem => problem.Kind == QueryProblemKind.NoTerms);
    }

    [Fact]
    public async Task An_article_whose_JSON_has_no_id_or_lone_surrogates_is_found_as_given()
    {
        Article article = ArticleJson.Read("""{"title":"tin \ud800 lạ","extra":1}"""u8.ToArray(), "from-path").Article!;
        await Engine.PutAsync(article);

        Article found = (await Engine.FindAsync("from-path"))!;

        Assert.Equal(("from-path", "tin \ud800 lạ"), (found.Id, found.Title));
        Assert.Equal(article.Json.ToArray(), found.Json.ToArray());
        Assert.Equal(["from-path"], await FindAsync("lạ"));
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_a_reader_sees_new_commits()
    {
        await Engine.PutAsync(Make("a", "tin"));
        string generation = (await Engine.GetStatusAsync()).Generation;

        Assert.Throws<IndexInUseException>(() => SearchEngine.Open(new() { Path = Folder }));
        await using SearchEngine reader = SearchEngine.Open(new() { Path = Folder, ReadOnly = true });
        await Assert.ThrowsAsync<IndexReadOnlyException>(() => reader.PutAsync(Make("b", "tin")));
        Assert.Single((await reader.SearchAsync(new() { Query = "tin" })).Hits);
        await Engine.PutAsync(Make("b", "tin"));
        Assert.NotEqual(generation, (await Engine.GetStatusAsync()).Generation);
    }

    [Fact]
    public async Task An_index_survives_being_closed_and_a_damaged_or_foreign_folder_is_named()
    {
        await Engine.PutAsync(Make("a", "tin"));
        await Engine.DisposeAsync();
        Engine = SearchEngine.Open(new() { Path = Folder });
        Assert.Equal(["a"], await FindAsync("tin"));

        string other = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;
        Assert.Throws<IndexNotFoundException>(() => SearchEngine.Open(new() { Path = other, ReadOnly = true }));
        File.WriteAllText(Path.Combine(other, "segments_1"), "garbage");
        Assert.Throws<IndexDamagedException>(() => SearchEngine.Open(new() { Path = other }));
        File.Move(Path.Combine(other, "segments_1"), Path.Combine(other, "letter.txt"));
        Assert.Contains("holds other files", Assert.Throws<IndexNotFoundException>(() => SearchEngine.Open(new() { Path = other })).Message, StringComparison.Ordinal);
        Assert.Throws<IndexNotFoundException>(() => SearchEngine.Open(new() { Path = Path.Combine(other, "letter.txt") }));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public async Task A_first_commit_that_was_cut_short_is_made_anew()
    {
        await Engine.DisposeAsync();
        string first = Path.Combine(Folder, "segments_1");
        byte[] bytes = File.ReadAllBytes(first);
        File.WriteAllBytes(first, bytes[..^20]);
        Assert.Throws<IndexNotFoundException>(() => SearchEngine.Open(new() { Path = Folder, ReadOnly = true }));
        Engine = SearchEngine.Open(new() { Path = Folder });
        await Engine.PutAsync(Make("a", "tin"));
        Assert.Equal(["a"], await FindAsync("tin"));
    }

    [Fact]
    public void Parsing_never_throws()
    {
        var random = new Random(7);
        const string Alphabet = "aăđốiDN 12/-.\"“”'#@:\u0301\u0323\u200b\ud800\udc00\n\0";
        for (int i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            ParsedQuery parsed = QueryStringParser.Parse(text);
            Assert.All(parsed.Parts.SelectMany(part => part.Tokens), token => Assert.InRange(token.End, token.Start + 1, text.Length));
        }
    }

    private static Article Make(string id, string title, string? date = null) => new()
    {
        Id = id,
        Title = title,
        Date = ArticleDate.TryParse(date, out ArticleDate parsed) ? parsed : null,
    };

    private Task<IReadOnlyList<WriteStatus>> PutAllAsync(params string[] titles) =>
        Engine.WriteAsync([.. titles.Select((title, i) => new ArticleWrite.Put(Make($"t{i}", title)))]);

    private async Task<SearchPage> SearchAsync(SearchRequest request) => await Engine.SearchAsync(request);

    private async Task<List<string>> FindAsync(string query, Page? page = null) =>
        [.. (await SearchAsync(new() { Query = query, Page = page ?? new(0, 10) })).Hits.Select(hit => hit.Article.Id)];

    private async Task<List<string>> FindTitlesAsync(string query, MatchRule match) =>
        [.. (await SearchAsync(new() { Query = query, Match = match })).Hits.Select(hit => hit.Article.Title)];

    private async Task<(int Total, int Relaxed)> CountAsync(string query, MatchRule match)
    {
        SearchPage page = await SearchAsync(new() { Query = query, Match = match });
        return (page.Total, page.TotalRelaxed);
    }
}
