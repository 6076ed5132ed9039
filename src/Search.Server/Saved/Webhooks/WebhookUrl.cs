using System.Net;
using Search.Answers;

namespace Search.Server.Saved.Webhooks;

/// <summary>What the address of a webhook may be.</summary>
internal static class WebhookUrl
{
    /// <summary>What is expected, for people.</summary>
    public static readonly Wording Expected = new(
        "an http or https address without user name and password, on a public host (Search:Webhooks:AllowPrivateAddresses allows others)",
        "một địa chỉ http hoặc https không kèm tên và mật khẩu, trên máy chủ công cộng (Search:Webhooks:AllowPrivateAddresses cho phép máy khác)");

    /// <summary>Reads an address. A name that stands for a private address is found out only when it is connected to.</summary>
    /// <returns><see langword="null"/> if it may not be one.</returns>
    public static Uri? Read(string text, bool allowsPrivate) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.UserInfo.Length == 0
        && (allowsPrivate || !IsPlainlyPrivate(url))
            ? url
            : null;

    private static bool IsPlainlyPrivate(Uri url)
    {
        string host = url.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host, out IPAddress? address)
            ? !PublicNetwork.Has(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
