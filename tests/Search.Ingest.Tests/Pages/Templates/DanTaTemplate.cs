using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A news site with OpenGraph alone, its author and time above the text, and an article in a box inside another.</summary>
internal static class DanTaTemplate
{
    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"/><title>{{Escape(article.Title)}} | Báo Dân Ta</title>
        <meta property="og:type" content="article"/><meta property="og:title" content="{{Escape(article.Title)}}"/>
        <meta property="og:description" content="(Dân ta) - {{Escape(article.Lead[..(article.Lead.Length * 2 / 3)])}}..."/>
        <meta property="og:site_name" content="Báo điện tử Dân Ta"/>
        <meta name="author" content="Dân Ta"/></head>
        <body><header class="header"><div class="grid-container"><a class="logo" href="/"><img alt="Báo Dân Ta" src="l.svg"></a><div class="today">Chủ nhật, 02/03/2025</div></div></header>
        <nav class="menu"><ol>{{Each((string[])["Kinh doanh", "Xã hội", "Thế giới", "Giải trí", "Bất động sản", "Thể thao", "Việc làm", "Nhân ái", "Sức khỏe", "Xe ++"], name => $"<li class=\"menu-item\"><a href=\"/{name}.htm\">{name}</a></li>")}}</ol></nav>
        <main class="body container"><div class="grid-container singular-wrap">
          <ul class="breadcrumbs"><li><a href="/{{article.Category}}.htm">{{article.Category}}</a></li></ul>
          <article class="singular-container">
            <h1 class="title-page detail">{{Escape(article.Title)}}</h1>
            <div class="author-wrap"><div class="author-avatar"><img alt="{{article.Author}}" src="p.jpg"></div><div class="author-meta"><div class="author-name"><a href="/tac-gia/1.htm"><b>{{article.Author}}</b></a></div><time class="author-time" datetime="{{article.At("yyyy-MM-dd HH:mm")}}">{{article.Weekday}}, {{article.At("dd/MM/yyyy - HH:mm")}}</time></div></div>
            <h2 class="singular-sapo">(Dân ta) - {{Escape(article.Lead)}}</h2>
            <div class="audio-player"><button>Nghe nội dung bài</button><span>00:00</span><span>1x</span><span>Nữ miền Bắc</span></div>
            <div class="singular-content">
              {{Each(article.Parts.Take(3), Render)}}
              <article class="article-related article-item"><div class="article-thumb"><a href="/{{others[1].Slug}}.htm"><img src="t.jpg" alt=""></a></div><div class="article-content"><h3 class="article-title"><a href="/{{others[1].Slug}}.htm">{{Escape(others[1].Title)}}</a></h3><div class="article-excerpt">(Dân ta) - {{Escape(others[1].Lead)}}</div></div></article>
              {{Each(article.Parts.Skip(3), Render)}}
              <p><a href="/{{others[2].Slug}}.htm">>> {{Escape(others[2].Title)}}</a></p>
            </div>
            <ul class="social-pin"><li><a href="#">Facebook</a></li><li><a href="#">Zalo</a></li><li><a href="#">Sao chép liên kết</a></li></ul>
          </article>
          <div class="tags-wrap"><ul class="tags"><li>Từ khóa:</li>{{Each(article.Tags, tag => $"<li><a href=\"/tag/{tag}.tag\">{Escape(tag)}</a></li>")}}</ul></div>
          <div class="highlight-section"><div class="section-title">ĐANG ĐƯỢC QUAN TÂM</div>{{Each(others, other => $"<article class=\"article-item\"><h3 class=\"article-title\"><a href=\"/{other.Slug}.htm\">{Escape(other.Title)}</a></h3><div class=\"article-excerpt\"><a href=\"/{other.Slug}.htm\">{Escape(other.Lead)}</a></div></article>")}}</div>
          <div class="comments" id="comment"><div class="comments-title">Bình luận</div><div class="c-item"><b>Bạn đọc ẩn danh</b><p>Thông tin rất bổ ích, mong báo có thêm những bài như vậy để người dân chúng tôi nắm được mà thực hiện cho đúng.</p><span>Phản hồi</span></div></div>
        </div></main>
        <aside class="sidebar"><h3>Đọc nhiều nhất</h3>{{Each(others.Reverse(), other => $"<div><a href=\"/{other.Slug}.htm\">{Escape(other.Title)}</a></div>")}}</aside>
        <footer><div>Cơ quan của một bộ không có thật. Giấy phép hoạt động số 00/GP-BTTTT. Tổng Biên tập: Phạm Văn Thử. Địa chỉ tòa soạn: Nhà 48 ngõ 2 phố Mẫu.</div><div>© 2005-2025 Bản quyền thuộc về Báo điện tử Dân Ta. Cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản.</div></footer>
        </body></html>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"<p>{Escape(paragraph.Text)}</p>",
        Part.Subheading subheading => $"<h2>{Escape(subheading.Text)}</h2>",
        Part.Photo photo => $"<figure class=\"image align-center\"><img src=\"a.jpg\" title=\"{Escape(photo.Caption)}\" alt=\"{Escape(photo.Caption)} - 1\"><figcaption><p>{Escape(photo.Caption)} (Ảnh: {photo.Credit}).</p></figcaption></figure>",
        Part.Items items => $"<ul>{Each(items.Texts, text => $"<li><p>{Escape(text)}</p></li>")}</ul>",
        Part.Rows rows => $"<figure class=\"table\"><table><tbody>{Each(rows.Cells, cells => $"<tr>{Each(cells, cell => $"<td>{Escape(cell)}</td>")}</tr>")}</tbody></table></figure>",
        _ => "",
    };
}
