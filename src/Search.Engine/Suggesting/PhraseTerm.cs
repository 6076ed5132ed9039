using System.Globalization;
using Search.Analysis;
using Search.Engine.Articles;

namespace Search.Engine.Suggesting;

/// <summary>The form in which a phrase stands in the index: in <see cref="FoldedOrder"/>, followed by a code of how it is written.</summary>
/// <remarks>The code has for each word <c>l</c> (small letters), <c>T</c> (a capital first), <c>U</c> (capitals) or <c>x</c>, the capitals
/// as a hexadecimal mask and <c>;</c> — and before every word but the first the sign that joins it, if that is no space. Trailing <c>l</c> are
/// left out: most phrases have no code at all. So all spellings of a phrase are neighbours, and articles that write it alike share a term.</remarks>
internal static class PhraseTerm
{
    /// <summary>Stands before the code; below every character of a term but <see cref="FoldedOrder.Separator"/>.</summary>
    public const char Separator = '\u0002';

    /// <summary>The index form of tokens side by side.</summary>
    public static string Of(ArticleTokens tokens, int start, int length)
    {
        var words = new System.Text.StringBuilder(tokens.TermOf(tokens[start]));
        bool isPlain = tokens[start].Capitals == 0;
        for (int i = start + 1; i < start + length; i++)
        {
            words.Append(' ').Append(tokens.TermOf(tokens[i]));
            isPlain &= tokens[i] is { Capitals: 0, Joint: ' ' };
        }

        string form = FoldedOrder.Of(words.ToString());
        string code = isPlain ? "" : CodeOf(tokens, start, length);
        return code.Length == 0 ? form : $"{form}{Separator}{code}";
    }

    /// <summary>The canonical phrase behind an index form, and the phrase as it is written.</summary>
    public static (string Canonical, string Written) Read(string form)
    {
        string canonical = Canonical(form);
        int separator = form.IndexOf(Separator, StringComparison.Ordinal);
        return (canonical, separator < 0 ? canonical : Write(canonical, form.AsSpan(separator + 1)));
    }

    /// <summary>The canonical phrase behind an index form.</summary>
    public static string Canonical(string form) =>
        FoldedOrder.Read(form.IndexOf(Separator, StringComparison.Ordinal) is var separator and >= 0 ? form[..separator] : form);

    private static string CodeOf(ArticleTokens tokens, int start, int length)
    {
        var code = new System.Text.StringBuilder();
        int needed = 0;
        for (int i = start; i < start + length; i++)
        {
            ArticleToken token = tokens[i];
            if (i > start && token.Joint != ' ')
            {
                code.Append(token.Joint);
            }

            int letters = tokens.TermOf(token).Length;
            uint all = letters >= 32 ? uint.MaxValue : (1u << letters) - 1;
            _ = token.Capitals switch
            {
                0 => code.Append('l'),
                1 => code.Append('T'),
                var capitals when capitals == all => code.Append('U'),
                var capitals => code.Append('x').Append(capitals.ToString("x", CultureInfo.InvariantCulture)).Append(';'),
            };
            needed = code[^1] == 'l' && (code.Length < 2 || code[^2] is 'l' or 'T' or 'U' or ';') ? needed : code.Length;
        }

        return code.ToString(0, needed);
    }

    private static string Write(string canonical, ReadOnlySpan<char> code)
    {
        var written = new System.Text.StringBuilder();
        foreach (string word in canonical.Split(' '))
        {
            if (written.Length > 0)
            {
                written.Append(ReadJoint(ref code));
            }

            uint capitals = ReadCapitals(ref code, word.Length);
            for (int i = 0; i < word.Length; i++)
            {
                bool isCapital = i < 32 && (capitals & (1u << i)) != 0;
                written.Append(isCapital ? char.ToUpperInvariant(word[i]) : word[i]);
            }
        }

        return written.ToString();
    }

    private static string ReadJoint(ref ReadOnlySpan<char> code)
    {
        if (code is [] or ['l' or 'T' or 'U' or 'x', ..])
        {
            return " ";
        }

        char joint = code[0];
        code = code[1..];
        return joint switch { ArticleTokens.Glued => "", ArticleTokens.Dash => " - ", _ => joint.ToString() };
    }

    private static uint ReadCapitals(ref ReadOnlySpan<char> code, int letters)
    {
        if (code is [])
        {
            return 0;
        }

        char form = code[0];
        int end = form == 'x' ? code.IndexOf(';') : 0;
        uint capitals = form switch
        {
            'T' => 1,
            'U' => letters >= 32 ? uint.MaxValue : (1u << letters) - 1,
            'x' => uint.Parse(code[1..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            _ => 0,
        };
        code = code[(end + 1)..];
        return capitals;
    }
}
