using System.Collections.Frozen;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Unicode;

/// <summary>Canonical decomposition and composition of Latin letters from the library's own tables, which give the same result on every
/// machine: <c>string.Normalize</c> returns its input unchanged under invariant globalization.</summary>
/// <remarks>The algorithm of the Unicode Standard, section 3.11, over the letters of <c>latin-compositions.tsv</c>; code points
/// outside the tables pass unchanged. Thread-safe.</remarks>
internal static class Composition
{
    /// <summary>More combining marks than this on one letter are sorted by the library, not by insertion.</summary>
    private const int InsertionSortLimit = 32;

    private static readonly FrozenDictionary<char, (char First, char Second)> Decomposed;
    private static readonly FrozenDictionary<(char First, char Second), char> Composed;
    private static readonly FrozenDictionary<char, byte> CombiningClasses =
        EmbeddedTable.Rows("combining-classes.tsv").ToFrozenDictionary(row => (char)EmbeddedTable.CodePoint(row[0]), row => byte.Parse(row[1], null));

    static Composition()
    {
        var pairs = EmbeddedTable.Rows("latin-compositions.tsv")
            .Select(row => (Letter: (char)EmbeddedTable.CodePoint(row[0]), First: (char)EmbeddedTable.CodePoint(row[1]), Second: (char)EmbeddedTable.CodePoint(row[2])))
            .ToList();
        Decomposed = pairs.ToFrozenDictionary(pair => pair.Letter, pair => (pair.First, pair.Second));
        Composed = pairs.ToFrozenDictionary(pair => (pair.First, pair.Second), pair => pair.Letter);
    }

    /// <summary>Appends the full canonical decomposition of one character.</summary>
    public static void Decompose(char c, List<char> output)
    {
        if (Decomposed.TryGetValue(c, out (char First, char Second) parts))
        {
            Decompose(parts.First, output);
            output.Add(parts.Second);
        }
        else
        {
            // The deprecated tone marks U+0340 and U+0341 are canonically the same as U+0300 and U+0301.
            output.Add(c switch { '\u0340' => '\u0300', '\u0341' => '\u0301', _ => c });
        }
    }

    /// <summary>Reorders the marks canonically and composes, in place: NFC of a fully decomposed cluster.</summary>
    public static void Compose(List<char> cluster)
    {
        Reorder(cluster);
        int starter = -1;
        int lastClass = 0;
        int written = 0;
        for (int i = 0; i < cluster.Count; i++)
        {
            char c = cluster[i];
            int combiningClass = CombiningClass(c);
            bool blocked = starter < 0 || (written - 1 > starter && (lastClass == 0 || lastClass >= combiningClass));
            if (!blocked && Composed.TryGetValue((cluster[starter], c), out char composed))
            {
                cluster[starter] = composed;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = written;
            }

            lastClass = combiningClass;
            cluster[written++] = c;
        }

        cluster.RemoveRange(written, cluster.Count - written);
    }

    private static int CombiningClass(char c) => CombiningClasses.GetValueOrDefault(c);

    /// <summary>Sorts every run of marks by combining class, equal classes in their order.</summary>
    private static void Reorder(List<char> cluster)
    {
        if (cluster.Count > InsertionSortLimit)
        {
            int start = 0;
            while (start < cluster.Count)
            {
                int end = start;
                while (end < cluster.Count && CombiningClass(cluster[end]) != 0)
                {
                    end++;
                }

                char[] sorted = [.. cluster.GetRange(start, end - start).OrderBy(CombiningClass)];
                sorted.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cluster)[start..end]);
                start = end + 1;
            }

            return;
        }

        for (int i = 1; i < cluster.Count; i++)
        {
            char mark = cluster[i];
            int combiningClass = CombiningClass(mark);
            int j = i;
            while (combiningClass != 0 && j > 0 && CombiningClass(cluster[j - 1]) > combiningClass)
            {
                cluster[j] = cluster[j - 1];
                j--;
            }

            cluster[j] = mark;
        }
    }
}
