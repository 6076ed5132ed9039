using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

/// <summary>Other words for what was typed: acronyms, synonyms, i and y, document numbers, dates, numbers, places.</summary>
public sealed class ExpansionTests : IndexTests
{
    private string Synonyms => Path.Combine(Folder, "synonyms.txt");

    protected override SearchEngine Open()
    {
        File.WriteAllText(Synonyms, """
            # ours
            sài gòn, thành phố hồ chí minh
            cúm gia cầm => h5n1
            hà tây => hà nội [2008-08-01..]
            """);
        return SearchEngine.Open(new() { Path = Path.Combine(Folder, "ix"), SynonymsPath = Synonyms });
    }

    [Theory]
    [InlineData("LĐLĐ", "ngan,tat,dai", "Acronym liên đoàn lao động")]
    [InlineData("lđlđ tỉnh", "ngan,tat,dai", "Acronym liên đoàn lao động")]
    [InlineData("ldld", "ngan,tat,dai", "MarksRestored lđlđ|Acronym liên đoàn lao động")]
    [InlineData("Liên đoàn Lao động", "ngan,tat,dai", "Acronym LĐLĐ")]
    [InlineData("lien doan lao dong", "ngan,tat,dai", "MarksRestored liên đoàn|Acronym LĐLĐ|MarksRestored động")]
    [InlineData("\"liên đoàn lao động\"", "tat,dai", "")]
    [InlineData("HĐ", "hd", "")]   // two letters, one article: not enough
    [InlineData("hội đồng", "hd", "")]
    public async Task Acronyms_are_searched_both_ways_as_the_collection_defines_them(string query, string ids, string readings)
    {
        await PutAsync(
            ("tat", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh"), ("ngan", "LĐLĐ tỉnh trao nhà"), ("dai", "Liên đoàn Lao động tỉnh trao nhà"),
            ("xa", "Lao động tỉnh xa, liên hoan của hội"), ("hd", "Hội đồng (HĐ) chấm thi"));

        await FindsAsync(query, ids, readings);
    }

    [Fact]
    public async Task A_word_in_small_letters_is_no_acronym()
    {
        await PutAsync(("a", "Sở Phòng Án (SPA) họp"), ("b", "Nhà có spa"), ("c", "sở phòng án họp"));

        await FindsAsync("spa", "a,b", "");
        await FindsAsync("SPA", "a,b,c", "Acronym sở phòng án");
    }

    [Fact]
    public async Task Marks_as_typed_switch_other_words_off()
    {
        await PutAsync(("tat", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh"), ("ngan", "LĐLĐ tỉnh"), ("y", "Kĩ thuật"));

        SearchPage acronym = await Engine.SearchAsync(new() { Query = "liên đoàn lao động", Match = MatchRule.All, Marks = MarksMode.Exact });
        SearchPage variant = await Engine.SearchAsync(new() { Query = "kỹ thuật", Match = MatchRule.All, Marks = MarksMode.Exact });

        Assert.Equal(["tat"], acronym.Hits.Select(static hit => hit.Article.Id));
        Assert.Empty(variant.Hits);
        Assert.Empty(acronym.Readings);
    }

    [Theory]
    [InlineData("Sài Gòn", "a,b", "Synonym thành phố hồ chí minh")]
    [InlineData("thành phố Hồ Chí Minh", "a,b", "Synonym sài gòn")]
    [InlineData("cúm gia cầm", "c,d", "Synonym h5n1")]
    [InlineData("H5N1", "d", "")]
    [InlineData("Hà Tây", "e,g", "Synonym hà nội")]   // not f, which is older
    [InlineData("Hà Nội", "f,g", "")]
    public async Task Synonyms_are_searched_as_the_operator_wrote_them(string query, string ids, string readings)
    {
        await PutAsync(
            ("a", "Kẹt xe ở Sài Gòn", null), ("b", "Kẹt xe ở Thành phố Hồ Chí Minh", null), ("c", "Phòng cúm gia cầm", null), ("d", "Phòng H5N1", null),
            ("e", "Chợ quê Hà Tây", "2003-01-01"), ("f", "Chợ quê Hà Nội", "2003-01-01"), ("g", "Chợ quê Hà Nội mới", "2012-01-01"));

        await FindsAsync(query, ids, readings);
    }

    [Fact]
    public async Task A_changed_file_of_synonyms_is_read_again_and_a_wrong_one_leaves_the_old_rules()
    {
        await PutAsync(("a", "xe hơi"), ("b", "ô tô"));
        await FindsAsync("xe hơi", "a", "");

        await WriteAsync("xe hơi, ô tô");
        await UntilAsync("xe hơi", 2);
        await WriteAsync("xe hơi");   // no rule
        await Task.Delay(1200);
        await FindsAsync("xe hơi", "a,b", "Synonym ô tô");
        File.Delete(Synonyms);
        await UntilAsync("xe hơi", 1);

        async Task WriteAsync(string text)
        {
            await File.WriteAllTextAsync(Synonyms, text);
            File.SetLastWriteTimeUtc(Synonyms, DateTime.UtcNow.AddSeconds(Random.Shared.Next(1, 1000)));
        }

        async Task UntilAsync(string query, int count)
        {
            while ((await Engine.SearchAsync(new() { Query = query, Match = MatchRule.All })).Total != count)
            {
                await Task.Delay(50);
            }
        }
    }

    [Theory]
    [InlineData("a, b => c => d", "line 2")]
    [InlineData("một mình", "separated by commas")]
    [InlineData("a, b [hôm qua..]", "expected a time")]
    [InlineData("=> b", "line 2")]
    public void A_line_that_is_no_rule_is_named(string line, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => SynonymList.Parse(["# first", line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kỹ thuật", "a,b", "Iy kĩ")]
    [InlineData("kĩ thuật", "a,b", "Iy kỹ")]
    [InlineData("Kỹ thuật", "a,b", "Iy Kĩ")]
    [InlineData("ky thuat", "a,b", "MarksRestored kỹ thuật|Iy kĩ")]
    [InlineData("\"kỹ thuật\"", "a", "")]
    [InlineData("tay", "c", "")]
    public async Task Spellings_with_i_and_y_find_each_other(string query, string ids, string readings)
    {
        await PutAsync(("a", "Trường kỹ thuật, khoa kỹ thuật"), ("b", "Trường kĩ thuật"), ("c", "Trường tay"), ("d", "Trường tai"));

        await FindsAsync(query, ids, readings);
    }

    [Theory]
    [InlineData("15/NQ-BCH")]
    [InlineData("15/nq-bch")]
    [InlineData("15 nq bch")]
    [InlineData("15 NQ-BCH")]
    [InlineData("15NQBCH")]
    [InlineData("15/NQBCH")]
    [InlineData("15-nq/bch")]
    [InlineData("nghị quyết 15 NQBCH")]
    public async Task Document_numbers_are_found_however_their_signs_are_typed(string query)
    {
        await PutAsync(("a", "Nghị quyết 15/NQ-BCH về đối ngoại"), ("b", "Nghị quyết 16/NQ-BCH về đối nội"), ("c", "15 nghị quyết"));

        SearchPage page = await Engine.SearchAsync(new() { Query = query, Match = MatchRule.All });

        Assert.Equal(["a"], page.Hits.Select(static hit => hit.Article.Id));
    }

    [Theory]
    [InlineData("30/11/2023", "a,b")]
    [InlineData("30-11-2023", "a,b")]
    [InlineData("ngày 30 tháng 11 năm 2023", "a,b")]
    [InlineData("30 tháng 11", "b,c")]
    [InlineData("30/11", "a,b,c")]
    [InlineData("tháng 11 năm 2023", "b,d")]
    [InlineData("27.000 đồng", "e,f")]
    [InlineData("27 nghìn đồng", "e,f")]
    [InlineData("1,5 triệu", "g,h")]
    [InlineData("1.500.000", "g,h")]
    [InlineData("2.000 lít", "l,m")]
    [InlineData("năm 2000", "")]   // no two thousand
    [InlineData("TP Vinh", "i,k")]
    [InlineData("thành phố Vinh", "k")]
    public async Task Dates_numbers_and_places_are_found_in_other_forms(string query, string ids)
    {
        await PutAsync(
            ("a", "ngày họp 30/11/2023"), ("b", "ngày họp 30 tháng 11 năm 2023"), ("c", "họp 30/11"), ("d", "họp 11/2023"), ("e", "giá 27.000 đồng"), ("f", "giá 27 nghìn đồng"),
            ("g", "thưởng 1,5 triệu"), ("h", "thưởng 1.500.000"), ("i", "đường TP Vinh"), ("k", "đường thành phố Vinh"), ("l", "mưa 2 nghìn lít"), ("m", "mưa 2.000 lít"), ("n", "năm 2 nghìn"));

        SearchPage page = await Engine.SearchAsync(new() { Query = query, Match = MatchRule.All, Page = new(0, 50) });

        Assert.Equal(ids, string.Join(',', page.Hits.Select(static hit => hit.Article.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Other_words_are_highlighted()
    {
        await PutAsync(("tat", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh"), ("ngan", "LĐLĐ tỉnh trao nhà"));

        SearchPage page = await Engine.SearchAsync(new() { Query = "liên đoàn lao động", Match = MatchRule.All });

        Hit hit = page.Hits.Single(static hit => hit.Article.Id == "ngan");
        Assert.Equal("LĐLĐ", string.Concat(hit.TitleRanges.Select(range => hit.Article.Title[range.Start..range.End])));
    }

    private async Task FindsAsync(string query, string ids, string readings)
    {
        SearchPage page = await Engine.SearchAsync(new() { Query = query, Match = MatchRule.All, Page = new(0, 50) });

        Assert.Equal(ids.Split(',').Order(StringComparer.Ordinal), page.Hits.Select(static hit => hit.Article.Id).Order(StringComparer.Ordinal));
        Assert.Equal(readings, string.Join('|', page.Readings.Select(static reading => $"{reading.Kind} {reading.Text}")));
    }

    private async Task PutAsync(params (string Id, string Title)[] articles) => await PutAsync([.. articles.Select(static each => (each.Id, each.Title, (string?)null))]);

    private async Task PutAsync(params (string Id, string Title, string? Date)[] articles) =>
        await Engine.WriteAsync([.. articles.Select(static each => new ArticleWrite.Put(new Article
        {
            Id = each.Id,
            Title = each.Title,
            Date = ArticleDate.TryParse(each.Date, out ArticleDate date) ? date : null,
        }))]);
}
