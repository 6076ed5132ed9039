namespace Search.Engine.Indexing;

/// <summary>An index that cannot be opened or used; the message is a full sentence for the operator.</summary>
public class IndexException : Exception
{
    /// <summary>Creates the exception.</summary>
    public IndexException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public IndexException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}

/// <summary>The folder holds no index.</summary>
public sealed class IndexNotFoundException(string message) : IndexException(message);

/// <summary>Another process writes the index.</summary>
public sealed class IndexInUseException(string message, Exception? inner) : IndexException(message, inner);

/// <summary>The index was written by another version, or its files are damaged or foreign.</summary>
public sealed class IndexVersionException(string message) : IndexException(message);

/// <summary>The files of the index cannot be read.</summary>
public sealed class IndexDamagedException(string message, Exception? inner) : IndexException(message, inner);

/// <summary>A write to an index that was opened for reading.</summary>
public sealed class IndexReadOnlyException(string message) : IndexException(message);
