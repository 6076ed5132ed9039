using Search.Articles;
using Search.Ingest.Pages;
using Search.Ingest.Tests.Pages.Templates;

namespace Search.Ingest.Tests.Pages;

public sealed class SiteBoilerplateTests : IDisposable
{
    private const string Promotion = "Mời quý bạn đọc theo dõi trang của báo trên mạng xã hội để nhận tin sớm nhất mỗi ngày.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 4, true)]
    [InlineData(4, 3, false)]
    [InlineData(10, 5, false)]
    [InlineData(10, 6, true)]
    [InlineData(100, 31, false)]
    [InlineData(100, 32, true)]
    [InlineData(1_000, 177, false)]
    [InlineData(1_000, 178, true)]
    public void A_line_repeats_if_it_stands_on_four_pages_and_on_the_power_of_three_quarters_of_them(int pages, int with, bool repeats)
    {
        var boilerplate = new SiteBoilerplate();
        for (int i = 0; i < pages; i++)
        {
            boilerplate.Learn("bao.example", i < with ? [Line("Tải ứng dụng!"), Line("TẢI ỨNG DỤNG"), Line($"Tin {i}")] : [Line($"Tin {i}")]);
        }

        boilerplate.EndLearning();

        Assert.Equal(repeats, boilerplate.Of("bao.example").Contains(Line("Tải ứng dụng")));
        Assert.False(boilerplate.Of("bao.example").Contains(Line("Tin 1")));
        Assert.False(boilerplate.Of("khac.example").Contains(Line("Tải ứng dụng")));
    }

    [Fact]
    public void The_order_of_pages_does_not_matter()
    {
        string[][] pages = [.. Enumerable.Range(0, 40).Select(static i => Enumerable.Range(0, 12).Where(j => (i * (j + 3)) % 7 < 4).Select(static j => $"Dòng {j}").ToArray())];

        Assert.Equal(Repeated(pages), Repeated(pages.Reverse()));
        Assert.Equal(Repeated(pages), Repeated(pages.OrderBy(static page => page.Length)));

        static string[] Repeated(IEnumerable<string[]> pages)
        {
            var boilerplate = new SiteBoilerplate();
            foreach (string[] page in pages)
            {
                boilerplate.Learn("x", page.Select(Line));
            }

            boilerplate.EndLearning();
            return [.. Enumerable.Range(0, 12).Select(static j => $"Dòng {j}").Where(line => boilerplate.Of("x").Contains(Line(line)))];
        }
    }

    [Fact]
    public void Memory_is_bounded_and_frequent_lines_are_kept()
    {
        var boilerplate = new SiteBoilerplate(mostCounters: 1_000);
        for (int i = 0; i < 300; i++)
        {
            boilerplate.Learn("x", Enumerable.Range(0, 40).Select(j => Line($"Dòng {i} {j}")).Append(Line("Tải ứng dụng")));
        }

        boilerplate.EndLearning();

        Assert.True(boilerplate.Of("x").Contains(Line("Tải ứng dụng")));
    }

    [Fact]
    public void A_page_that_was_saved_many_times_stays_whole()
    {
        for (int i = 0; i < 5; i++)
        {
            _folder.Write($"{i}.html", Page(SampleArticles.All[0], ""));
        }

        Assert.All(Articles(), static article => Assert.Equal(SampleArticles.All[0].Body, article.Body));
    }

    [Fact]
    public void What_repeats_inside_the_text_of_html_pages_is_taken_out()
    {
        for (int i = 0; i < 5; i++)
        {
            _folder.Write($"{i}.html", Page(SampleArticles.All[i], $"<p>{Promotion}</p>"));
        }

        Assert.All(Articles(), static article => Assert.DoesNotContain(Promotion, article.Body, StringComparison.Ordinal));
        Assert.Equal(SampleArticles.All.Select(static sample => TokenF1.Of("", "")), Articles().Zip(SampleArticles.All, static (article, sample) => TokenF1.Of(article.Body, sample.Body)));
    }

    [Fact]
    public void What_stands_on_two_pages_stays()
    {
        for (int i = 0; i < 5; i++)
        {
            _folder.Write($"{i}.html", Page(SampleArticles.All[i], i < 2 ? $"<p>{Promotion}</p>" : ""));
        }

        Assert.Equal(2, Articles().Count(static article => article.Body.Contains(Promotion, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_repeats_on_text_pages_is_taken_out_and_headings_of_lists_still_end_them()
    {
        for (int i = 0; i < 5; i++)
        {
            SampleArticle sample = SampleArticles.All[i];
            string first = ((Part.Paragraph)sample.Parts[0]).Text;
            _folder.Write($"{i}.txt", $"Báo Mẫu điện tử\n\n{sample.Title}\n\n{sample.Lead}\n\n{first}\n\n{Promotion}\n\n{sample.Author}\n\nTin khác\n\n{SampleArticles.All[(i + 1) % 5].Title}");
        }

        Assert.Equal(
            SampleArticles.All.Select(static sample => (sample.Title, sample.Lead, ((Part.Paragraph)sample.Parts[0]).Text, sample.Author)),
            Articles().Select(static article => (article.Title, article.Lead, article.Body, article.Authors[0])));
    }

    [Fact]
    public void A_headline_that_repeats_is_the_name_of_the_site()
    {
        for (int i = 0; i < 5; i++)
        {
            _folder.Write($"{i}.html", $"<h1>TIN HOẠT ĐỘNG CỦA HUYỆN BÃI NGANG</h1><h4>{SampleArticles.All[i].Title}</h4><div>{string.Concat(SampleArticles.All[i].Parts.OfType<Part.Paragraph>().Select(static part => $"<p>{part.Text}"))}</div>");
        }

        Assert.Equal(SampleArticles.All.Select(static sample => sample.Title), Articles().Select(static article => article.Title));
    }

    private static string Page(SampleArticle sample, string inserted)
    {
        string[] parts = [.. sample.Parts.Select(static part => part switch
        {
            Part.Paragraph paragraph => $"<p>{paragraph.Text}</p>",
            Part.Subheading subheading => $"<h3>{subheading.Text}</h3>",
            Part.Items items => $"<ul>{string.Concat(items.Texts.Select(static text => $"<li>{text}</li>"))}</ul>",
            Part.Rows rows => $"<table>{string.Concat(rows.Cells.Select(static cells => $"<tr><td>{string.Join("<td>", cells)}"))}</table>",
            _ => "",
        })];
        return $"<title>{sample.Title}</title><h1>{sample.Title}</h1><p class=sapo>{sample.Lead}</p><div>{parts[0]}{inserted}{string.Concat(parts[1..])}</div>";
    }

    private static PageLine Line(string text) => new(text, BeginsBlock: true);

    private List<Article> Articles() => [.. _folder.Inputs(IngestFormat.Auto).Select(static input => Assert.IsType<IngestedInput.Accepted>(input).Article)];
}
