namespace Search.Vietnamese.Syllables;

/// <summary>The tone mark of a syllable; the numbers are the digits of the VNI typing method.</summary>
public enum ToneMark : byte
{
    /// <summary>No mark: ngang.</summary>
    None = 0,

    /// <summary>Acute: sắc.</summary>
    Sac = 1,

    /// <summary>Grave: huyền.</summary>
    Huyen = 2,

    /// <summary>Hook above: hỏi.</summary>
    Hoi = 3,

    /// <summary>Tilde: ngã.</summary>
    Nga = 4,

    /// <summary>Dot below: nặng.</summary>
    Nang = 5,
}

/// <summary>A written Vietnamese syllable (tiếng): onset, rhyme and one tone.</summary>
/// <remarks>17,604 of them are possible, some 7,000 are in use. Source: Đoàn Thiện Thuật, <i>Ngữ âm tiếng Việt</i>;
/// Hoàng Phê (ed.), <i>Từ điển vần</i>.</remarks>
public readonly record struct Syllable
{
    private readonly byte _onset;
    private readonly byte _rhyme;

    internal Syllable(int onset, int rhyme, ToneMark tone)
    {
        _onset = (byte)onset;
        _rhyme = (byte)rhyme;
        Tone = tone;
    }

    /// <summary>The consonant before the rhyme, small letters; empty where there is none. <c>qu</c> and <c>gi</c> are onsets.</summary>
    public string Onset => SyllableGrammar.Onset(_onset);

    /// <summary>Vowels and final consonant with their letter marks, without the tone; small letters.</summary>
    public string Rhyme => SyllableGrammar.Rhyme(_rhyme).Text;

    /// <summary>The tone.</summary>
    public ToneMark Tone { get; }

    /// <summary>Takes a syllable apart. The place of the tone mark is not checked: <c>hoà</c> and <c>hòa</c> are the same syllable.</summary>
    /// <param name="text">NFC letters, in either case.</param>
    /// <param name="syllable">The parts, if it is one.</param>
    /// <returns><see langword="false"/> for what Vietnamese spelling cannot give, for two tones, and for an open tone on a stop
    /// (<c>mat</c>, <c>viêt</c>).</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Syllable syllable) =>
        SyllableGrammar.TryParse(text, out syllable, out _) && !SyllableGrammar.IsUnmarkedStop(syllable);

    /// <summary>Whether <see cref="TryParse"/> succeeds.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> text) => TryParse(text, out _);

    /// <summary>Whether these ASCII letters are some syllable without its marks (<c>viet</c>, <c>duong</c>), in either case.</summary>
    public static bool IsShape(ReadOnlySpan<char> text) => SyllableGrammar.IsShape(text);

    /// <summary>The onset and rhyme without the tone.</summary>
    public override string ToString() => $"{Onset}|{Rhyme}|{(int)Tone}";

    internal int RhymeIndex => _rhyme;
}
