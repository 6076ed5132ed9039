namespace Search.Ingest.Records;

/// <summary>Keeps the names of the fields of one object apart.</summary>
internal static class FreeName
{
    /// <summary>The name, or the name with the first number behind it that makes it a new one: <c>title_2</c>.</summary>
    /// <param name="name">The name wanted.</param>
    /// <param name="taken">The names there are; the one that is given is added.</param>
    public static string Of(string name, HashSet<string> taken)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }
}
