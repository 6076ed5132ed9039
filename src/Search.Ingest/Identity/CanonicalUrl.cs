namespace Search.Ingest.Identity;

/// <summary>One spelling for each web address.</summary>
public static class CanonicalUrl
{
    /// <summary>Scheme and host in small letters (the host as in the DNS), without default port, fragment and <c>utm_*</c> parameters; an
    /// empty path is <c>/</c>; dot segments are resolved, and what is no ASCII is percent-encoded.</summary>
    /// <param name="url">An absolute http or https address.</param>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no absolute address.</exception>
    public static string Of(string url)
    {
        var uri = new Uri(url, UriKind.Absolute);
        string user = uri.UserInfo.Length == 0 ? "" : uri.UserInfo + "@";
        string host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{user}{host}{port}{uri.AbsolutePath}{Query(uri)}";
    }

    private static string Query(Uri uri)
    {
        IEnumerable<string> parameters = uri.Query.TrimStart('?').Split('&')
            .Where(static parameter => parameter.Length > 0 && !parameter.StartsWith("utm_", StringComparison.OrdinalIgnoreCase));
        string query = string.Join('&', parameters);
        return query.Length == 0 ? "" : "?" + query;
    }
}
