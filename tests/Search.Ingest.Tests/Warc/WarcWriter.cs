using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Ingest.Tests.Warc;

/// <summary>Writes web archives by hand, after ISO 28500.</summary>
internal static class WarcWriter
{
    public const string Html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";

    public static byte[] Record(string type, string uri, byte[] block, string version = "1.0", string contentType = "application/http; msgtype=response", params string[] more)
    {
        var header = new StringBuilder($"WARC/{version}\r\nWARC-Type: {type}\r\n");
        header.Append(uri.Length > 0 ? $"WARC-Target-URI: {uri}\r\n" : "");
        header.Append("WARC-Date: 2024-01-31T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n");
        header.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n");
        foreach (string field in more)
        {
            header.Append(field).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(header.Append("\r\n").ToString()), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Response(string uri, string http, string version = "1.0", params string[] more) => Record("response", uri, Encoding.UTF8.GetBytes(http), version, more: more);

    public static string Digest(byte[] block) => $"WARC-Block-Digest: sha256:{Convert.ToHexString(SHA256.HashData(block))}";

    /// <summary>A page with enough text to be one.</summary>
    public static string Page(string title) =>
        $"<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>"
        + "<p>Cây cầu dài hai cây số đã thông xe vào sáng nay, sau ba năm thi công liên tục của hơn bốn trăm công nhân.</p>"
        + "<p>Người dân hai bên bờ sông đã đợi ngày này từ lâu, nhiều người dậy từ bốn giờ sáng để đi bộ qua cầu.</p></article></body></html>";
}
