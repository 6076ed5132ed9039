using System.Buffers;
using Search.Vietnamese.Folding;

namespace Search.Analysis;

/// <summary>The form in which canonical terms stand in the index: first their letters without marks, then a short code of the marks.</summary>
/// <remarks>
/// <para>Terms that are alike below their marks thus stand side by side in the term dictionary, the unmarked one first: a query typed without
/// marks finds its whole group (<c>doi</c>: đối, đội, đời, …) with one seek, and the dictionary is the vocabulary by folding, with frequencies,
/// in every commit. <c>đối ngoại</c> becomes <c>doi ngoai</c>, <see cref="Separator"/> and four characters.</para>
/// <para>The code: a capital is a marked letter, numbered among the marked forms of its base letter; a small letter skips that many
/// letters (a = 1); letters after the last marked one are not counted. A term with other marks than Vietnamese ones
/// (<c>zürich</c>) has <see cref="Verbatim"/> and the whole canonical term in place of the code.</para>
/// </remarks>
public static class FoldedOrder
{
    /// <summary>Stands between the folded letters and the code; below every character of a term.</summary>
    public const char Separator = '\u0001';

    private const char Verbatim = '!';
    private const int LongestSkip = 26;

    /// <summary>The marked forms of each base letter, in the order of their codes from A.</summary>
    private static readonly string[] MarkedForms =
        ["aáàảãạăắằẳẵặâấầẩẫậ", "dđ", "eéèẻẽẹêếềểễệ", "iíìỉĩị", "oóòỏõọôốồổỗộơớờởỡợ", "uúùủũụưứừửữự", "yýỳỷỹỵ"];

    private static readonly Dictionary<char, (char Base, char Code)> Codes = MarkedForms
        .SelectMany(forms => forms.Skip(1).Select((letter, index) => (letter, forms[0], (char)('A' + index))))
        .ToDictionary(entry => entry.letter, entry => (entry.Item2, entry.Item3));

    private static readonly SearchValues<char> MarkedLetters = SearchValues.Create([.. Codes.Keys]);

    /// <summary>The most characters that a term of a length can take.</summary>
    public static int LongestForm(int termLength) => (2 * termLength) + 2;

    /// <summary>Writes the index form of a canonical term.</summary>
    /// <param name="term">Canonical: NFC, small letters; no control characters.</param>
    /// <param name="destination">At least <see cref="LongestForm"/> characters.</param>
    /// <returns>The characters written.</returns>
    public static int Write(ReadOnlySpan<char> term, Span<char> destination)
    {
        term.CopyTo(destination);
        if (!DiacriticFolding.HasDiacritics(term))
        {
            return term.Length;
        }

        int folded = DiacriticFolding.Fold(destination[..term.Length]);
        destination[folded] = Separator;
        int written = folded + 1;
        return folded == term.Length && WriteCode(term, destination[written..]) is var code and >= 0
            ? written + code
            : written + WriteVerbatim(term, destination[written..]);
    }

    /// <summary>The index form of a canonical term.</summary>
    public static string Of(string term)
    {
        Span<char> form = new char[LongestForm(term.Length)];
        return form[..Write(term, form)].ToString();
    }

    /// <summary>The canonical term behind an index form.</summary>
    /// <exception cref="FormatException">It is no form that <see cref="Write"/> gives.</exception>
    public static string Read(string form)
    {
        int separator = form.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0)
        {
            return form;
        }

        ReadOnlySpan<char> code = form.AsSpan(separator + 1);
        if (code is [Verbatim, ..])
        {
            return code[1..].ToString();
        }

        Span<char> term = form[..separator].ToCharArray();
        int letter = 0;
        foreach (char c in code)
        {
            if (char.IsAsciiLetterLower(c))
            {
                letter += c - 'a' + 1;
            }
            else
            {
                string? forms = letter < term.Length ? Array.Find(MarkedForms, forms => forms[0] == form[letter]) : null;
                if (forms is null || c < 'A' || c - 'A' + 1 >= forms.Length)
                {
                    throw new FormatException($"\"{code}\" is no code of marks on the letters \"{form[..separator]}\".");
                }

                term[letter++] = forms[c - 'A' + 1];
            }
        }

        return term.ToString();
    }

    /// <summary>-1 if the term has a mark without a code.</summary>
    private static int WriteCode(ReadOnlySpan<char> term, Span<char> destination)
    {
        int written = 0;
        int coded = 0;
        while (term[coded..].IndexOfAny(MarkedLetters) is var skip and >= 0)
        {
            if (DiacriticFolding.HasDiacritics(term.Slice(coded, skip)))
            {
                return -1;
            }

            coded += skip;
            for (; skip > 0; skip -= LongestSkip)
            {
                destination[written++] = (char)('a' + Math.Min(skip, LongestSkip) - 1);
            }

            destination[written++] = Codes[term[coded++]].Code;
        }

        return DiacriticFolding.HasDiacritics(term[coded..]) ? -1 : written;
    }

    private static int WriteVerbatim(ReadOnlySpan<char> term, Span<char> destination)
    {
        destination[0] = Verbatim;
        term.CopyTo(destination[1..]);
        return term.Length + 1;
    }
}
