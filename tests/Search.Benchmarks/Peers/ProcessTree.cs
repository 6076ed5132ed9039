using System.Globalization;

namespace Search.Benchmarks.Peers;

/// <summary>Memory of processes by what Linux says of them in <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Bytes that a process and all that it started have for themselves or share among them, without mapped files.</summary>
    public static long Memory(int process)
    {
        ILookup<int, int> children = Processes().ToLookup(static each => each.Parent, static each => each.Id);
        long memory = 0;
        var tree = new Stack<int>([process]);
        while (tree.TryPop(out int id))
        {
            memory += OwnMemory(id);
            foreach (int child in children[id])
            {
                tree.Push(child);
            }
        }

        return memory;
    }

    private static IEnumerable<(int Id, int Parent)> Processes()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && Read(Path.Combine(folder, "stat")) is [var stat, ..])
            {
                yield return (id, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));   // the name before may hold anything
            }
        }
    }

    private static long OwnMemory(int id) => Read($"/proc/{id}/smaps_rollup")
        .Where(static line => line.StartsWith("Pss_Anon:", StringComparison.Ordinal) || line.StartsWith("Pss_Shmem:", StringComparison.Ordinal))
        .Sum(static line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10);

    /// <summary>Nothing of a process that has ended meanwhile.</summary>
    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
