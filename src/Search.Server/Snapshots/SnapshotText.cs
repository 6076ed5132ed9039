using Search.Engine.Snapshots;

namespace Search.Server.Snapshots;

/// <summary>Sentences on snapshots.</summary>
internal static class SnapshotText
{
    /// <summary>Names the snapshots that may hold a text that was removed from the index.</summary>
    public static string StillHolding(SnapshotFolder snapshots)
    {
        string names = string.Join(", ", snapshots.List().Select(static snapshot => snapshot.Name));
        return names.Length == 0
            ? "There are no snapshots; backups made before still hold it."
            : $"These snapshots, and backups made before, may still hold it: {names}. Remove them from {snapshots.Path} when they are not needed any more.";
    }
}
