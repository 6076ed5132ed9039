using static Search.Ingest.Tests.Pages.Templates.NewsTemplate;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A newspaper's page of about 2005: tables for layout, capital tags, fonts, no metadata; everything in one cell.</summary>
internal static class ThoiNayTemplate
{
    public static string Render(SampleArticle article, IReadOnlyList<SampleArticle> others) => $$"""
        <HTML><HEAD><TITLE>Thời Nay - {{Escape(article.Title)}}</TITLE>
        <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=x-user-defined">
        <SCRIPT LANGUAGE="JavaScript"><!--
        function openMe(url) { window.open(url, '<b>x</b>'); }
        //--></SCRIPT></HEAD>
        <BODY BGCOLOR=#FFFFFF LEFTMARGIN=0 TOPMARGIN=0>
        <TABLE WIDTH=780 BORDER=0 CELLSPACING=0 ALIGN=center><TR><TD COLSPAN=3><IMG SRC="banner.gif" ALT="Thời Nay"></TD></TR>
        <TR BGCOLOR=#003366><TD COLSPAN=3><FONT FACE="VNI-Helve" COLOR=white>&nbsp;<A HREF="index.asp">Trang nhất</A> | <A HREF="xh.asp">Xã hội</A> | <A HREF="kt.asp">Kinh tế</A> | <A HREF="vh.asp">Văn hóa</A> | <A HREF="tt.asp">Thể thao</A> | <A HREF="lienhe.asp">Liên hệ</A> | <A HREF="qc.asp">Quảng cáo</A></FONT></TD></TR>
        <TR VALIGN=top><TD WIDTH=130 BGCOLOR=#EEEEEE><FONT FACE="VNI-Times" SIZE=2>
        {{Each((string[])["Chính trị", "Xã hội", "Kinh tế", "Pháp luật", "Văn hóa", "Thể thao", "Khoa học", "Ô tô - Xe máy", "Bạn đọc viết", "Nhịp cầu nhân ái"], name => $"<P><A HREF=\"muc.asp?m={name.Length}\">{name}</A>\n")}}
        <P><B>Thời tiết</B><BR>Hà Nội: 24 - 31<BR>Huế: 25 - 33<BR>TP HCM: 25 - 34</FONT></TD>
        <TD WIDTH=500><FONT FACE="VNI-Times" SIZE=2><A HREF="muc.asp?m=2">{{article.Category}}</A></FONT><BR>
        <FONT FACE="VNI-Times" SIZE=2 COLOR=#666666>{{article.Weekday}}, {{article.At("dd/MM/yyyy - HH:mm")}}</FONT>
        <P><FONT FACE="VNI-Times" SIZE=5 COLOR=#990000><B>{{Escape(article.Title)}}</B></FONT>
        <P><FONT FACE="VNI-Times" SIZE=3><B>(TN) - {{Escape(article.Lead)}}</B></FONT>
        <FONT FACE="VNI-Times" SIZE=3>
        {{Each(article.Parts, Render)}}
        <P ALIGN=right><B>{{article.Author}}</B>
        </FONT>
        <HR SIZE=1><FONT FACE="VNI-Times" SIZE=2><A HREF="javascript:window.print()">In trang này</A> | <A HREF="javascript:history.back()">Quay lại</A> | <A HREF="guibai.asp">Gửi cho bạn bè</A> | <A HREF="#top">Về đầu trang</A>
        <P><B>Các tin khác:</B>
        <UL>{{Each(others, other => $"<LI><A HREF=\"tin.asp?id={other.Slug.Length}\">{Escape(other.Title)}</A> <FONT COLOR=#999999>({other.At("dd/MM")})</FONT>\n")}}</UL></FONT></TD>
        <TD WIDTH=150><FONT FACE="VNI-Times" SIZE=2><B>Tin đọc nhiều</B><BR>{{Each(others.Take(2), other => $"<A HREF=\"tin.asp?id={other.Slug.Length}\">{Escape(other.Title)}</A><BR>{Escape(other.Lead)}<BR>")}}</FONT></TD></TR>
        <TR><TD COLSPAN=3 ALIGN=center><FONT FACE="VNI-Times" SIZE=1>Cơ quan chủ quản: Một hội không có thật. Giấy phép số 000/GP-BVHTT ngày 1/1/2003.<BR>Tòa soạn: 1 phố Mẫu. Điện thoại: 0000000 - Fax: 0000001<BR>Bản quyền của báo Thời Nay. Ghi rõ nguồn khi đăng lại thông tin từ trang này.</FONT></TD></TR></TABLE>
        </BODY></HTML>
        """;

    private static string Render(Part part) => part switch
    {
        Part.Paragraph paragraph => $"<P ALIGN=justify>{Escape(paragraph.Text)}\n",
        Part.Subheading subheading => $"<P><B>{Escape(subheading.Text)}</B>\n",
        Part.Photo photo => $"<TABLE WIDTH=250 ALIGN=left BORDER=0><TR><TD><IMG SRC=\"a.jpg\" WIDTH=250></TD></TR><TR><TD ALIGN=center><FONT FACE=\"VNI-Helve\" SIZE=2 COLOR=#0000AA>{Escape(photo.Caption)}</FONT></TD></TR></TABLE>\n",
        Part.Items items => $"<P>{Each(items.Texts, text => $"{Escape(text)}<BR>\n")}",
        Part.Rows rows => $"<TABLE BORDER=1 ALIGN=center>{Each(rows.Cells, cells => $"<TR>{Each(cells, cell => $"<TD><FONT FACE=\"VNI-Times\">{Escape(cell)}</FONT>")}\n")}</TABLE>\n",
        _ => "",
    };
}
