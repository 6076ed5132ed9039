using Search.Vietnamese.Words;

namespace Search.Engine.Acronyms;

/// <summary>The index term of what an article says an acronym stands for: the definition and where the article is from.</summary>
internal static class DefinitionTerm
{
    /// <summary>UTF-16 code units; Lucene refuses terms over 32,766 bytes, and nothing this long is the name of anything.</summary>
    private const int Longest = 1000;

    private const char Separator = '\u001F';

    /// <summary>The term; <see langword="null"/> for a definition that is too long.</summary>
    public static string? Of(AcronymDefinition definition, string? source)
    {
        string term = string.Join(Separator, definition.Acronym, definition.LongForm, definition.Skipped, definition.Loose, source);
        return term.Length <= Longest ? term : null;
    }

    /// <summary>The definition and source of a term.</summary>
    public static (AcronymDefinition Definition, string Source) Read(string term)
    {
        string[] parts = term.Split(Separator, 5);
        return (new(parts[0], parts[1], Number(parts[2]), Number(parts[3])), parts[4]);
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
