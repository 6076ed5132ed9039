namespace Search.Vietnamese.Typing;

/// <summary>When a typist presses the keys that mark.</summary>
public enum TelexHabit
{
    /// <summary>Letter marks at their letter, the tone after the last letter: <c>ddieenj</c>.</summary>
    ToneLast,

    /// <summary>Letter marks at their letter, the tone after the vowels: <c>ddieejn</c>.</summary>
    ToneAfterVowels,

    /// <summary>All marks after the last letter: <c>dienedj</c>.</summary>
    MarksLast,
}
