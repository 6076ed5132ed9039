using System.Text;
using Search.Articles;

namespace Search.Ingest.Tests.Records;

public sealed class TableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("title,body\nA,Một\nB,Hai\n")]
    [InlineData("\uFEFFtitle,body\r\nA,Một\r\nB,Hai")]
    [InlineData("title;body\nA;Một\nB;Hai\n")]
    [InlineData("title\tbody\nA\tMột\nB\tHai\n")]
    [InlineData("title|body\nA|Một\nB|Hai\n")]
    [InlineData("Body,TITLE\nMột,A\nHai,B\n")]
    public void A_row_is_an_article_whatever_parts_the_fields(string csv)
    {
        _folder.Write("a.csv", csv);

        Assert.Equal(["a.csv:2 = A", "a.csv:3 = B"], _folder.Read());
        Assert.Equal(["Một", "Hai"], _folder.Articles().Select(static article => article.Body));
    }

    [Fact]
    public void Fields_may_hold_delimiters_quotation_marks_and_lines()
    {
        _folder.Write("a.csv", "id,title,body\n1,\"Giá, cả\",\"Ông nói: \"\"Được\"\".\nRồi đi.\"\n2,\"\",\"B\"\n");

        Article[] articles = _folder.Articles();

        Assert.Equal(("1", "Giá, cả", "Ông nói: \"Được\".\nRồi đi."), (articles[0].Id, articles[0].Title, articles[0].Body));
        Assert.Equal(["a.csv:2 = Giá, cả", "a.csv:4 = "], _folder.Read());
    }

    [Fact]
    public void Columns_are_fields_by_their_names_or_the_mapping_and_others_are_kept()
    {
        _folder.Write("a.tsv", "Mã\tHeadline\tNội dung\tNgày\tTags\tAuthors\tNote\turl\n7\tA\tThân bài\t30/11/2023 14:05\tgiá, vàng\tHà An; Tư Bền\tx\t https://bao.example/a \n");
        Assert.True(FieldMapping.TryParse("id=Mã,title=headline,body=Nội dung,date=Ngày", out FieldMapping? fields, out _));

        var input = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(new IngestOptions { Fields = fields })));

        Article article = input.Article;
        Assert.Equal(("7", "A", "Thân bài", "2023-11-30T14:05:00+07:00"), (article.Id, article.Title, article.Body, article.Date?.Text));
        Assert.Equal(["giá", "vàng"], article.Tags);
        Assert.Equal(["Hà An", "Tư Bền"], article.Authors);
        Assert.Equal("https://bao.example/a", article.Url);
        Assert.Contains("\"Note\":\"x\"", Encoding.UTF8.GetString(article.Json.Span), StringComparison.Ordinal);
        Assert.Equal("csv", input.Format);
    }

    [Fact]
    public void A_table_without_a_column_of_text_is_rejected_once()
    {
        _folder.Write("a.csv", "id,text\n1,A\n2,B\n");
        _folder.Write("b.tsv", "q1\ta\t1\nq2\tb\t0\n");
        Assert.True(FieldMapping.TryParse("title=x", out FieldMapping? fields, out _));

        Assert.Equal(
            [
                "a.csv ! None of the columns is \"title\" or \"body\"; say which are with --fields. There are: id, text.",
                "b.tsv ! None of the columns is \"title\" or \"body\"; say which are with --fields. There are: q1, a, 1.",
            ],
            _folder.Read());
        Assert.Equal(["a.csv ! There is no column \"x\" for \"title\"; there are: id, text."], _folder.Read(new IngestOptions { Fields = fields }, "a.csv"));
    }

    [Fact]
    public void A_bad_row_leaves_the_others_alone() =>
        Assert.Equal(
            [
                "a.csv:2 = A",
                "a.csv:3 ! The row has 3 fields; expected 2, as many as the header names.",
                "a.csv:4 ! The row has 1 fields; expected 2, as many as the header names.",
                "a.csv:6 = B",
                "a.csv:7 = Nói \"thế\" đấy",
            ],
            Read("title,body\nA,1\nB,2,3\nC\n,\nB,2\nNói \"thế\" đấy,3\n"));

    [Fact]
    public void A_quotation_mark_that_is_not_closed_costs_its_own_line() =>
        Assert.Equal(
            [
                "a.csv:2 = A",
                "a.csv:3 ! The quotation marks of the row do not match.",
                "a.csv:4 = C",
                "a.csv:5 = D",
                "a.csv:6 ! The quotation marks of the row do not match.",
                "a.csv:7 = F",
            ],
            Read("title,body\nA,1\nB,\"2\n\"C\",\"3\"\n\"D\",4\nE,\"5\nF,6\n"));

    [Fact]
    public void Names_that_are_taken_get_a_number()
    {
        _folder.Write("a.csv", "title,title,x,x\nA,B,C,D\n");

        Assert.Equal("""{"title":"A","title_2":"B","x":"C","x_2":"D"}""", Encoding.UTF8.GetString(Assert.Single(_folder.Articles()).Json.Span));
    }

    [Fact]
    public void A_single_row_in_an_old_encoding_is_converted()
    {
        byte[] old = [0x43, 0xAB, 0x6E, 0x67, 0x20, 0xAE, 0x6F, 0xB5, 0x6E];   // Công đoàn in TCVN3
        _folder.Write("a.csv", [.. "title,body\nTin đã đủ dấu,Đường\n"u8, .. old, .. ","u8, .. old, .. "\nC,D\n"u8]);

        Assert.Equal(["a.csv:2 = Tin đã đủ dấu", "a.csv:3 = Công đoàn", "a.csv:4 = C"], _folder.Read());
    }

    [Fact]
    public void An_empty_table_gives_nothing() => Assert.Empty(Read("title,body\n"));

    private string[] Read(string csv)
    {
        _folder.Write("a.csv", csv);
        return _folder.Read();
    }
}
