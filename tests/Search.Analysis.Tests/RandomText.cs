using CsCheck;

namespace Search.Analysis.Tests;

/// <summary>Random Vietnamese text in NFC, NFD and mixtures, with composites, foreign scripts, invisible characters and damage.</summary>
public static class RandomText
{
    private static readonly string[] Words =
    [
        "công", "đoàn", "đối", "ngoại", "đường", "đương", "dương", "duong", "doi", "ĐỐI", "Việt", "Nam", "hoà", "hòa", "thuỷ", "của", "là", "và", "a", "ô",
        "đo\u0302\u0301i", "ngoa\u0323i", "vie\u0323\u0302t", "vie\u0302\u0323t", "a\u0301\u0302m", "du\u031bo\u031b\u0300ng", "\u00d0ảng", "d\u0336o", "HO\u0300A", "nguo\u031b\u0300i",
        "café", "zürich", "Sêrêpôk", "Đắk", "O'Neal", "I\u0307stanbul", "Mác-xít", "vắc-xin", "LĐLĐ", "TP.HCM", "XIII", "khóa", "V", "R&D", "Covid-19", "covid19", "10kg", "G20",
        "16-KL/TW", "15/NQ-BCH", "30/2020/NĐ-CP", "30/11/2023", "30/11", "11/2023", "27.000", "81,2", "2.0.1", "007", "2018-2023", "№5", "½", "m²", "10²", "%", "₫",
        "https://vnexpress.net/a-b/?x=1", "http://localhost/", "http://a.vn/\u0001x", "a@b.vn", "#CôngĐoàn", "#vietnam", "漢字", "ไทย", "Москва", "\ud83d\ude00", "\ud835\udc00bc", "ﬁt", "Ⅷ", "ＡＢＣ",
    ];

    private static readonly string[] Signs =
    [
        " ", " ", " ", " ", "  ", "\u00a0", "\n", "\r\n", "\n\n", "\u2028", "\t", ". ", "! ", "? ", "… ", ".", ",", ", ", ":", ";", "-", " - ", "–", "/", "'", "\"", "“", "”", "(", ")", "[", "<", "&", "@", "#", "_",
        "\u200b", "\u200d", "\u00ad", "\ufeff", "\u0301", "\u0323", "\u031b", "\u0340", "\u20dd", "\ud800", "\udc00", "\0", "\u0001", "\u001f", "\u007f", "\uffff",
    ];

    /// <summary>Texts of up to 40 pieces.</summary>
    public static readonly Gen<string> Any = Pieces(40);

    /// <summary>Short texts: up to 8 pieces.</summary>
    public static readonly Gen<string> Brief = Pieces(8);

    private static Gen<string> Pieces(int most) =>
        Gen.Frequency(
            (6, OneOf(Words)),
            (5, OneOf(Signs)),
            (1, Gen.Char.Select(c => c.ToString())))
        .Array[0, most].Select(string.Concat);

    private static Gen<string> OneOf(string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}
