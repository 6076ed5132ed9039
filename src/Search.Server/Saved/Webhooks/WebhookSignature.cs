using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Server.Saved.Webhooks;

/// <summary>Signs deliveries, so that a receiver knows who sent them and when.</summary>
internal static class WebhookSignature
{
    /// <summary>The header.</summary>
    public const string Header = "X-Search-Signature";

    /// <summary>The value of the header: <c>t=SECONDS,v1=HEX</c>, the HMAC-SHA256 by the secret of the seconds since 1970, a dot and the body.</summary>
    public static string Of(string secret, DateTimeOffset sent, ReadOnlySpan<byte> body)
    {
        string seconds = sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(seconds + "."), .. body]);
        return $"t={seconds},v1={Convert.ToHexStringLower(signature)}";
    }
}
