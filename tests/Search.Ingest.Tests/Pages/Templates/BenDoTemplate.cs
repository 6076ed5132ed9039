using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A large news site of today: JSON-LD, OpenGraph, an <c>article</c> with paragraphs, comments under it.</summary>
internal static class BenDoTemplate
{
    private const string Site = "https://bendo.example";

    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <title>{{Escape(article.Title)}} - Báo Bến Đò</title>
        <meta name="description" content="{{Escape(article.Lead)}} - Bến Đò">
        <meta name="keywords" content="{{Escape(string.Join(", ", article.Tags))}} - Bến Đò">
        <meta property="og:site_name" content="bendo.example - Đọc báo, tin nhanh 24h">
        <meta property="og:title" content="{{Escape(article.Title)}}">
        <meta property="og:description" content="{{Escape(article.Lead)}}">
        <meta property="og:url" content="{{Site}}/{{article.Slug}}-4690001.html">
        <meta property="article:published_time" content="{{article.IsoDate}}">
        <link rel="canonical" href="{{Site}}/{{article.Slug}}-4690001.html">
        <script type="application/ld+json">
        {"@context":"http://schema.org","@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@id":"{{Site}}/{{article.Category}}","name":"{{article.Category}}"} }]}
        </script>
        <script type="application/ld+json">
        {"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"{{Site}}/{{article.Slug}}-4690001.html"},
         "headline":"{{article.Title}}","description":"{{article.Lead}}","datePublished":"{{article.IsoDate}}","dateModified":"2025-01-01T00:00:00+07:00",
         "author":{"@type":"Person","name":"{{article.Author}}"},"publisher":{"@type":"Organization","name":"Báo Bến Đò","logo":{"@type":"ImageObject","url":"{{Site}}/logo.png"} } }
        </script>
        <script>var title = '<div class="x">không phải chữ của bài</div>'; if (1 < 2) { track(); }</script>
        <style>.fck_detail p { margin: 0 0 15px } </style>
        </head>
        <body class="page-detail top-detail">
        <section class="section top-header"><div class="container">
          <a href="/" class="logo"><img src="/logo.svg" alt="Bến Đò - Báo tiếng Việt nhiều người xem nhất"></a>
          <span class="time-now">Thứ bảy, 1/2/2025</span>
          <a href="/tin-tuc-24h" class="btn24hqt">Mới nhất</a> <a href="/tin-theo-khu-vuc">Tin theo khu vực</a> <a href="/myvne">Đăng nhập</a>
        </div></section>
        <section class="section wrap-main-nav"><nav class="main-nav"><ul class="parent">
          {{Each((string[])["Thời sự", "Góc nhìn", "Thế giới", "Kinh doanh", "Giáo dục", "Thể thao", "Đời sống", "Du lịch", "Ý kiến", "Tâm sự"], name => $"<li><a href=\"/{name}\" title=\"{name}\">{name}</a></li>")}}
        </ul></nav></section>
        <section class="section page-detail top-detail"><div class="container"><div class="sidebar-1">
          <div class="header-content width_common">
            <ul class="breadcrumb" data-campaign="Header"><li><a href="/{{article.Category}}">{{article.Category}}</a></li></ul>
            <span class="date">{{article.Weekday}}, {{article.At("d/M/yyyy, HH:mm")}} (GMT+7)</span>
          </div>
          <h1 class="title-detail">{{Escape(article.Title)}}</h1>
          <p class="description">{{Escape(article.Lead)}}</p>
          <article class="fck_detail ">
            {{Each(article.Parts, Render)}}
            <ul class="list-news" data-campaign="Box-Related"><li><a href="/{{others[0].Slug}}.html" title="{{Escape(others[0].Title)}}">{{Escape(others[0].Title)}}</a></li><li><a href="/{{others[1].Slug}}.html">{{Escape(others[1].Title)}}</a></li></ul>
            <p class="Normal" style="text-align:right;"><strong>{{article.Author}}</strong></p>
          </article>
          <div class="footer-detail width_common">
            <a class="back" href="/{{article.Category}}">Trở lại {{article.Category}}</a>
            <div class="social_share"><a class="social_fb" href="javascript:;">Chia sẻ</a><a class="save-post" href="javascript:;">Lưu</a><a class="print" href="javascript:;">Copy link thành công</a></div>
          </div>
          <div class="tags"><h4 class="item-tag">{{Each(article.Tags, tag => $"<a href=\"/tag/{tag}\">{Escape(tag)}</a>")}}</h4></div>
          <div id="box_comment_vne" class="box_comment"><h3>Ý kiến (<label>2</label>)</h3>
            <div class="comment_item"><p class="full_content"><span class="txt-name"><a href="/user/1">Người đi phà</a></span>Đọc bài này mà nhớ những ngày còn đứng chờ dưới bến, mong nơi nào cũng giữ lại được một góc như thế cho con cháu biết quê mình đã từng ra sao.</p>
              <p class="block_like_web"><a href="javascript:;">Trả lời</a> <span>12</span> <span class="time-com">15:20 5/10</span></p></div>
            <div class="comment_item"><p class="full_content"><span class="txt-name"><a href="/user/2">tranvan88</a></span>Hay quá, cảm ơn tác giả. Tôi ở xa, cuối năm về thế nào cũng ghé qua xem tận mắt, hy vọng lúc đó vẫn còn giữ được như trong ảnh.</p>
              <p class="block_like_web"><a href="javascript:;">Trả lời</a> <span>3</span> <span class="time-com">18:02 5/10</span></p></div>
          </div>
        </div>
        <div class="sidebar-2">
          <h2 class="title-box-category">Xem nhiều</h2>
          {{Each(others, other => $"<article class=\"item-news\"><h3 class=\"title-news\"><a href=\"/{other.Slug}.html\">{Escape(other.Title)}</a></h3><p class=\"description\"><a href=\"/{other.Slug}.html\">{Escape(other.Lead)}</a></p></article>")}}
        </div></div></section>
        <section class="section wrap-box-news"><h2>Tin cùng chuyên mục</h2>
          {{Each(others, other => $"<div class=\"item\"><h3><a href=\"/{other.Slug}.html\">{Escape(other.Title)}</a></h3><p>{Escape(other.Lead)}</p></div>")}}
        </section>
        <footer class="footer container"><p>Báo điện tử Bến Đò. Thuộc một cơ quan không có thật. Số giấy phép: 548/GP-BTTTT do một bộ không có thật cấp ngày 24/08/2021.</p>
          <p>Tổng biên tập: Phạm Văn Mẫu. Địa chỉ: Tầng 10, tòa nhà Thử, phố Mẫu. Điện thoại: 024 0000 0000.</p><p>© 1997-2025. Toàn bộ bản quyền thuộc Bến Đò.</p></footer>
        </body></html>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"<p class=\"Normal\">{Escape(paragraph.Text)}</p>\n",
        Part.Subheading subheading => $"<p class=\"Normal\"><strong>{Escape(subheading.Text)}</strong></p>\n",
        Part.Photo photo => $"<figure data-size=\"true\" itemprop=\"associatedMedia image\" class=\"tplCaption\"><div class=\"fig-picture\"><picture><img alt=\"{Escape(photo.Caption)}\" src=\"a.jpg\"></picture></div><figcaption itemprop=\"description\"><p class=\"Image\">{Escape(photo.Caption)}. Ảnh: <em>{photo.Credit}</em></p></figcaption></figure>\n",
        Part.Items items => $"<ul>{Each(items.Texts, text => $"<li>{Escape(text)}</li>")}</ul>\n",
        Part.Rows rows => $"<table border=\"1\" cellpadding=\"1\"><tbody>{Each(rows.Cells, cells => $"<tr>{Each(cells, cell => $"<td>{Escape(cell)}</td>")}</tr>")}</tbody></table>\n",
        _ => "",
    };
}
