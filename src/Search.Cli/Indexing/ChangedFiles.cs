namespace Search.Cli.Indexing;

/// <summary>Which files changed since they were read last, by length and time of the last write. For one thread.</summary>
internal sealed class ChangedFiles
{
    private Dictionary<string, (long Length, DateTime Written)> _read = new(StringComparer.Ordinal);
    private Dictionary<string, (long Length, DateTime Written)> _reading = new(StringComparer.Ordinal);

    /// <summary>Whether a file is to be read in this round. It is noted as it is before it is read: what comes later will be a change.</summary>
    public bool IsWanted(string path)
    {
        if (!_reading.TryGetValue(path, out (long, DateTime) stamp))
        {
            var file = new FileInfo(path);
            _reading[path] = stamp = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
        }

        return !_read.TryGetValue(path, out (long, DateTime) last) || last != stamp;
    }

    /// <summary>Ends a round.</summary>
    /// <param name="isComplete">Whether all that was wanted has been read; else it is wanted again.</param>
    public void EndRound(bool isComplete)
    {
        _read = isComplete ? _reading : _read;
        _reading = new(StringComparer.Ordinal);
    }
}
