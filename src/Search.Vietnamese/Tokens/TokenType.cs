namespace Search.Vietnamese.Tokens;

/// <summary>What a token is. A <i>composite</i> spans tokens that follow it, its parts.</summary>
public enum TokenType : byte
{
    /// <summary>A Vietnamese syllable, with or without its marks.</summary>
    Syllable,

    /// <summary>Any other letters: a foreign word, a name.</summary>
    Word,

    /// <summary>Two or more capitals that are no syllable: LĐLĐ.</summary>
    Acronym,

    /// <summary>A number in canonical form: 27.000 is <c>27000</c>, 81,2 is <c>81.2</c>.</summary>
    Number,

    /// <summary>Letters and digits mixed: U23, 5G; a composite where both parts say something (Covid19, 10kg).</summary>
    Alphanumeric,

    /// <summary>Composite: a document number, 15/NQ-BCH.</summary>
    DocumentNumber,

    /// <summary>Composite: a date, <c>2023-11-30</c>, <c>2023-11</c> or <c>--11-30</c>.</summary>
    Date,

    /// <summary>Composite: dotted numbers that are no number, 2.0.1.</summary>
    Version,

    /// <summary>Composite: a web address, without its scheme.</summary>
    Url,

    /// <summary>Composite: a mail address.</summary>
    Email,

    /// <summary>Composite: #CôngĐoàn.</summary>
    Tag,

    /// <summary>One Chinese ideograph.</summary>
    Han,

    /// <summary>The value of a Roman numeral, at the place of its letters: XIII is also <c>13</c>.</summary>
    Roman,

    /// <summary>Composite: letters over a sign, glued: TP.HCM is <c>tphcm</c>, Mác-xít <c>mácxít</c>.</summary>
    Join,

    /// <summary>Composite: letters and digits over a sign, glued: U.23 is <c>u23</c>, Covid-19 <c>covid19</c>.</summary>
    Code,
}

/// <summary>The short names of token types in answers and test vectors.</summary>
public static class TokenTypes
{
    private static readonly string[] Names =
        ["syl", "word", "acr", "num", "alnum", "doc", "date", "ver", "url", "email", "tag", "han", "roman", "join", "code"];

    /// <summary>The short name: <c>syl</c>, <c>doc</c>, ….</summary>
    public static string Name(this TokenType type) => Names[(int)type];
}
