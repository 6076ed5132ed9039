namespace Search.Vietnamese.Typing;

/// <summary>When a typist presses the keys that mark; the examples are Telex and VNI.</summary>
public enum TypingHabit
{
    /// <summary>Letter marks at their letter, the tone after the last letter: <c>ddieenj</c>, <c>d9ie6n5</c>.</summary>
    ToneLast,

    /// <summary>Letter marks at their letter, the tone after the vowels: <c>ddieejn</c>, <c>d9ie65n</c>.</summary>
    ToneAfterVowels,

    /// <summary>All marks after the last letter: <c>diendej</c>, <c>dien965</c>.</summary>
    MarksLast,
}
