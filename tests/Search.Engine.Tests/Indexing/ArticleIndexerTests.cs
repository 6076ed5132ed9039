using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Tests.Indexing;

public sealed class ArticleIndexerTests : IDisposable
{
    private readonly FailingDirectory _directory = new(new RAMDirectory());
    private readonly ArticleIndexer _indexer;
    private readonly IndexViews _views;

    public ArticleIndexerTests() =>
        _indexer = ArticleIndexer.Open(_directory, new() { Path = "", RamBufferMebibytes = 1 }, isNew: true, out _views);

    public void Dispose()
    {
        _views.Dispose();
        _indexer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void What_was_written_twice_between_two_commits_is_there_once_as_it_was_written_last()
    {
        Assert.Equal(WriteStatus.Created, Put("a", "lúa"));
        Assert.Equal(WriteStatus.Updated, Put("a", "gạo"));
        Assert.Equal(WriteStatus.Unchanged, Put("a", "gạo"));
        _indexer.Commit();
        Assert.Equal(["a gạo"], Stored());
    }

    [Fact]
    public void What_was_deleted_between_two_commits_is_gone_and_can_come_back()
    {
        Put("a", "lúa");
        Put("b", "gạo");
        _indexer.Commit();
        Assert.Equal(WriteStatus.Deleted, Delete("a"));
        Assert.Equal(WriteStatus.NotFound, Delete("a"));
        Put("c", "mì");
        Assert.Equal(WriteStatus.Deleted, Delete("c"));
        Assert.Equal(WriteStatus.Created, Put("a", "khoai"));
        Assert.Equal(WriteStatus.Deleted, Delete("b"));
        _indexer.Commit();
        Assert.Equal(["a khoai"], Stored());
    }

    [Fact]
    public void An_article_takes_the_place_of_one_in_any_earlier_segment()
    {
        for (int commit = 0; commit < 30; commit++)
        {
            Put("a", $"lúa {commit}");
            Put($"b{commit % 7}", $"gạo {commit}");
            _indexer.Commit();
        }

        Assert.Equal(["a lúa 29", .. Enumerable.Range(23, 7).OrderBy(commit => commit % 7).Select(commit => $"b{commit % 7} gạo {commit}")], Stored());
    }

    [Fact]
    public void Nothing_is_visible_before_the_commit_and_a_commit_of_nothing_changes_nothing()
    {
        Put("a", "lúa");
        Assert.Empty(Stored());
        _indexer.Commit();
        string generation = Generation();
        Put("a", "lúa");
        _indexer.Commit();
        Assert.Equal(generation, Generation());
        Delete("a");
        _indexer.Commit();
        Assert.NotEqual(generation, Generation());
        Assert.Empty(Stored());
    }

    /// <summary>The directory fails at each of its operations in turn.</summary>
    [Fact]
    public void A_commit_that_fails_loses_nothing()
    {
        Put("a", "lúa");
        Put("b", "lúa");
        _indexer.Commit();
        int failures = 0;
        for (int operation = 1; ; operation++)
        {
            string text = operation.ToString(CultureInfo.InvariantCulture);
            Put("a", text);
            Put("c", text);
            Delete("b");
            _directory.FailAt(operation);
            Exception? failure = Record.Exception(_indexer.Commit);
            _directory.FailAt(0);
            failures += failure is null ? 0 : 1;
            Assert.Equal(WriteStatus.Unchanged, Put("a", text));
            Assert.Equal(WriteStatus.NotFound, Delete("b"));
            Put("d", text);
            _indexer.Commit();
            Assert.Equal([$"a {text}", $"c {text}", $"d {text}"], Stored());
            Put("b", "lúa");
            _indexer.Commit();
            if (failure is null)
            {
                break;
            }
        }

        Assert.True(failures > 5);
        Assert.True(new CheckIndex(_directory).DoCheckIndex().Clean);
    }

    [Fact]
    public void Writers_that_share_ids_with_commits_and_full_buffers_between_them_leave_what_the_last_of_each_wrote()
    {
        int seed = Random.Shared.Next();
        const int Writers = 4;
        var last = new string?[Writers * 10];
        string padding = string.Join(' ', Enumerable.Range(0, 2000).Select(static word => $"từ{word}"));
        Parallel.For(0, Writers, writer =>
        {
            var random = new Random(seed + writer);
            for (int write = 0; write < 60; write++)
            {
                int id = (10 * writer) + random.Next(10);
                last[id] = random.Next(4) == 0 ? null : $"{write}";
                _ = last[id] is { } text ? Put($"{id:D2}", text, padding) : Delete($"{id:D2}");
                if (writer == 0 && random.Next(6) == 0)
                {
                    _indexer.Commit();
                }
            }
        });
        _indexer.Commit();
        Assert.Equal(Enumerable.Range(0, last.Length).Where(id => last[id] is not null).Select(id => $"{id:D2} {last[id]}"), Stored());
    }

    private WriteStatus Put(string id, string title, string body = "") => _indexer.Apply(new ArticleWrite.Put(new Article { Id = id, Title = title, Body = body }));

    private WriteStatus Delete(string id) => _indexer.Apply(new ArticleWrite.Delete(id));

    private string Generation()
    {
        using IndexView view = _views.Acquire();
        return view.Generation;
    }

    /// <summary>The ids and titles of all articles that can be seen, by their ids.</summary>
    private List<string> Stored()
    {
        using IndexView view = _views.Acquire();
        var live = MultiFields.GetLiveDocs(view.Reader);
        return [.. Enumerable.Range(0, view.Reader.MaxDoc)
            .Where(document => live?.Get(document) != false)
            .Select(document => view.Article(document))
            .Select(article => $"{article.Id} {article.Title}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A directory whose n-th operation that changes it throws.</summary>
    private sealed class FailingDirectory(Lucene.Net.Store.Directory inner) : FilterDirectory(inner)
    {
        private int _left;

        public void FailAt(int operation) => _left = operation;

        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            Count();
            return base.CreateOutput(name, context);
        }

        public override void Sync(ICollection<string> names)
        {
            Count();
            base.Sync(names);
        }

        private void Count()
        {
            if (_left > 0 && --_left == 0)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
