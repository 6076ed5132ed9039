using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Suggesting;

namespace Search.Engine.Tests.Suggesting;

public sealed class SuggestTests : IndexTests
{
    protected override async Task FillAsync()
    {
        await Engine.WriteAsync(
        [
            Put("a1", "Hội nghị đối ngoại Công đoàn", "Công tác đối ngoại Công đoàn được bàn kỹ. Đối ngoại Công đoàn có thêm việc mới.", "2026-01-05"),
            Put("a2", "Đối ngoại Công đoàn năm mới", "Nhiều nước dự đối ngoại Công đoàn. Người làm đối ngoại Công đoàn rất trẻ, khi đối ngoại là nghề.", "2026-01-06"),
            Put("b1", "Chợ nổi miền Tây đông khách", "Khách đến chợ nổi từ sáng. Ai cũng mê chợ nổi.", "2026-02-01", "miền Tây", "Du Lịch"),
            Put("b2", "Chợ nổi và những chiếc ghe", "Ghe ra chợ nổi lúc trời tối. Xa xa là chợ nổi khác.", "2026-02-02", "miền Tây"),
            Put("c1", "Đội ngoại quốc thắng trận", "Các đội tranh giải, đội nào cũng mạnh.", "2026-03-01"),
            Put("d1", "Robot bóc hành", "Một con robot bóc hành. Chưa ai có robot.", "2026-03-02"),
            Put("d2", "Máy gặt mới", "Có robot gặt lúa và tin giá lúa nếp tăng.", "2026-03-03"),
            Put("d3", "Tin giá lúa nếp", "Nay có lúa nếp, mai có lúa nếp.", "2026-03-04"),
            Put("d4", "Vụ lúa nếp", "Được mùa lúa nếp; ai bán lúa nếp thì bán.", "2026-03-05"),
        ]);
        await Engine.SuggestionsReadyAsync();
    }

    [Theory]
    [InlineData("doi ngo")]
    [InlineData("đối ngo")]
    [InlineData("đoi ngo")]
    [InlineData("ĐỐI NGO")]
    [InlineData("đo\u0302\u0301i ngo")]
    [InlineData("ddoois ngo")]
    [InlineData("ddoois ngoaij")]
    [InlineData("d9o61i ngo")]
    [InlineData("doi ngoai cong d")]
    public async Task A_phrase_is_completed_however_it_is_typed(string typed) =>
        Assert.Equal("đối ngoại Công đoàn", (await SuggestAsync(typed))[0].Text);

