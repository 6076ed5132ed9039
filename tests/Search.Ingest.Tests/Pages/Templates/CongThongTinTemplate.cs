using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A page of a public body's portal: portlets, no metadata, line breaks for paragraphs, attached files, in Windows-1258.</summary>
internal static class CongThongTinTemplate
{
    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <html><head><meta http-equiv="content-type" content="text/html; charset=windows-1258"><title>Chi tiết tin - Cổng thông tin điện tử huyện Bãi Ngang</title>
        <meta name="description" content="Cổng thông tin điện tử huyện Bãi Ngang: giới thiệu, tin tức, văn bản, dịch vụ công trực tuyến"></head>
        <body><div id="wrapper"><div id="banner"><h1 class="site-title"><a href="/">CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BÃI NGANG</a></h1></div>
        <div id="navigation"><ul>{{Each((string[])["Giới thiệu", "Tin tức - Sự kiện", "Văn bản", "Thủ tục hành chính", "Công khai ngân sách", "Hỏi đáp", "Liên hệ"], name => $"<li><a href=\"/web/{name.Length}\"><span>{name}</span></a></li>")}}</ul></div>
        <div class="columns-2" id="main-content"><div class="portlet-column" id="column-1">
          <div class="portlet"><div class="portlet-topper"><span>Thông tin cần biết</span></div><ul><li><a href="#">Lịch công tác tuần</a></li><li><a href="#">Lịch tiếp công dân</a></li><li><a href="#">Thông báo mời thầu</a></li></ul></div>
          <div class="portlet"><div class="portlet-topper"><span>Thống kê truy cập</span></div><div>Đang truy cập: 12</div><div>Hôm nay: 340</div><div>Tổng lượt truy cập: 1.204.377</div></div></div>
        <div class="portlet-column" id="column-2"><div class="portlet-boundary portlet-nested"><div class="portlet-body">
          <div class="duongdan"><a href="/">Trang chủ</a> / <a href="/tin">Tin tức - Sự kiện</a> / <a href="/tin/1">{{article.Category}}</a></div>
          <div class="tieude-tin"><h3>{{Escape(article.Title)}}</h3></div>
          <div class="ngay">{{article.Weekday}}, {{article.At("d/M/yyyy, HH:mm")}} (GMT+7)</div>
          <div class="cochu">Cỡ chữ: <a href="#">A-</a> <a href="#">A</a> <a href="#">A+</a> <a href="#">Đọc bài viết</a></div>
          <div class="gioithieu">{{Escape(article.Lead)}}</div>
          <div class="journal-content-article">
          {{Each(article.Parts, Render)}}
          <div style="text-align: right;"><strong>{{article.Author}}</strong></div>
          </div>
          <div class="dinhkem">Tệp đính kèm: <a href="a.pdf">118-hd-sxd.pdf</a> (240 KB)</div>
          <div class="asset"><span>Lượt xem: 512</span> <a href="#">In bài viết</a> <a href="#">Chia sẻ lên Facebook</a></div>
          <div class="cactinkhac"><p>Các tin khác</p>{{Each(others, other => $"<p><a href=\"/tin/{other.Slug}\">{Escape(other.Title)}</a> <i>({other.At("dd/MM/yyyy")})</i></p>")}}</div>
        </div></div></div></div>
        <div id="footer"><p>Cơ quan quản lý: Ủy ban nhân dân huyện Bãi Ngang. Chịu trách nhiệm nội dung: Chánh Văn phòng.</p><p>Địa chỉ: thị trấn Bãi Ngang. Điện thoại: 0000.000.000. Email: vanphong@bainangang.example</p></div>
        </div></body></html>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"{Escape(paragraph.Text)}<br><br>\n",
        Part.Subheading subheading => $"<b>{Escape(subheading.Text)}</b><br><br>\n",
        Part.Photo photo => $"<div style=\"text-align:center\"><img src=\"a.jpg\"><br><i>{Escape(photo.Caption)} (Ảnh: {photo.Credit})</i></div><br>\n",
        Part.Items items => $"{Each(items.Texts, text => $"{Escape(text)}<br>\n")}<br>\n",
        Part.Rows rows => $"<table border=1>{Each(rows.Cells, cells => $"<tr>{Each(cells, cell => $"<td>{Escape(cell)}</td>")}</tr>")}</table><br>\n",
        _ => "",
    };
}
