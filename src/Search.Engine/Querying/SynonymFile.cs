namespace Search.Engine.Querying;

/// <summary>The file in which an operator keeps synonyms. Thread-safe.</summary>
internal sealed class SynonymFile
{
    /// <summary>How often the file is looked at.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly string? _path;
    private readonly TimeProvider _time;
    private long _lastPoll;
    private State _state;

    /// <summary>Reads the file, if it exists.</summary>
    /// <exception cref="SynonymsException">It cannot be read.</exception>
    public SynonymFile(string? path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _lastPoll = time.GetTimestamp();
        _state = Read(LastWrite());
    }

    private sealed record State(DateTime? Written, SynonymList Synonyms, string? Problem);

    /// <summary>Why the file as it is now is not used; <see langword="null"/> if it is.</summary>
    public string? Problem => _state.Problem;

    /// <summary>The synonyms as the file has them, or as it had them before somebody wrote something into it that is no rule.</summary>
    public SynonymList Current
    {
        get
        {
            if (_path is not null && _time.GetElapsedTime(Volatile.Read(ref _lastPoll)) > PollInterval)
            {
                Volatile.Write(ref _lastPoll, _time.GetTimestamp());
                DateTime? written = LastWrite();
                if (written != _state.Written)
                {
                    try
                    {
                        _state = Read(written);
                    }
                    catch (SynonymsException failure)
                    {
                        _state = _state with { Written = written, Problem = failure.Message };   // until it is mended
                    }
                }
            }

            return _state.Synonyms;
        }
    }

    private DateTime? LastWrite() => File.Exists(_path) ? File.GetLastWriteTimeUtc(_path) : null;

    private State Read(DateTime? written)
    {
        try
        {
            return new(written, _path is null || written is null ? SynonymList.Empty : SynonymList.Parse(File.ReadLines(_path)), Problem: null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new SynonymsException($"The synonyms in {_path} cannot be read: {failure.Message}", failure);
        }
    }
}

/// <summary>A file of synonyms that cannot be read.</summary>
public sealed class SynonymsException(string message, Exception inner) : Exception(message, inner);
