using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

public sealed class QueryReadingTests : IndexTests
{
    protected override async Task FillAsync()
    {
        await Engine.WriteAsync([.. new[]
        {
            "Công tác đối ngoại của công đoàn", "Đoàn công tác đối ngoại", "Đối ngoại công đoàn năm nay", "Hội đồng nhân dân ra ngoài đời", "Tôi là sinh viên", "Đội bóng ngoại binh",
        }.Select((title, i) => (ArticleWrite)new ArticleWrite.Put(Make($"bai-{i}", title)))]);
    }

    [Theory]
    [InlineData("ddoois ngoaij cong doan", "đối ngoại công đoàn", "Telex 0-13 đối ngoại replaced|MarksRestored 14-23 công đoàn added")]
    [InlineData("doi ngoai", "đối ngoại", "MarksRestored 0-9 đối ngoại added")]
    [InlineData("Doi Ngoai CONG", "Đối Ngoại CÔNG", "MarksRestored 0-14 Đối Ngoại CÔNG added")]
    [InlineData("  đối ngoai, cong doan ", "đối ngoại, công đoàn", "MarksRestored 6-11 ngoại added|MarksRestored 13-22 công đoàn added")]
    [InlineData("đối ngoại công đoàn", "đối ngoại công đoàn", "")]
    [InlineData("test", "test", "")]
    [InlineData("", "", "")]
    public async Task What_was_understood_otherwise_is_named_with_its_place(string query, string readAs, string readings)
    {
        SearchPage page = await SearchAsync(new() { Query = query });

        Assert.Equal(readAs, page.ReadAs);
        Assert.Equal(readings, string.Join('|', page.Readings.Select(reading =>
            $"{reading.Kind} {reading.Start}-{reading.End} {reading.Text} {(reading.IsReplaced ? "replaced" : "added")}")));
        Assert.Equal(query, page.Query.Text);
    }

    [Fact]
    public async Task Keys_find_what_they_stand_for()
    {
        string[] marked = [.. (await SearchAsync(new() { Query = "đối ngoại công đoàn" })).Hits.Select(hit => hit.Article.Id)];

        Assert.Equal(marked, (await SearchAsync(new() { Query = "ddoois ngoaij coong ddoafn" })).Hits.Select(hit => hit.Article.Id));
    }

    [Theory]
    [InlineData(MarksMode.Exact)]
    [InlineData(MarksMode.Ignore)]
    public async Task Other_treatments_of_marks_decode_and_restore_nothing(MarksMode marks)
    {
        SearchPage page = await SearchAsync(new() { Query = "ddoois ngoaij doi", Marks = marks });

        Assert.Empty(page.Readings);
    }

    [Fact]
    public async Task A_quotation_without_marks_stands_for_itself_where_it_occurs_and_in_the_search_box_for_marked_words_where_it_does_not()
    {
        Assert.Equal(["bai-4"], (await SearchAsync(new() { Query = "\"toi la sinh vien\"" })).Hits.Select(hit => hit.Article.Id));
        Assert.Empty((await SearchAsync(new() { Query = "\"toi la sinh vien\"", Match = MatchRule.All })).Hits);

        await Engine.PutAsync(Make("khong-dau", "Chu de toi la sinh vien"));

        Assert.Equal(["khong-dau"], (await SearchAsync(new() { Query = "\"toi la sinh vien\"" })).Hits.Select(hit => hit.Article.Id));
    }

    [Fact]
    public async Task Problems_keep_their_place_in_a_decoded_query()
    {
        SearchPage page = await SearchAsync(new() { Query = "ddoois ngoaij \"" });

        Assert.Equal([new QueryProblem(QueryProblemKind.UnclosedQuote, 14, 1)], page.Query.Problems);
    }

    private static Article Make(string id, string title) => new() { Id = id, Title = title };

    private async Task<SearchPage> SearchAsync(SearchRequest request) => await Engine.SearchAsync(request);
}
