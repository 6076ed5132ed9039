using System.IO.Compression;
using System.Text.Json;
using Search.Articles;
using Search.Benchmarks.Growth;
using Search.Benchmarks.Peers;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Speed;

/// <summary>Texts to measure with: the articles of a collection, or some sentences of our own.</summary>
internal static class NewsTexts
{
    private const string Sentences =
        """
        Sáng nay, Tổng LĐLĐ Việt Nam khai mạc hội nghị lần thứ 8 khóa XII tại Hà Nội với hơn 1.250 đại biểu của 63 tỉnh, thành phố tham dự.
        Theo Nghị quyết 15/NQ-BCH ngày 30/11/2023, các cấp công đoàn sẽ đổi mới hoạt động đối ngoại, chăm lo tốt hơn đời sống người lao động và
        xây dựng 81,2 % nhà ở xã hội ngay trong năm nay. "Chúng tôi muốn mỗi gia đình công nhân đều có một mái ấm", bà Nguyễn Thị Hoà nói.
        Bão số 9 đổ bộ vào Quảng Ngãi rạng sáng qua, gió giật cấp 12, nhiều tuyến đường ở thị trấn Đức Phổ ngập sâu gần một mét. Quân khu 5 điều
        hơn 2.000 chiến sĩ giúp dân sơ tán, dựng lại trường học, khôi phục lưới điện. Đội tuyển U23 hòa đội khách 1-1 trong trận giao hữu chiều
        thứ Bảy; huấn luyện viên cho rằng học trò còn thiếu kinh nghiệm ở vòng loại. Giá xăng RON 95 giảm 350 đồng một lít kể từ 15 giờ hôm nay.

        """;

    /// <summary>As many articles as hold a number of tokens, title and body, of the collection that the environment variable NEWS_CORPUS names:
    /// a <c>corpus.jsonl.gz</c> with one object a line. Without it, the same sentences again and again.</summary>
    public static string[] WithTokens(int count)
    {
        string? collection = Environment.GetEnvironmentVariable("NEWS_CORPUS");
        var scanner = new VietnameseTokenScanner();
        var texts = new List<string>();
        foreach (string text in string.IsNullOrEmpty(collection) ? Enumerable.Repeat(Sentences, int.MaxValue) : Read(collection))
        {
            texts.Add(text);
            scanner.Reset(text.AsMemory());
            while (scanner.MoveNext())
            {
                count--;
            }

            if (count <= 0)
            {
                return [.. texts];
            }
        }

        throw new InvalidOperationException($"{collection} has {count:N0} tokens too few to measure with.");
    }

    /// <summary>Articles of that collection; without it, articles made of the same sentences.</summary>
    public static IEnumerable<Article> Articles(int count)
    {
        string? collection = Environment.GetEnvironmentVariable("NEWS_CORPUS");
        return string.IsNullOrEmpty(collection)
            ? new ArticleGenerator([.. Sentences.Split('.').Select(static title => new Article { Id = title, Title = title.Trim(), Body = Sentences })], seed: 1).Articles().Take(count)
            : PeerCorpus.Articles([collection]).Take(count);
    }

    private static IEnumerable<string> Read(string collection)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(collection), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var article = JsonDocument.Parse(line);
            yield return article.RootElement.GetProperty("title").GetString() + "\n" + article.RootElement.GetProperty("body").GetString();
        }
    }
}
