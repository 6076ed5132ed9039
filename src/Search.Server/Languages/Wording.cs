namespace Search.Server.Languages;

/// <summary>The same words for people in both languages.</summary>
internal readonly record struct Wording(string English, string Vietnamese)
{
    /// <summary>Words that exist in English only, such as those of the libraries.</summary>
    public static Wording EnglishOnly(string english) => new(english, english);

    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.Vietnamese ? Vietnamese : English;
}