    [Theory]
    [InlineData("đội ngo")]
    [InlineData("dõi")]
    public async Task Marks_that_were_typed_must_be_there(string typed) =>
        Assert.DoesNotContain(await SuggestAsync(typed), suggestion => suggestion.Text.StartsWith("đối", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData(" d ")]
    [InlineData("…!")]
    [InlineData("\ud800\udc00\ud800")]
    public async Task Nothing_is_suggested_before_the_second_letter(string typed) => Assert.Empty(await SuggestAsync(typed));

    [Fact]
    public async Task A_phrase_that_never_stands_alone_is_not_suggested()
    {
        Assert.DoesNotContain(await SuggestAsync("ngoai c"), suggestion => suggestion.Text is "ngoại công" or "ngoại Công");
        Assert.DoesNotContain(await SuggestAsync("doi ngoai c"), suggestion => suggestion.Text is "đối ngoại Công");
    }

    [Fact]
    public async Task A_phrase_of_one_article_alone_is_not_suggested()
    {
        await PutAsync(Put("e1", "Tháp nghiêng cổ", "Ngọn tháp nghiêng cổ, ôi tháp nghiêng cổ."));

        Assert.DoesNotContain(await SuggestAsync("thap ng"), suggestion => suggestion.Kind == SuggestionKind.Phrase);
    }

    [Fact]
    public async Task A_tag_is_suggested_with_the_number_of_its_articles()
    {
        Suggestion tag = (await SuggestAsync("mien t"))[0];

        Assert.Equal(("miền Tây", SuggestionKind.Tag, 2), (tag.Text, tag.Kind, tag.Count));
        Assert.Equal("Du Lịch", (await SuggestAsync("du l"))[0].Text);
    }

    [Fact]
    public async Task Titles_fill_the_rest_those_that_begin_so_before_others()
    {
        List<Suggestion> titles = [.. (await SuggestAsync("cho noi")).Where(suggestion => suggestion.Kind == SuggestionKind.Title)];

        Assert.Equal([("Chợ nổi và những chiếc ghe", "b2"), ("Chợ nổi miền Tây đông khách", "b1")], titles.Select(title => (title.Text, title.ArticleId)));
        Assert.Equal("https://bao.example/b2", titles[0].Url);
        Assert.Equal(["Hội nghị đối ngoại Công đoàn"], (await SuggestAsync("nghi doi ng")).Select(title => title.Text));
    }

    [Fact]
    public async Task What_was_typed_is_marked_in_the_suggestion()
    {
        Suggestion first = (await SuggestAsync("doi ngo"))[0];

        Assert.Equal(["đối", "ngo"], first.Ranges.Select(range => first.Text[range.Start..range.End]));
    }

    [Fact]
    public async Task The_last_word_is_completed_in_the_context_of_those_before() =>
        Assert.Contains("tin giá lúa nếp", (await SuggestAsync("tin gia lua n")).Select(suggestion => suggestion.Text));

    [Fact]
    public async Task A_foreign_word_of_two_articles_is_suggested_though_none_repeats_it() =>
        Assert.Contains("robot", (await SuggestAsync("robo")).Select(suggestion => suggestion.Text.ToLowerInvariant()));

    [Fact]
    public async Task New_articles_count_more_than_old_ones()
    {
        string today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd");
        await Engine.WriteAsync(
        [
            .. Enumerable.Range(0, 4).Select(i => Put($"old{i}", $"Bão số {i}", "Dự báo bão biển. Tin bão biển.", "2020-01-01")),
            .. Enumerable.Range(0, 2).Select(i => Put($"new{i}", $"Tin {i}", "Nghe bão giá. Qua bão giá.", today)),
        ]);
        await Engine.SuggestionsReadyAsync();

        Assert.Equal(["bão giá", "bão biển"], (await SuggestAsync("bao ")).Where(each => each.Kind == SuggestionKind.Phrase).Select(each => each.Text));
    }

    [Fact]
    public async Task A_deleted_article_is_no_longer_suggested_from()
    {
        await Engine.WriteAsync([new ArticleWrite.Delete("b1"), new ArticleWrite.Delete("b2")]);
        await Engine.SuggestionsReadyAsync();

        Assert.Empty(await SuggestAsync("cho n"));
        Assert.Empty(await SuggestAsync("mien t"));
    }

    [Fact]
    public async Task Suggestions_are_there_again_after_a_restart_and_for_readers()
    {
        await using (SearchEngine reader = SearchEngine.Open(new() { Path = Folder, ReadOnly = true }))
        {
            await reader.SuggestionsReadyAsync();
            Assert.Equal("đối ngoại Công đoàn", (await reader.SuggestAsync("doi ng", 5))[0].Text);
        }

        await Engine.DisposeAsync();
        Engine = SearchEngine.Open(new() { Path = Folder });
        await Engine.SuggestionsReadyAsync();

        Assert.Equal("đối ngoại Công đoàn", (await SuggestAsync("doi ng"))[0].Text);
    }

    [Fact]
    public async Task No_more_are_given_than_wanted_and_none_twice()
    {
        foreach (string typed in new[] { "do", "doi", "ch", "cho n", "co", "co ", "lu" })
        {
            IReadOnlyList<Suggestion> all = await Engine.SuggestAsync(typed, 20);
            Assert.Equal(all.Select(each => each.Text), all.Select(each => each.Text).Distinct());
            Assert.Equal(Math.Min(2, all.Count), (await Engine.SuggestAsync(typed, 2)).Count);
        }
    }

    private async Task PutAsync(ArticleWrite write)
    {
        await Engine.WriteAsync([write]);
        await Engine.SuggestionsReadyAsync();
    }

    private async Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed) => await Engine.SuggestAsync(typed, 8);

    private static ArticleWrite.Put Put(string id, string title, string body, string? date = null, params string[] tags) => new(new Article
    {
        Id = id,
        Title = title,
        Body = body,
        Date = ArticleDate.TryParse(date, out ArticleDate parsed) ? parsed : null,
        Tags = tags,
        Url = $"https://bao.example/{id}",
    });
}
