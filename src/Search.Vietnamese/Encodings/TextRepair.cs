namespace Search.Vietnamese.Encodings;

/// <summary>Text after repair.</summary>
/// <param name="Text">The repaired text; the instance that was given if nothing was wrong.</param>
/// <param name="Label">The steps that changed something, in their order and joined by <c>+</c>, or <c>-</c>: <c>html</c> for character
/// references, <c>utf8-as-1252</c> for UTF-8 read as Windows-1252, the name of an encoding for its bytes shown as Latin-1.</param>
public sealed record RepairedText(string Text, string Label)
{
    internal const string Unchanged = "-";

    /// <summary>Whether anything was wrong.</summary>
    public bool IsRepaired => Label != Unchanged;
}

/// <summary>Repairs text that is Unicode already but was damaged on its way: HTML character references, UTF-8 read as Windows-1252
/// (<c>CÃ´ng Ä‘oÃ n</c>), bytes of an old encoding shown as Latin-1 (<c>C«ng ®oµn</c>, <c>Coâng ñoaøn</c>).</summary>
/// <remarks>Sound text stays as it is. Thread-safe. O(n); a text with Vietnamese letters beyond Latin-1 is left after a look at its first ones.</remarks>
/// <example><c>TextRepair.Repair("CÃ´ng ty").Text</c> is <c>Công ty</c>.</example>
public static class TextRepair
{
    private const string ReferencesStep = "html";
    private const string MojibakeStep = "utf8-as-1252";

    /// <summary>Repairs a text. Never fails.</summary>
    public static RepairedText Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string label = "";
        string repaired = CharacterReferences.Replace(text);
        Note(ref label, ReferencesStep, !ReferenceEquals(repaired, text));

        string decoded = Mojibake.Undo(repaired);
        Note(ref label, MojibakeStep, !ReferenceEquals(decoded, repaired));
        repaired = decoded;

        if (ShownAsLatin.Detect(repaired) is { } detected)
        {
            Note(ref label, detected.Encoding.Name, true);
            repaired = detected.Text;
        }

        return new(repaired, label.Length == 0 ? RepairedText.Unchanged : label);
    }

    private static void Note(ref string label, string step, bool acted) => label += !acted ? "" : label.Length == 0 ? step : $"+{step}";
}
