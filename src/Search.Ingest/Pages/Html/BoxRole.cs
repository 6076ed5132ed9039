using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>What an element holds by its tag and by the names its makers gave it.</summary>
[Flags]
internal enum BoxRole
{
    None = 0,

    /// <summary>Something around the article: menus, lists of other articles, share bars, advertisements.</summary>
    Noise = 1,

    /// <summary>What readers wrote.</summary>
    Comments = 2,

    /// <summary>The caption of a picture.</summary>
    Caption = 4,

    Title = 8,

    Lead = 16,

    Author = 32,

    Date = 64,

    Tags = 128,

    /// <summary>The way to the article through the sections.</summary>
    Breadcrumb = 256,

    /// <summary>The text of the article.</summary>
    Text = 512,

    /// <summary>Something set to the right margin, as names of authors are.</summary>
    Signature = 1024,
}

/// <summary>Reads roles from the names of elements, English and Vietnamese: <c>class="box-tin-lien-quan"</c>, <c>id="lblTieuDe"</c>.</summary>
internal static class BoxRoles
{
    /// <summary>Parts of names long enough to mean the same wherever they stand; compared without separators.</summary>
    private static readonly (BoxRole Role, string[] Parts)[] Parts =
    [
        (BoxRole.Comments, ["comment", "binhluan", "ykienbandoc", "discussion", "disqus"]),
        (BoxRole.Noise, ["related", "lienquan", "sidebar", "quangcao", "advert", "banner", "docnhieu", "xemnhieu", "tinkhac", "tinmoi", "tinnong", "tinlq",
            "cungchuyenmuc", "docthem", "xemthem", "readmore", "seemore", "viewmore", "social", "sharing", "sharebar", "addthis", "footer", "navbar", "navigation",
            "newsletter", "subscribe", "recommend", "pagination", "toolbar", "popup", "modal", "copyright", "mostread", "mostview", "hotnews", "latestnews",
            "othernews", "morenews", "listnews", "thamdo", "khaosat", "survey", "binhchon", "thongke", "truycap", "cactin", "baikhac", "suggest", "trending", "timkiem",
            "audioplayer", "dinhkem", "attachment", "sponsor", "bannerads", "megamenu", "mainmenu", "topmenu"]),
        (BoxRole.Noise | BoxRole.Breadcrumb, ["breadcrumb", "duongdan"]),
        (BoxRole.Breadcrumb, ["chuyenmuc"]),
        (BoxRole.Noise | BoxRole.Tags, ["tukhoa", "tagbox", "boxtag", "taglist", "listtag", "hashtag"]),
        (BoxRole.Caption, ["caption", "chuthich", "imgdesc", "imagedesc", "descimage"]),
        (BoxRole.Title, ["tieude", "headline", "articletitle", "titledetail", "detailtitle", "newstitle", "titlenews", "posttitle", "entrytitle"]),
        (BoxRole.Lead, ["sapo", "trichdan", "tomtat", "chapeau", "gioithieu", "motabaiviet", "standfirst", "headnews"]),
        (BoxRole.Author, ["author", "tacgia", "byline", "journalist", "phongvien"]),
        (BoxRole.Date, ["ngaydang", "publishdate", "publishedat", "pubdate", "datetime", "timestamp", "dateposted", "postdate", "thoigian", "ngaythang", "capnhat"]),
        (BoxRole.Text, ["articlebody", "noidung", "articlecontent", "contentdetail", "detailcontent", "newscontent", "entrycontent", "postcontent", "maincontent", "chitiet"]),
    ];

    /// <summary>Whole words of names; the same letters inside a longer word mean nothing.</summary>
    private static readonly FrozenDictionary<string, BoxRole> Words = new (BoxRole Role, string[] Words)[]
    {
        (BoxRole.Comments, ["cmt", "cmts", "reply", "replies"]),
        (BoxRole.Noise, ["nav", "menu", "ads", "ad", "adv", "qc", "foot", "aside", "share", "fb", "zalo", "vote", "poll", "rating", "print", "tool", "tools", "login",
            "search", "audio", "widget", "promo", "toc", "follow"]),
        (BoxRole.Noise | BoxRole.Tags, ["tag", "tags", "keyword", "keywords"]),
        (BoxRole.Title, ["title", "headline"]),
        (BoxRole.Lead, ["lead", "summary", "description", "intro", "abstract", "excerpt", "desc"]),
        (BoxRole.Author, ["writer", "reporter"]),
        (BoxRole.Date, ["date", "time", "ngay", "published"]),
        (BoxRole.Text, ["content", "body", "article", "detail", "fck"]),
    }.SelectMany(static group => group.Words.Select(word => (word, group.Role))).ToFrozenDictionary(static pair => pair.word, static pair => pair.Role, StringComparer.Ordinal);

    /// <summary>The roles of an element by itself; what its ancestors say is not looked at.</summary>
    public static BoxRole Of(IElement element)
    {
        BoxRole role = OfTag(element) | OfName(element.GetAttribute("itemprop")) | OfName(element.GetAttribute("class")) | OfName(element.Id)
            | (element.LocalName == "div" ? OfName(element.GetAttribute("type")) : BoxRole.None);
        bool isRight = element.GetAttribute("align") is "right" || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("text-align:right", StringComparison.OrdinalIgnoreCase) is true;
        role |= isRight ? BoxRole.Signature : BoxRole.None;
        return role | (element.GetAttribute("rel") switch
        {
            "tag" => BoxRole.Tags,
            "author" => BoxRole.Author,
            _ => BoxRole.None,
        });
    }

    private static BoxRole OfTag(IElement element) => element.LocalName switch
    {
        "nav" or "aside" or "footer" or "menu" => BoxRole.Noise,
        "figcaption" => BoxRole.Caption,
        "time" => BoxRole.Date,
        "article" => BoxRole.Text,
        _ => element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search" ? BoxRole.Noise : BoxRole.None,
    };

    private static BoxRole OfName(string? name)
    {
        const int LongestName = 300;
        if (string.IsNullOrEmpty(name) || name.Length > LongestName)
        {
            return BoxRole.None;
        }

        string letters = string.Concat(name.Where(static c => c == ' ' || char.IsAsciiLetter(c))).ToLowerInvariant();
        BoxRole role = BoxRole.None;
        foreach ((BoxRole partRole, string[] parts) in Parts)
        {
            role |= Array.Exists(parts, part => letters.Contains(part, StringComparison.Ordinal)) ? partRole : BoxRole.None;
        }

        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isBorder = i == name.Length || !char.IsAsciiLetter(name[i]) || (char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]));
            if (isBorder)
            {
                bool isCondition = i < name.Length && name[i] == ':';   // print:hidden
                role |= isCondition ? BoxRole.None : Words.GetValueOrDefault(name[start..i].TrimStart('-', '_', ' ').ToLowerInvariant());
                start = i;
            }
        }

        return role;
    }
}
