namespace Search.Vietnamese.Typing;

/// <summary>What the keys of one word give.</summary>
public enum TypedWordKind
{
    /// <summary>No syllable: the text is the keys.</summary>
    Keys,

    /// <summary>A Vietnamese syllable, its tone mark in the canonical place, each letter in the case of the key that made it.</summary>
    Syllable,

    /// <summary>A key typed twice took its mark off again, which is how one writes a foreign word with an input method on (<c>tesst</c>).
    /// The text is what the screen would show. For search it says little: <c>boss</c> is no <c>bos</c>.</summary>
    Undone,
}

/// <summary>A word that was typed without an input method, as the method would have shown it.</summary>
/// <param name="Text">The word; NFC.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TypedWord(string Text, TypedWordKind Kind);
