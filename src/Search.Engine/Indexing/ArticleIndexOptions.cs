using System.ComponentModel.DataAnnotations;

namespace Search.Engine.Indexing;

/// <summary>How an index is opened.</summary>
public sealed class ArticleIndexOptions
{
    /// <summary>The folder of the index. It is created if it does not exist, unless <see cref="ReadOnly"/>.</summary>
    [Required]
    public required string Path { get; init; }

    /// <summary>Memory for buffered articles before they are written to a segment, in MiB (2^20 bytes). While one buffer is written, for which it takes half as much
    /// more, another is filled.</summary>
    /// <value>16 to 2048. Default 64.</value>
    [Range(16, 2048)]
    public int RamBufferMebibytes { get; init; } = 64;

    /// <summary>How many threads analyze the articles of a batch.</summary>
    /// <value>1 to 256. Default: the number of processors.</value>
    [Range(1, 256)]
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Opens the index for reading only, beside a process that may be writing it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the dictionary of suggestions is made after each commit, or only when suggestions are asked for: a process that just fills an index needs none.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool SuggestsAhead { get; init; } = true;

    /// <summary>A file of synonyms, read again when it changes; <see langword="null"/> for none. It need not exist.</summary>
    public string? SynonymsPath { get; init; }

    /// <summary>How long the state of the index that a cursor points into is kept after its last use.</summary>
    /// <value>One second to one hour. Default five minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many states of the index are kept for cursors beside the current one; each may hold files on disk that it alone needs.</summary>
    /// <value>1 to 1000. Default 16.</value>
    [Range(1, 1000)]
    public int MostCursorViews { get; init; } = 16;

    /// <summary>The clock that stamps commits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Opens the files of a folder: the one place where a test can put a disk that fails.</summary>
    internal Func<string, Lucene.Net.Store.Directory> OpenDirectory { get; init; } = static path => new IndexDirectory(path);
}
