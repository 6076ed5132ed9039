using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Engine.Checking;

/// <summary>Reads what the last commit of a folder says of its segments.</summary>
internal static class LastCommit
{
    /// <summary>What stands for the number of documents of a segment that cannot say it.</summary>
    public const int UnknownCount = int.MaxValue / 2;

    /// <summary>Reads it. A segment whose description is damaged is there all the same, without files and with <see cref="UnknownCount"/> documents, so that the others can be read.</summary>
    /// <exception cref="IOException">The commit itself is damaged, or cannot be read.</exception>
    public static SegmentInfos Read(Lucene.Net.Store.Directory directory)
    {
        var infos = new SegmentInfos();
        try
        {
            infos.Read(directory);
        }
        catch (Exception failure) when (SegmentHealth.IsDamage(failure))
        {
            infos = new SegmentInfos();
            infos.Read(new DescribedSegments(directory));
        }

        return infos;
    }

    /// <summary>The files of a folder, with descriptions in the place of the damaged ones.</summary>
    private sealed class DescribedSegments(Lucene.Net.Store.Directory inner) : FilterDirectory(inner)
    {
        private const string DescriptionExtension = ".si";

        public override IndexInput OpenInput(string name, IOContext context)
        {
            if (name.EndsWith(DescriptionExtension, StringComparison.Ordinal))
            {
                try
                {
                    FileChecksum.Verify(m_input, name);
                }
                catch (Exception failure) when (SegmentHealth.IsDamage(failure))
                {
                    return Describe(name).OpenInput(name, context);
                }
            }

            return base.OpenInput(name, context);
        }

        private static RAMDirectory Describe(string name)
        {
            var codec = new Lucene46Codec();
            var memory = new RAMDirectory();
            var info = new SegmentInfo(
                memory, Constants.LUCENE_MAIN_VERSION, name[..^DescriptionExtension.Length], UnknownCount, isCompoundFile: false, codec, new Dictionary<string, string>());
            info.SetFiles(new HashSet<string> { name });
            codec.SegmentInfoFormat.SegmentInfoWriter.Write(memory, info, fis: null, IOContext.DEFAULT);
            return memory;
        }
    }
}
