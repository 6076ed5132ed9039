namespace Search.Vietnamese.Typing;

/// <summary>What the keys of a word did. Words that only look typed differ from typed ones in this.</summary>
[Flags]
internal enum KeyTraces
{
    None = 0,

    /// <summary>A tone mark was set.</summary>
    Tone = 1,

    /// <summary>A tone mark was replaced by another.</summary>
    Retone = 1 << 1,

    /// <summary>A key removed the tone mark: <c>z</c> or <c>0</c>.</summary>
    ToneRemoved = 1 << 2,

    /// <summary>A letter mark was set; in Telex, by the letter typed twice.</summary>
    LetterMark = 1 << 3,

    /// <summary>Telex: a letter mark was set by a second letter with other keys between: <c>momo</c>.</summary>
    LateMark = 1 << 4,

    /// <summary>Telex: <c>w</c> made a horn or a breve, wherever it stood.</summary>
    Horn = 1 << 5,

    /// <summary>A key that marks is followed by a letter.</summary>
    MarkInside = 1 << 6,

    /// <summary>Two keys or more that mark.</summary>
    TwoMarks = 1 << 7,

    /// <summary>A letter mark was set when there was a tone: <c>cosmo</c>, <c>u17</c>. People type it the other way round.</summary>
    LetterMarkAfterTone = 1 << 8,
}
