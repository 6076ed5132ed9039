using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Syllables;

public sealed class SyllableVectorTests
{
    public static TheoryData<VectorRow> SyllableRows => VectorFile.Rows("syllables.tsv");

    public static TheoryData<VectorRow> PlacementRows => VectorFile.Rows("tone-placement.tsv");

    public static TheoryData<VectorRow> IyRows => VectorFile.Rows("iy.tsv");

    [VectorTheory("syllables.tsv")]
    [MemberData(nameof(SyllableRows), DisableDiscoveryEnumeration = true)]
    public void Syllable_row(VectorRow row)
    {
        bool isSyllable = Syllable.TryParse(NormalizedText.Normalize(row["text"]), out Syllable syllable);
        Assert.Equal(row["valid"] == "1", isSyllable);
        if (isSyllable)
        {
            Assert.Equal((row["onset"], row["rhyme"], row["tone"]), (syllable.Onset, syllable.Rhyme, $"{(int)syllable.Tone}"));
        }
    }

    [VectorTheory("tone-placement.tsv")]
    [MemberData(nameof(PlacementRows), DisableDiscoveryEnumeration = true)]
    public void Tone_placement_row(VectorRow row)
    {
        Assert.Equal(row["canonical"], TonePlacement.Canonical(row["input"]));
        Assert.Equal(row["new_style"], TonePlacement.Canonical(row["input"], ToneStyle.New));
        Assert.Equal(row["canonical_keep_case"], TonePlacement.CanonicalKeepingCase(row["input"]));
    }

    [VectorTheory("iy.tsv")]
    [MemberData(nameof(IyRows), DisableDiscoveryEnumeration = true)]
    public void Iy_row(VectorRow row)
    {
        Assert.Equal(row["equivalent"] == "1", IyVariant.AreEquivalent(row["a"], row["b"]));
        Assert.Equal(row["equivalent"] == "1", IyVariant.AreEquivalent(row["b"], row["a"]));
    }
}
