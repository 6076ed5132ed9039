using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Search.Ingest.Pages;

/// <summary>The lines that stand on many pages of one site, learned from all of its pages: promotions inside the text, menus, imprints.</summary>
/// <remarks>
/// <para>Pages are read twice: once to learn (<see cref="Learn"/>), once for their articles (<see cref="Of"/>). So what becomes of a page does not depend
/// on the order in which pages are read, nor on where a reading was interrupted.</para>
/// <para>A line repeats if it stands on at least four pages of its site and on at least n^¾ of its n pages: on 4 of 4, 6 of 10, 32 of 100, 178 of 1,000. The
/// share falls as the site grows, for a site of twenty years has changed its pages several times, and what a thousand pages share was not
/// written a thousand times. Sites with fewer than four pages are left as they are.</para>
/// <para>A site is a host, or for pages without an address the folder they lie in. Lines are compared without marks, case and punctuation, by a 64-bit hash.
/// Memory is bounded: there are at most 2^20 counters, about 32 MiB; beyond that, lines seen once so far are forgotten, then those seen twice …</para>
/// <para>Learning may be done by several threads; reading too, but not while learning.</para>
/// </remarks>
/// <param name="mostCounters">How many lines are counted at most.</param>
internal sealed class SiteBoilerplate(int mostCounters = 1 << 20)
{
    private const int FewestPages = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, int> _pages = [];
    private readonly Dictionary<ulong, int> _counts = [];

    /// <summary>Whether pages are still read to learn from them.</summary>
    public bool IsLearning { get; private set; } = true;

    /// <summary>The site of a page.</summary>
    /// <param name="url">Its address, absolute, or <see langword="null"/>.</param>
    /// <param name="name">Where it lies.</param>
    public static string SiteOf(string? url, string name) => url is null ? Path.GetDirectoryName(name) ?? "" : new Uri(url).Host;

    /// <summary>Counts the lines of a page, each once.</summary>
    public void Learn(string site, IEnumerable<PageLine> lines)
    {
        ulong[] hashes = [.. lines.Where(static line => line.Key.Length > 0).Select(line => HashOf(site, line.Key)).Distinct()];
        lock (_lock)
        {
            ulong page = HashOf(site, "");
            _pages[page] = _pages.GetValueOrDefault(page) + 1;
            foreach (ulong hash in hashes)
            {
                _counts[hash] = _counts.GetValueOrDefault(hash) + 1;
            }

            for (int rarest = 1; _counts.Count > mostCounters; rarest++)
            {
                Forget(rarest);
            }
        }
    }

    /// <summary>Ends learning; forgets what is too rare to repeat.</summary>
    public void EndLearning()
    {
        Forget(FewestPages - 1);
        IsLearning = false;
    }

    /// <summary>The lines that stand on many pages of a site.</summary>
    public RepeatedLines Of(string site)
    {
        int pages = _pages.GetValueOrDefault(HashOf(site, ""));
        double fewest = Math.Max(FewestPages, Math.Pow(pages, 0.75));
        return pages < FewestPages ? RepeatedLines.None : new(line => line.Key.Length > 0 && _counts.GetValueOrDefault(HashOf(site, line.Key)) >= fewest);
    }

    private void Forget(int rarest)
    {
        foreach ((ulong hash, int count) in _counts)
        {
            if (count <= rarest)
            {
                _counts.Remove(hash);
            }
        }
    }

    private static ulong HashOf(string site, string key) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{site}\n{key}")));
}
