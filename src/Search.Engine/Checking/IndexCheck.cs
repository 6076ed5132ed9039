using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Reindexing;
using Search.Engine.Snapshots;

namespace Search.Engine.Checking;

/// <summary>What an examination of an index found.</summary>
/// <param name="Generation">The state that was examined; empty where the commit cannot be read.</param>
/// <param name="Files">Files whose checksum was computed.</param>
/// <param name="SizeBytes">Their bytes.</param>
/// <param name="Articles">Articles that were read and are as they were written.</param>
/// <param name="Sampled">Those among them of which every term of every text was looked up.</param>
/// <param name="Damage">What is wrong.</param>
public sealed record IndexCheckReport(string Generation, int Files, long SizeBytes, int Articles, int Sampled, IReadOnlyList<IndexDamage> Damage)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Damage.Count == 0;
}

/// <summary>Examines an index whole: the checksum of every file, every article against the hash that it was stored with, every posting by Lucene's own rules, and the terms of a sample of
/// articles against what their texts give. It writes nothing, and may run beside a process that writes the index.</summary>
public static class IndexCheck
{
    /// <summary>How often it begins again because another process has written on.</summary>
    private const int MostAttempts = 10;

    /// <summary>Articles of a segment whose terms are looked up.</summary>
    private const int SampleOfSegment = 100;

    /// <summary>Examines an index or a snapshot.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="progress">Is told how many bytes were read.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="IOException">The disk refuses to be read.</exception>
    public static IndexCheckReport Run(string path, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(new ArticleIndexOptions { Path = path, ReadOnly = true }, progress, cancellation);

    /// <inheritdoc cref="Run(string, IProgress{WorkProgress}?, CancellationToken)"/>
    internal static IndexCheckReport Run(ArticleIndexOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using Lucene.Net.Store.Directory directory = options.OpenDirectory(options.Path);
        IndexFolder.Examine(directory, options);
        for (int attempt = 1; ; attempt++)
        {
            long commit = SegmentInfos.GetLastCommitGeneration(directory);
            IndexCheckReport report = new Examination(directory, progress, cancellation).Run(options.Path);
            if (report.IsClean || attempt == MostAttempts || commit == SegmentInfos.GetLastCommitGeneration(directory))
            {
                return report;   // what looks like damage may be a file that was merged away meanwhile
            }
        }
    }

    private sealed class Examination(Lucene.Net.Store.Directory directory, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        private readonly List<IndexDamage> _damage = [];
        private readonly TermSample _sample = new();
        private int _files;
        private long _bytes;
        private long _of;
        private int _articles;

        /// <summary>Whether the articles have the terms that this program would give them.</summary>
        private bool _isCurrent;

        public IndexCheckReport Run(string path)
        {
            SegmentInfos infos;
            try
            {
                infos = LastCommit.Read(directory);
            }
            catch (Exception failure) when (SegmentHealth.IsDamage(failure))
            {
                _damage.Add(new(SegmentInfos.GetLastCommitSegmentsFileName(directory) ?? "segments", failure.Message, 0, []));
                return Report("");
            }

            _isCurrent = CommitStamp.IsCurrent(infos.UserData);
            _of = infos.GetFiles(directory, includeSegmentsFile: true).Where(Exists).Sum(directory.FileLength);
            Check(infos.GetSegmentsFileName());
            if (Exists(IndexFileNames.SEGMENTS_GEN))
            {
                Check(IndexFileNames.SEGMENTS_GEN);
            }

            foreach (SegmentCommitInfo segment in infos.Segments)
            {
                Check(segment);
            }

            if (File.Exists(Path.Combine(path, Sha256Sums.FileName)))
            {
                _damage.AddRange(Sha256Sums.FindDamage(path, cancellation: cancellation).Select(static problem => new IndexDamage(Sha256Sums.FileName, problem, 0, [])));
            }

            return Report(CommitStamp.Generation(infos.UserData));
        }

        private IndexCheckReport Report(string generation) => new(generation, _files, _bytes, _articles, _sample.Count, _damage);

        private bool Exists(string file) => directory.ListAll().Contains(file);

        private void Check(string file)
        {
            try
            {
                Read(file);
            }
            catch (Exception failure) when (SegmentHealth.IsDamage(failure))
            {
                _damage.Add(new(file, failure.Message, 0, []));
            }
        }

        private void Check(SegmentCommitInfo segment)
        {
            try
            {
                foreach (string file in segment.GetFiles())
                {
                    Read(file);
                }

                using var reader = new SegmentReader(segment, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR, IOContext.READ_ONCE);
                int place = 0;
                int step = Math.Max(1, reader.NumDocs / SampleOfSegment);
                foreach ((int document, Article article) in StoredArticles.Read(reader, static damage => throw damage).Select(static stored => (stored.Document, stored.Article)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (_isCurrent && place++ % step == 0)
                    {
                        _sample.Check(reader, document, article);
                    }

                    _articles++;
                }

                if (new CheckIndex(directory).DoCheckIndex([segment.Info.Name]) is { Clean: false })
                {
                    throw new CorruptIndexException("Lucene's examination finds that what its files hold does not fit together.");
                }
            }
            catch (Exception failure) when (SegmentHealth.IsDamage(failure))
            {
                _damage.Add(SegmentHealth.Of(directory, segment, failure));
            }
        }

        private void Read(string file)
        {
            _files++;
            FileChecksum.Verify(directory, file, bytes =>
            {
                cancellation.ThrowIfCancellationRequested();
                _bytes += bytes;
                progress?.Report(new(_bytes, _of));
            });
        }
    }
}
