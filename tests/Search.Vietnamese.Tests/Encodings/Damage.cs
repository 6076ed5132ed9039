using System.Text;

namespace Search.Vietnamese.Tests.Encodings;

/// <summary>Does to text what careless programs do.</summary>
internal static class Damage
{
    private const string From80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string ShownAsWindows1252(byte[] bytes) =>
        string.Concat(Encoding.Latin1.GetString(bytes).Select(c => c is >= '\u0080' and < '\u00A0' ? From80[c - 0x80] : c));
}
