using System.IO.Pipelines;
using System.Text;
using Search.Server.Articles;

namespace Search.Server.Tests.Articles;

public sealed class NdjsonReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\n\n", new string[0])]
    [InlineData("a", new[] { "1:a" })]
    [InlineData("a\nb\n", new[] { "1:a", "2:b" })]
    [InlineData("a\r\n \t\nb", new[] { "1:a\r", "3:b" })]
    [InlineData("0123456789\n01234567890\nb", new[] { "1:0123456789", "2!", "3:b" })]
    [InlineData("0123456789012345678901234567890", new[] { "1!" })]
    [InlineData("01234567890123456789012345678901234567890123456789\n\nb\n", new[] { "1!", "3:b" })]
    public async Task Lines_are_the_same_however_they_are_cut_into_pieces(string text, string[] expected)
    {
        for (int piece = 1; piece <= text.Length + 1; piece++)
        {
            Assert.Equal(expected, await ReadAsync(text, piece));
        }
    }

    [Fact]
    public async Task A_long_line_is_skipped_without_being_kept()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024));
        var reader = new NdjsonReader(pipe.Reader, longestLine: 1000);
        Task writing = Task.Run(async () =>
        {
            byte[] piece = new byte[16 * 1024];
            for (int i = 0; i < 1000; i++)
            {
                await pipe.Writer.WriteAsync(piece);
            }

            await pipe.Writer.CompleteAsync();
        });

        Assert.True((await reader.ReadAsync(CancellationToken.None))?.IsTooLong);
        Assert.Null(await reader.ReadAsync(CancellationToken.None));
        await writing;
    }

    private static async Task<List<string>> ReadAsync(string text, int piece)
    {
        var pipe = new Pipe();
        var reader = new NdjsonReader(pipe.Reader, longestLine: 10);
        Task writing = Task.Run(async () =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            for (int i = 0; i < bytes.Length; i += piece)
            {
                await pipe.Writer.WriteAsync(bytes.AsMemory(i, Math.Min(piece, bytes.Length - i)));
            }

            await pipe.Writer.CompleteAsync();
        });
        var lines = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None) is { } line)
        {
            lines.Add(line.IsTooLong ? $"{line.Number}!" : $"{line.Number}:{Encoding.UTF8.GetString(line.Content.Span)}");
        }

        await writing;
        return lines;
    }
}
