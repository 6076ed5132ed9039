using Search.Engine.Explaining;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Explaining;

public sealed class ExplainerTests : IndexTests
{
    protected override async Task FillAsync()
    {
        await Engine.PutAsync(new() { Id = "a", Title = "Công đoàn mở rộng đối ngoại", Lead = "Đối ngoại là việc chung.", Body = "Đoàn khách thăm công đoàn ngành." });
        await Engine.WriteAsync(   // another segment
            [
                new ArticleWrite.Put(new() { Id = "b", Title = "Đội bóng tìm ngoại binh", Body = "Đội chủ nhà cần một ngoại binh theo số 16-KL/TW." }),
                new ArticleWrite.Put(new() { Id = "c", Title = "Giá đường giảm", Body = "Giá đường mía trong nước giảm nhẹ; công đoàn lên tiếng." }),
            ]);
    }

    [Theory]
    [InlineData("đối ngoại công đoàn", QuerySyntax.Simple)]
    [InlineData("doi ngoai cong doan", QuerySyntax.Simple)]
    [InlineData("ddoois ngoaij cong doan", QuerySyntax.Simple)]
    [InlineData("\"công đoàn\" giá đường của nước", QuerySyntax.Simple)]
    [InlineData("16-KL/TW đội", QuerySyntax.Simple)]
    [InlineData("title:đường^3 OR công* OR (đối AND ngoại)", QuerySyntax.Advanced)]
    public async Task The_parts_add_up_to_the_score(string query, QuerySyntax syntax)
    {
        SearchPage page = await Engine.SearchAsync(new() { Query = query, Syntax = syntax, Match = MatchRule.Any, Explain = true });

        Assert.NotEmpty(page.Hits);
        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Parts.Sum(part => part.Score), 1e-4f));
        Assert.All(page.Hits.SelectMany(hit => hit.Explanation!.Parts), part => Assert.InRange(part.Score, 0, part.Most));
    }

    [Fact]
    public async Task Every_part_says_what_was_found_where_and_how_it_was_read()
    {
        HitExplanation explanation = await ExplainAsync("ddoois ngoaij cong doan");

        ExplainedPart word = explanation.Parts.First(part => part.Kind == EvidenceKind.Word);
        Assert.Equal("ddoois", word.Typed);
        Assert.Equal(
            [new ExplainedMatch("đối", "title", 1, QueryReadingKind.Telex), new ExplainedMatch("đối", "lead", 1, QueryReadingKind.Telex)],
            word.Matches);
        ExplainedPart pair = explanation.Parts.Last(part => part.Kind == EvidenceKind.Pair);
        Assert.Equal("cong doan", pair.Typed);
        Assert.Equal(
            [new ExplainedMatch("công đoàn", "title", 1, QueryReadingKind.MarksRestored), new ExplainedMatch("công đoàn", "body", 1, QueryReadingKind.MarksRestored)],
            pair.Matches);
    }

    [Fact]
    public async Task A_phrase_and_words_with_wildcards_are_explained()
    {
        ExplainedPart phrase = (await ExplainAsync("\"công đoàn\"")).Parts[0];
        Assert.Equal(("công đoàn", EvidenceKind.Phrase), (phrase.Typed, phrase.Kind));

        ExplainedPart expanded = Assert.Single((await ExplainAsync("đố*", QuerySyntax.Advanced)).Parts);
        Assert.Equal("đối", expanded.Typed);
    }

    [Fact]
    public async Task Hits_come_without_explanation_unless_asked_for() =>
        Assert.All((await Engine.SearchAsync(new() { Query = "công đoàn" })).Hits, hit => Assert.Null(hit.Explanation));

    private async Task<HitExplanation> ExplainAsync(string query, QuerySyntax syntax = QuerySyntax.Simple) =>
        (await Engine.SearchAsync(new() { Query = query, Syntax = syntax, Explain = true })).Hits.Single(hit => hit.Article.Id == "a").Explanation!;   // asked for
}
