using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A news site with microdata in <c>meta</c>, a lead that begins with the paper's initials, and boxes of other articles inside the text.</summary>
internal static class TuoiXanhTemplate
{
    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <title>{{Escape(article.Title)}} - Tuổi Xanh Online</title>
        <meta property="og:site_name" content="TUOI XANH ONLINE" />
        <meta property="og:title" itemprop="headline" content="{{Escape(article.Title)}}" />
        <meta property="og:description" itemprop="description" content="TXO - {{Escape(article.Lead)}}" />
        <meta itemprop="datePublished" name="pubdate" content="{{article.At("yyyy-MM-dd'T'HH:mm")}}" />
        <meta name="author" content="TUOI XANH ONLINE" />
        <meta property="article:section" content="{{article.Category}}" />
        <meta property="og:url" content="http://tuoixanh.example/{{article.Slug}}-20231005.htm" />
        </head><body>
        <div id="wrapper"><div id="header"><div class="topbar"><a href="/">Trang chủ</a><a href="/bao-in">Báo in</a><a href="tel:0900000000">Hotline: 0900 000 000</a><a href="/rao-vat">Rao vặt</a></div>
          <div class="menu-top"><ul>{{Each((string[])["Thời sự", "Thế giới", "Pháp luật", "Kinh doanh", "Công nghệ", "Xe", "Nhịp sống trẻ", "Văn hóa", "Giải trí", "Thể thao", "Giáo dục"], name => $"<li class=\"menuli\"><a class=\"nav-link\" href=\"/{name}.htm\">{name}</a></li>")}}</ul></div></div>
        <div class="detail__section"><div class="container"><div class="detail__cmain">
          <div class="detail-top"><div class="detail-cate"><a href="/{{article.Category}}.htm" data-role="cate-name">{{article.Category}}</a></div>
            <div class="detail-time"><div data-role="publishdate">{{article.At("dd/MM/yyyy HH:mm")}} GMT+7</div></div></div>
          <h1 class="detail-title article-title" data-role="title">{{Escape(article.Title)}}</h1>
          <div class="detail-author-share"><div class="author-info"><a class="name" href="/tac-gia/1.htm">{{article.Author}}</a></div><div class="social-buttons"><span>Gửi cho bạn bè</span><span>0</span></div></div>
          <h2 class="detail-sapo" data-role="sapo">TXO - {{Escape(article.Lead)}}</h2>
          <div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" id="main-detail-body">
            {{Each(article.Parts.Take(2), Render)}}
            <div class="VCSortableInPreviewMode" type="RelatedOneNews"><div class="VCObjectBoxRelatedNewsItemImg"><a href="/{{others[0].Slug}}.htm"><img src="t.jpg" alt=""/></a></div>
              <a class="title link-callout" href="/{{others[0].Slug}}.htm">{{Escape(others[0].Title)}}</a><span class="VCObjectBoxRelatedNewsItemSapo">TXO - {{Escape(others[0].Lead)}}</span></div>
            {{Each(article.Parts.Skip(2), Render)}}
          </div>
          <div class="audio-bot"><span>Nghe đọc bài</span><span>0:00</span></div>
          <div class="author-bottom"><div class="item-author"><a href="/tac-gia/1.htm" class="name-author">{{article.Author.ToUpperInvariant()}}</a></div></div>
          <div class="detail-tab"><a href="javascript:;">Bình luận hay</a><a href="javascript:;">Chia sẻ</a></div>
          <div class="detail-tag"><span>Chủ đề:</span>{{Each(article.Tags, tag => $"<a href=\"/{tag}.html\">{Escape(tag)}</a>")}}</div>
          <div class="detail__related"><div class="box-header">Tin liên quan</div>{{Each(others.Take(3), other => $"<div class=\"box-item\"><a class=\"box-title\" href=\"/{other.Slug}.htm\">{Escape(other.Title)}</a><p class=\"box-sapo\">{Escape(other.Lead)}</p></div>")}}</div>
          <section class="comment-wrapper"><h3>Bình luận (3)</h3><textarea>Chia sẻ ý kiến của bạn</textarea>
            <ul class="list-comment"><li class="item-comment"><div class="name">Út Mười</div><div class="contentcomment">Quê tôi cũng có một nơi giống vậy, chỉ tiếc là bây giờ người ta lấp đi rồi, ai còn ảnh cũ cho tôi xin với.</div><div>2 giờ trước</div><a href="javascript:;">Thích</a><a href="javascript:;">Trả lời</a></li></ul></section>
          </div></div>
        <div class="detail__csub"><div class="box-category"><div class="box-category-top"><a href="/">Đọc nhiều</a></div>{{Each(others, other => $"<div class=\"box-category-item\"><a href=\"/{other.Slug}.htm\" title=\"{Escape(other.Title)}\">{Escape(other.Title)}</a></div>")}}</div></div></div></div>
        <div class="footer__b"><div>Giấy phép hoạt động báo điện tử tiếng Việt số 000/GP-BTTTT. Tổng biên tập: Trần Văn Thử. Thông tin tòa soạn: 60A phố Mẫu, TP. Thử Nghiệm. Hotline: 0918.000.000. Email: txo@tuoixanh.example</div><div>© Copyright 2025 TuoiXanh Online, All rights reserved. Tuổi Xanh Online giữ bản quyền nội dung trên website này.</div></div>
        </div></body></html>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"<p>{Escape(paragraph.Text)}</p>\n",
        Part.Subheading subheading => $"<p><b>{Escape(subheading.Text)}</b></p>\n",
        Part.Photo photo => $"<div class=\"VCSortableInPreviewMode\" type=\"Photo\"><div><a href=\"a.jpg\" class=\"detail-img-lightbox\"><img src=\"a.jpg\" alt=\"{Escape(photo.Caption)} - Ảnh 1.\" /></a></div><div class=\"PhotoCMS_Caption\"><p data-placeholder=\"[nhập chú thích]\">{Escape(photo.Caption)} - Ảnh: {photo.Credit.ToUpperInvariant()}</p></div></div>\n",
        Part.Items items => Each(items.Texts, text => $"<p>{Escape(text)}</p>\n"),
        Part.Rows rows => $"<div class=\"VCSortableInPreviewMode\" type=\"content\"><table><thead><tr>{Each(rows.Cells[0], cell => $"<th><p>{Escape(cell)}</p></th>")}</tr></thead><tbody>{Each(rows.Cells.Skip(1), cells => $"<tr>{Each(cells, cell => $"<td><p>{Escape(cell)}</p></td>")}</tr>")}</tbody></table></div>\n",
        _ => "",
    };
}
