namespace Search.Ingest.Tests;

/// <summary>A fact about links, pipes and permissions as Unix has them.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such files." : null;
}

/// <summary>A fact that the superuser cannot see, who may read everything.</summary>
internal sealed class UnprivilegedUnixFactAttribute : FactAttribute
{
    public UnprivilegedUnixFactAttribute() =>
        Skip = OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess ? "Permissions bind only ordinary users, on Unix." : null;
}
