using Search.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

public sealed class AdvancedHighlightingTests : IndexTests
{
    [Theory]

    // Only words that stand near to each other, and not what lies between them.
    [InlineData("lúa NEAR/2 gạo", "giá lúa và gạo ở chợ. Hôm qua gạo bán chậm lắm rồi mà lúa thì không", "giá [lúa] và [gạo] ở chợ. Hôm qua gạo bán chậm lắm rồi mà lúa thì không")]
    [InlineData("lúa BEFORE/1 gạo", "gạo lúa, lúa mì gạo, gạo lúa", "gạo lúa, [lúa] mì [gạo], gạo lúa")]
    [InlineData("lúa NEAR/1 lúa", "lúa một hai lúa ba lúa", "lúa một hai [lúa] ba [lúa]")]
    [InlineData("tai nạn NEAR/3 giao thông", "tai nạn trên đường giao thông, tai với nạn", "[tai nạn] trên đường [giao thông], tai với nạn")]
    [InlineData("doi ngoai NEAR/3 (hoi OR doan)", "đối ngoại của hội, đối với đoàn", "[đối ngoại] của [hội], đối với đoàn")]
    [InlineData("(a NEAR/0 b) NEAR/0 c", "a b x a b c x b c", "a b x [a b c] x b c")]
    [InlineData("\"giá vàng\"~2", "giá bán vàng, vàng mất giá, giá một hai ba bốn vàng", "[giá] bán [vàng], [vàng] mất [giá], [giá] một hai ba bốn vàng")]
    [InlineData("lúa NEAR/9 gạo OR mía", "lúa ở đây. Mía", "lúa ở đây. [Mía]")]

    // Wildcards and fuzzy words: what they stand for.
    [InlineData("đố* ng*i", "Đối ngoại, đội đố ngơi ngủ", "[Đối ngoại], đội [đố ngơi] ngủ")]
    [InlineData("hoà*", "Hòa bình, hoàn hảo, hoá", "[Hòa] bình, [hoàn] hảo, hoá")]
    [InlineData("tranh~", "tranh chanh trành lan", "[tranh] [chanh] [trành] lan")]
    [InlineData("do* NEAR/0 bóng", "đội bóng. Đội nhà. Đô bóng", "[đội bóng]. Đội nhà. [Đô bóng]")]

    // Exact marks, fields, negations.
    [InlineData("=doi OR x", "doi đối đội", "[doi] đối đội")]
    [InlineData("doi -mua", "doi đối đội mùa", null)]
    [InlineData("title:lúa OR gạo", "lúa gạo", "[lúa gạo]")]
    [InlineData("body:lúa OR gạo", "lúa gạo", "lúa [gạo]")]
    [InlineData("gạo AND NOT (mía NEAR/1 lúa)", "gạo mía một hai lúa", "[gạo] mía một hai lúa")]
    [InlineData("16-KL/TW NEAR/2 số", "Kết luận số 16-KL/TW, số 16", "Kết luận [số] [16-KL/TW], [số] 16")]
    public async Task What_matches_is_marked_and_nothing_else(string query, string title, string? marked)
    {
        await Engine.PutAsync(new Article { Id = "a", Title = title });

        SearchPage page = await Engine.SearchAsync(new() { Query = query, Syntax = QuerySyntax.Advanced });

        Assert.Equal(marked is null ? 0 : 1, page.Hits.Count);
        if (marked is not null)
        {
            Assert.Equal(marked, Mark(title, page.Hits[0].TitleRanges));
        }
    }

    [Fact]
    public async Task Snippets_show_the_field_in_which_a_word_was_sought()
    {
        await Engine.PutAsync(new Article { Id = "a", Title = "Lúa", Lead = "Lúa ở đây.", Body = "Còn lúa ở kia." });

        SearchPage page = await Engine.SearchAsync(new() { Query = "body:lúa", Syntax = QuerySyntax.Advanced });

        Assert.Empty(page.Hits[0].TitleRanges);
        Assert.Equal(["body: Còn [lúa] ở kia."], page.Hits[0].Snippets.Select(snippet => $"{snippet.Field}: {Mark(snippet.Text, snippet.Ranges)}"));
    }

    [Fact]
    public async Task Patterns_that_stand_for_too_many_words_are_an_error_at_their_place()
    {
        string[] words = [.. Enumerable.Range(0, QueryLimits.MostTerms + 1).Select(i => $"a{i}x")];
        await Engine.PutAsync(new Article { Id = "a", Body = string.Join(' ', words) });
        async Task<QueryError?> ErrorAsync(string query)
        {
            try
            {
                await Engine.SearchAsync(new() { Query = query, Syntax = QuerySyntax.Advanced });
                return null;
            }
            catch (QueryException wrong)
            {
                return wrong.Error;
            }
        }

        QueryError error = (await ErrorAsync("lúa a*"))!;

        Assert.Equal((QueryErrorKind.TooManyTerms, 4, 2, "a*"), (error.Kind, error.Start, error.Length, error.Found));
        Assert.Null(await ErrorAsync("a1*"));
        Assert.Equal(7, (await ErrorAsync("a1* OR a?* OR a2*"))!.Start);   // the budget is that of the whole query
    }

    [Fact]
    public async Task A_search_that_is_not_wanted_any_more_ends_while_it_looks_through_articles()
    {
        await Engine.PutAsync(new Article { Id = "a", Body = "lúa và gạo" });
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Engine.SearchAsync(new() { Query = "l* NEAR/3 gạo", Syntax = QuerySyntax.Advanced }, cancelled.Token));
    }

    private static string Mark(string text, IReadOnlyList<TextRange> ranges) =>
        ranges.Reverse().Aggregate(text, (marked, range) => marked.Insert(range.End, "]").Insert(range.Start, "["));
}
