using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A local newspaper's page of about 2010: one form around everything, generated ids, text copied from a word processor, in TCVN3.</summary>
internal static class SongHaTemplate
{
    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html><head><title>Báo Sông Hạ điện tử</title><meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />
        <style type="text/css">.style1 { font-family: .VnTime; font-size: 14px }</style></head>
        <body class="style1"><form name="aspnetForm" method="post" action="chitiet.aspx?id=1" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTM0" />
        <div id="page"><div id="ctl00_banner"><div>Cơ quan của Đảng bộ tỉnh Sông Hạ - Tiếng nói của đảng bộ, chính quyền và nhân dân</div><div>Thứ ba, 11/02/2014</div></div>
        <div id="ctl00_menu"><table><tr>{{Each((string[])["Trang chủ", "Thời sự", "Kinh tế", "Xã hội", "Văn hóa", "An ninh - Quốc phòng", "Thể thao", "Bạn đọc"], name => $"<td><a href=\"default.aspx?m={name.Length}\">{name}</a></td>")}}</tr></table></div>
        <div id="ctl00_left"><div class="box"><div class="boxtitle">Tin nóng</div>{{Each(others, other => $"<div><a href=\"chitiet.aspx?id={other.Slug.Length}\">{Escape(other.Title)}</a></div>")}}</div>
          <div class="box"><div class="boxtitle">Thăm dò ý kiến</div><div>Bạn đánh giá thế nào về giao diện mới của trang?</div><label><input type="radio" />Đẹp</label><label><input type="radio" />Bình thường</label><input type="button" value="Biểu quyết" /></div></div>
        <div id="ctl00_center"><div id="ctl00_ContentPlaceHolder1_pnl">
          <span id="ctl00_ContentPlaceHolder1_lblChuyenMuc"><a href="default.aspx?m=1">Trang chủ</a> » <a href="default.aspx?m=3">{{article.Category}}</a></span>
          <div><span id="ctl00_ContentPlaceHolder1_lblTieude" style="font-size:20px;font-weight:bold;color:#900">{{Escape(article.Title)}}</span></div>
          <div><span id="ctl00_ContentPlaceHolder1_lblNgay">Cập nhật lúc: {{article.At("HH:mm, dd/MM/yyyy")}} (GMT+7)</span></div>
          <div><span id="ctl00_ContentPlaceHolder1_lblTrichdan" style="font-weight:bold">(BSH) - {{Escape(article.Lead)}}</span></div>
          <div id="ctl00_ContentPlaceHolder1_lblNoidung">
          {{Each(article.Parts, Render)}}
          <p class="MsoNormal" align="right" style="text-align:right"><b><span style="font-size:14pt">Bài, ảnh: {{article.Author}}</span></b><o:p></o:p></p>
          </div>
          <div><a href="#">Gửi tin qua Email</a> | <a href="#">In tin này</a> | <a href="#">Ý kiến bạn đọc</a></div><div>Số lượt xem: 1284</div>
          <div class="tinlq"><b>Tin cùng chuyên mục</b>{{Each(others, other => $"<div>- <a href=\"chitiet.aspx?id={other.Slug.Length}\">{Escape(other.Title)}</a> ({other.At("dd/MM/yyyy")})</div>")}}</div>
        </div></div>
        <div id="ctl00_footer">Báo Sông Hạ điện tử. Giấy phép số 00/GP-BTTTT ngày 1/1/2009 của một bộ không có thật.<br />Trụ sở: số 1, đường Mẫu, thành phố Sông Hạ. Điện thoại: 0000.000.000<br />Ghi rõ nguồn "Báo Sông Hạ điện tử" khi phát hành lại thông tin từ trang này.</div>
        </div></form></body></html>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"<p class=\"MsoNormal\" style=\"text-align:justify;text-indent:36pt\"><span style=\"font-size:14pt\">{Escape(paragraph.Text)}<o:p></o:p></span></p>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n",
        Part.Subheading subheading => $"<p class=\"MsoNormal\"><b><i><span style=\"font-size:14pt\">{Escape(subheading.Text)}</span></i></b></p>\n",
        Part.Photo photo => $"<p align=\"center\" style=\"text-align:center\"><img src=\"a.jpg\" width=\"400\" /></p>\n<p align=\"center\" style=\"text-align:center\"><em>{Escape(photo.Caption)}.</em></p>\n",
        Part.Items items => Each(items.Texts, text => $"<p class=\"MsoNormal\" style=\"margin-left:18pt\">{Escape(text)}</p>\n"),
        Part.Rows rows => $"<table class=\"MsoTableGrid\" border=\"1\">{Each(rows.Cells, cells => $"<tr>{Each(cells, cell => $"<td width=\"100\"><p class=\"MsoNormal\" align=\"center\"><span>{Escape(cell)}<o:p></o:p></span></p></td>")}</tr>\n")}</table>\n",
        _ => "",
    };
}
