using System.Collections.Immutable;

namespace Search.Server.Saved;

/// <summary>The saved searches, in memory as in their file. Thread-safe.</summary>
internal sealed class SavedSearches
{
    /// <summary>Each is matched against whatever is written.</summary>
    public const int Most = 1000;

    private const string FileName = "searches.json";

    private readonly SavedFolder _folder;
    private readonly Lock _lock = new();
    private volatile ImmutableSortedDictionary<string, SavedSearch> _searches;

    /// <exception cref="SavedFileException">Their file is damaged.</exception>
    public SavedSearches(SavedFolder folder)
    {
        _folder = folder;
        _searches = (folder.Read<StoredSearches>(FileName)?.Searches ?? []).ToImmutableSortedDictionary(static search => search.Name, static search => search, StringComparer.Ordinal);
    }

    /// <summary>All, by name.</summary>
    public IEnumerable<SavedSearch> All => _searches.Values;

    /// <summary>The one with a name, or <see langword="null"/>.</summary>
    public SavedSearch? Find(string name) => _searches.GetValueOrDefault(name);

    /// <summary>Saves a search in place of the one with its name; durable when it returns.</summary>
    /// <param name="name">The name.</param>
    /// <param name="make">Makes it of the earlier one, if there is one.</param>
    /// <returns>The search, and whether there was none; <see langword="null"/> if there are <see cref="Most"/> others.</returns>
    public (SavedSearch Search, bool IsNew)? Put(string name, Func<SavedSearch?, SavedSearch> make)
    {
        lock (_lock)
        {
            SavedSearch? earlier = Find(name);
            if (earlier is null && _searches.Count >= Most)
            {
                return null;
            }

            SavedSearch search = make(earlier);
            Replace(_searches.SetItem(name, search));
            return (search, earlier is null);
        }
    }

    /// <summary>Removes a search; durable when it returns.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        lock (_lock)
        {
            if (!_searches.ContainsKey(name))
            {
                return false;
            }

            Replace(_searches.Remove(name));
            return true;
        }
    }

    private void Replace(ImmutableSortedDictionary<string, SavedSearch> searches)
    {
        _folder.Write(FileName, new StoredSearches([.. searches.Values]));
        _searches = searches;
    }

    private sealed record StoredSearches(IReadOnlyList<SavedSearch> Searches);
}
