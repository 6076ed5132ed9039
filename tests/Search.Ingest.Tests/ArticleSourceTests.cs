using Search.Articles;

namespace Search.Ingest.Tests;

public sealed class ArticleSourceTests : IDisposable
{
    private const string UnknownFormat =
        "The name does not tell the format; expected .txt, .html, .jsonl, .json, .csv, .tsv, .xml, .rss or .warc, each also with .gz, "
        + "or .zip, .tar or .tar.gz, or the format to be given.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_read_in_ordinal_order_of_the_relative_path()
    {
        foreach (string name in (string[])["b.txt", "a/z.txt", "a-b.txt", "a.txt", "B.txt", "a/b/c.txt", "đ.txt"])
        {
            _folder.Write(name, name);
        }

        Assert.Equal(
            ["B.txt = B.txt", "a-b.txt = a-b.txt", "a.txt = a.txt", "a/b/c.txt = a/b/c.txt", "a/z.txt = a/z.txt", "b.txt = b.txt", "đ.txt = đ.txt"],
            _folder.Read());
    }

    [Fact]
    public void Paths_are_read_in_the_order_given()
    {
        _folder.Write("one/a.txt", "A");
        _folder.Write("two/b.txt", "B");

        Assert.Equal(["two/b.txt = B", "one/a.txt = A"], _folder.Read("two", "one"));
    }

    [Fact]
    public void Hidden_files_and_folders_and_unknown_extensions_are_passed_over_in_a_folder()
    {
        _folder.Write(".a.txt", "Hidden");
        _folder.Write(".git/a.txt", "Hidden");
        _folder.Write("README.md", "About");
        _folder.Write("photo.jpg.gz", "not even gzip");
        _folder.Write("LICENSE", "");
        _folder.Write("a.txt", "Read");

        Assert.Equal(["a.txt = Read"], _folder.Read());
    }

    [Theory]
    [InlineData("a.txt", "T")]
    [InlineData("a.TXT", "T")]
    [InlineData("a.jsonl", """{"id":"a","title":"T"}""")]
    [InlineData("a.ndjson", """{"id":"a","title":"T"}""")]
    [InlineData("a.json", """{"id":"a","title":"T"}""")]
    [InlineData("a.json", """[{"id":"a","title":"T"}]""")]
    public void The_extension_tells_the_format_compressed_or_not(string name, string content)
    {
        _folder.Write(name, content);
        _folder.Write(name + ".gz", TemporaryFolder.Gzip(content));

        Assert.Equal(["T", "T"], _folder.Inputs(IngestFormat.Auto).Select(input => Assert.IsType<IngestedInput.Accepted>(input).Article.Title));
    }

    [Theory]
    [InlineData("T")]
    [InlineData(" \r\n\uFEFF{\"title\":\"T\"}")]
    [InlineData("[\n{\"title\":\"T\"}]")]
    public void A_file_given_without_an_extension_is_judged_by_its_first_character(string content)
    {
        _folder.Write("dump", content);
        _folder.Write("packed.gz", TemporaryFolder.Gzip(content));

        Assert.Equal(["T", "T"], _folder.Inputs(IngestFormat.Auto, "dump", "packed.gz").Select(input => Assert.IsType<IngestedInput.Accepted>(input).Article.Title));
        Assert.Empty(_folder.Read());
    }

    [Fact]
    public void A_file_given_with_an_unknown_extension_is_rejected()
    {
        _folder.Write("README.md", "About");

        Assert.Equal([$"README.md ! {UnknownFormat}"], _folder.Read("README.md"));
    }

    [Fact]
    public void With_a_format_given_every_file_is_read_as_that()
    {
        _folder.Write("a.md", "A");
        _folder.Write("b.log", """{"title":"B"}""");

        Assert.Equal(["a.md = A", "b.log = {\"title\":\"B\"}"], _folder.Read(IngestFormat.Text));
        Assert.Equal(["b.log:1 = B"], _folder.Read(IngestFormat.Jsonl, "b.log"));
    }

    [Fact]
    public void What_cannot_be_read_stops_nothing()
    {
        _folder.Write("a.txt", "A");
        _folder.Write("broken.jsonl.gz", "no gzip");
        _folder.Write("z.txt", "Z");

        Assert.Equal(
            [
                "none ! The path does not exist.",
                "a.txt = A",
                "broken.jsonl.gz ! The compressed data is damaged or cut short.",
                "z.txt = Z",
                "a.txt/x.txt ! The path does not exist.",
            ],
            _folder.Read("none", ".", "a.txt/x.txt").Select(line => line.Replace("./", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_empty_path_does_not_exist()
    {
        IngestedInput input = Assert.Single(ArticleSource.Read([""], new IngestOptions(), CancellationToken.None));

        Assert.Equal("The path does not exist.", Assert.IsType<IngestedInput.Rejected>(input).Reason);
    }

    [Fact]
    public void Articles_without_id_get_one_from_their_address_or_their_place()
    {
        _folder.Write("a.txt", "T");
        _folder.Write("2023/tin.jsonl", new string('\n', 16) + """{"title":"T"}""" + "\n" + """{"title":"T","url":"HTTP://Bao.Example:80?utm_source=x#top"}""");

        Assert.Equal(
            [
                "u-57cordzlqqfcijldsaumijcou3i573vxh2lupo32lp4h7svhe27q",   // 2023/tin.jsonl#17
                "u-le7gn6chcus47rwwuxoxknvpscm3htfbhfze5ijnsxm6z7kyuubq",   // http://bao.example/
                "u-dc34wcm2t2r7kc5itg23vapa2n32l45rn6hw524lhzmm2rusxgjq",   // a.txt
            ],
            _folder.Inputs(IngestFormat.Auto).Select(input => Assert.IsType<IngestedInput.Accepted>(input).Article.Id));
    }

    [Fact]
    public void A_file_has_the_same_id_by_itself_as_in_its_folder() =>
        Assert.Equal(
            _folder.Inputs(IngestFormat.Auto, Path.GetFileName(_folder.Write("a.txt", "T"))).Cast<IngestedInput.Accepted>().Single().Article.Id,
            _folder.Inputs(IngestFormat.Auto).Cast<IngestedInput.Accepted>().Single().Article.Id);

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        _folder.Write("a.txt", "A");
        _folder.Write("b.txt", "B");
        using var cancellation = new CancellationTokenSource();
        using IEnumerator<IngestedInput> inputs = ArticleSource.Read([_folder.Path], new IngestOptions(), cancellation.Token).GetEnumerator();

        Assert.True(inputs.MoveNext());
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => inputs.MoveNext());
    }

    [Fact]
    public void A_file_is_free_again_when_reading_ends_early()
    {
        string path = _folder.Write("a.jsonl", "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\"}\n");

        Assert.IsType<IngestedInput.Accepted>(ArticleSource.Read([path], new IngestOptions(), CancellationToken.None).First());

        using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void An_article_keeps_the_json_of_its_line()
    {
        _folder.Write("a.jsonl", "{\"id\":\"a\", \"title\":\"A\", \"x\":1} \r\n");

        Article article = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(IngestFormat.Auto))).Article;

        Assert.Equal("{\"id\":\"a\", \"title\":\"A\", \"x\":1}"u8, article.Json.Span);
    }
}
