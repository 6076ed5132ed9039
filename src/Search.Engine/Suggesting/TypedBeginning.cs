using Search.Vietnamese.Typing;

namespace Search.Engine.Suggesting;

/// <summary>Decodes the keys of a word that is not typed to its end: <c>vieej</c> shows <c>việ</c>, which is no syllable yet.</summary>
/// <remarks>Keys are those of a syllable's beginning if a few more make them a syllable. What the decoder shows for the whole, less what the added
/// keys show, is what the screen would show.</remarks>
internal static class TypedBeginning
{
    /// <summary>What ends a syllable, the frequent ends first.</summary>
    private static readonly string[] Ends = ["", "n", "ng", "nh", "m", "i", "u", "a", "o", "y", "e", "t", "c", "p", "ch"];

    /// <summary>What the keys show; the keys themselves if they are the beginning of no syllable or have no marks.</summary>
    /// <param name="keys">Without white space.</param>
    /// <param name="method">The method of the words before; <see langword="null"/> if they do not say.</param>
    public static string Decode(string keys, TypingMethod? method)
    {
        bool hasDigit = keys.Any(char.IsAsciiDigit);
        return (method, hasDigit) switch
        {
            _ when keys.Length == 0 => keys,
            (TypingMethod.Telex or null, false) => Decode(keys, static text => Telex.Decode(text), 's'),
            (TypingMethod.Vni or null, true) => Decode(keys, static text => Vni.Decode(text), '1'),
            _ => keys,
        };
    }

    private static string Decode(string keys, Func<string, TypedWord> decode, char tone)
    {
        foreach (string end in Ends)
        {
            TypedWord whole = decode(keys + end);
            if (whole.Kind == TypedWordKind.Syllable && whole.Text.EndsWith(end, StringComparison.Ordinal))
            {
                return whole.Text[..^end.Length];
            }
        }

        TypedWord toned = decode(keys + tone);   // a stop needs a tone, which typists give last: vieet shows viêt
        return toned.Kind == TypedWordKind.Syllable ? MarkedPrefix.WithoutTone(toned.Text) : keys;
    }
}
