namespace Search.Server.Access;

/// <summary>A key that callers may send, in the configuration.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>For people: whose key it is.</summary>
    public string Name { get; set; } = "";

    /// <summary>The SHA-256 of the key's UTF-8 bytes, as 64 hexadecimal digits. The key itself is stored nowhere.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>What it allows.</summary>
    /// <value>One or more of <c>search</c>, <c>write</c>, <c>admin</c>.</value>
    public IList<string> Scopes { get; } = [];
}
