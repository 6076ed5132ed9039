using Search.Cli.Indexing;

namespace Search.Cli.Tests.Indexing;

public sealed class SeenIdsTests
{
    [Fact]
    public void An_id_is_new_once_however_many_there_are()
    {
        var seen = new SeenIds();

        Assert.All(Enumerable.Range(0, 5000), i => Assert.True(seen.Add($"bài-{i}")));
        Assert.All(Enumerable.Range(0, 5000), i => Assert.False(seen.Add($"bài-{i}")));
    }
}
