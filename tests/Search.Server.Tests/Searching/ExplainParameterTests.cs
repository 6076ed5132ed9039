using System.Text.Json;

namespace Search.Server.Tests.Searching;

public sealed class ExplainParameterTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Explanations_hold_numbers_and_sentences_in_both_languages()
    {
        JsonElement hit = (await sample.Server.GetJsonAsync("/api/search?q=doi%20ngoai&explain=true")).GetProperty("hits")[0];

        JsonElement explanation = hit.GetProperty("explanation");
        JsonElement part = explanation.GetProperty("parts")[0];
        Assert.Equal(["score", "parts"], explanation.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["typed", "kind", "score", "most", "matches", "en", "vi"], part.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(hit.GetProperty("score").GetSingle(), explanation.GetProperty("parts").EnumerateArray().Sum(each => each.GetProperty("score").GetSingle()), 1e-4f);
        Assert.Equal("marks_restored", part.GetProperty("matches")[0].GetProperty("reading").GetString());
        Assert.StartsWith("The word “doi”: “đối” (marks restored) once in the title", part.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Từ “doi”: “đối” (thêm dấu) 1 lần trong tiêu đề", part.GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_stands_in_the_answer_and_as_a_link_on_the_page()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync([.. Enumerable.Range(0, 200).Select(i => $$"""{"id":"a{{i}}","title":"Công đoàn {{i}}"}""")]);

        JsonElement query = (await server.GetJsonAsync("/api/search?q=congg%20%C4%91o%C3%A0n")).GetProperty("query");
        using HttpResponseMessage page = await server.Client.GetAsync(new Uri("/?q=congg+%C4%91o%C3%A0n", UriKind.Relative));

        Assert.Equal("công đoàn", query.GetProperty("suggestion").GetString());
        Assert.Contains("Có phải bạn tìm: <a href=\"./?q=c%C3%B4ng%20%C4%91o%C3%A0n\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
