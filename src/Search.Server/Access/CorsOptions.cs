namespace Search.Server.Access;

/// <summary>What pages of other sites may do.</summary>
public sealed class CorsOptions
{
    /// <summary>The origins whose pages may use the API from a browser, <c>https://www.example.vn</c>; <c>*</c> for all.</summary>
    public IList<string> Origins { get; } = [];
}
