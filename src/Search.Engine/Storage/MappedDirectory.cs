using Lucene.Net.Store;

namespace Search.Engine.Storage;

/// <summary>The folder of an index, its files read as they lie in memory.</summary>
/// <remarks>Lucene's own directory of this kind goes through five calls and a count of users for each byte, which takes most of the time of a look into a term dictionary.</remarks>
internal class MappedDirectory(DirectoryInfo folder, LockFactory locks) : FSDirectory(folder, locks)
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        EnsureCanRead(name);
        return new MappedInput(new MappedFile(PathOf(name)), name);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer((MappedInput)OpenInput(name, context));

    private void EnsureCanRead(string name)
    {
        if (!File.Exists(PathOf(name)))
        {
            throw new FileNotFoundException($"The index has no file {name}.", name);
        }
    }

    private string PathOf(string name) => Path.Combine(Directory.FullName, name);

    private sealed class Slicer(MappedInput whole) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => whole.Slice(sliceDescription, offset, length);

        [Obsolete("As in Lucene.")]
        public override IndexInput OpenFullSlice() => OpenSlice("whole", 0, whole.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                whole.Dispose();
            }
        }
    }
}
